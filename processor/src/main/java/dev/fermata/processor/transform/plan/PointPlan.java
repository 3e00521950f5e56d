package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.SuspensionPoint;
import java.util.List;
import java.util.Optional;

/**
 * What one suspension point does.
 *
 * @param state its number, from 1
 * @param point the point
 * @param operands the operands below the call, bottom first
 * @param locals the locals that are kept
 * @param save what saves them: the operands and then the locals that have a field, as far as it has arguments for them
 * @param fused the call that makes what is awaited, if it enters the callee's body instead
 */
public record PointPlan(
        int state,
        SuspensionPoint point,
        List<Spill> operands,
        List<Spill> locals,
        SaveMethod save,
        Optional<FusedCall> fused) {
    /** Copies the lists. */
    public PointPlan {
        operands = List.copyOf(operands);
        locals = List.copyOf(locals);
    }

    /**
     * Returns the locals that have a field: those that are null constants are made again.
     *
     * @return the locals to save
     */
    public List<Spill> saved() {
        return locals.stream().filter(it -> it.field().isPresent()).toList();
    }

    /**
     * Tells whether the body has to save some values itself.
     *
     * @return true if there are too many for arguments
     */
    public boolean isSavedInPart() {
        return passedOperands() < operands.size() || passedLocals() < saved().size();
    }

    /**
     * Returns how many operands are passed to the method that saves; the others, above them, the body saves itself.
     *
     * @return a number of operands
     */
    public int passedOperands() {
        return Math.min(operands.size(), save.fields().size());
    }

    /**
     * Returns how many of {@link #saved} are passed to the method that saves.
     *
     * @return a number of locals
     */
    public int passedLocals() {
        return save.fields().size() - passedOperands();
    }
}
