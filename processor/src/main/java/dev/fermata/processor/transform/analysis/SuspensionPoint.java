package dev.fermata.processor.transform.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A place where a body may suspend.
 *
 * @param call the call of the intrinsic
 * @param intrinsic which one
 * @param line its line, or 0
 * @param locals the types of the locals, one for each slot
 * @param operands the types of the operands below the arguments of the call, bottom first
 * @param live the slots of the locals that the verifier wants defined after the call
 * @param read those of them whose values may be read
 * @param step what a call of {@code hasNext()} takes along
 */
public record SuspensionPoint(
        MethodInsnNode call,
        Intrinsic intrinsic,
        int line,
        List<TypedValue> locals,
        List<TypedValue> operands,
        BitSet live,
        BitSet read,
        Optional<IterationStep> step) {
    /** Copies the lists. */
    public SuspensionPoint {
        locals = List.copyOf(locals);
        operands = List.copyOf(operands);
    }
}
