package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.SuspensionPoint;
import java.util.List;

/**
 * What one suspension point does.
 *
 * @param state its number, from 1
 * @param point the point
 * @param operands the operands below the call, bottom first
 * @param locals the locals that are kept
 */
public record PointPlan(int state, SuspensionPoint point, List<Spill> operands, List<Spill> locals) {
    /** Copies the lists. */
    public PointPlan {
        operands = List.copyOf(operands);
        locals = List.copyOf(locals);
    }
}
