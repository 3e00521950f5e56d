package dev.fermata.processor.transform.analysis;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A place where a body may suspend.
 *
 * @param call the call of the intrinsic
 * @param intrinsic which one
 * @param line its line, or 0
 * @param locals the types of the locals, one for each slot
 * @param operands the types of the operands below the arguments of the call, bottom first
 * @param live the slots of the locals that are live before the call
 * @param protectedBy the ranges that the call lies in, in the order of the exception table
 */
public record SuspensionPoint(
        MethodInsnNode call,
        Intrinsic intrinsic,
        int line,
        List<TypedValue> locals,
        List<TypedValue> operands,
        BitSet live,
        List<TryCatchBlockNode> protectedBy) {
    /** Copies the lists. */
    public SuspensionPoint {
        locals = List.copyOf(locals);
        operands = List.copyOf(operands);
        protectedBy = List.copyOf(protectedBy);
    }
}
