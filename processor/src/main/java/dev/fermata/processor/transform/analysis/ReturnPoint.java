package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A return instruction.
 *
 * @param insn the instruction
 * @param ending the call of result(), done(), end() or completedFuture() whose value it returns, if that stands right before
 *     it; null if what it returns is run in the function's place
 * @param endings that call alone; or, where several ways meet, those on all of them, as in {@code return b ? result(x) : result(y)}; empty
 *     if anything else leads here
 * @param leavesRange whether it lies in a protected range, which what it returns must not be run in, and can be moved out of
 *     it since it finds nothing else on the operand stack
 * @param line its line, or 0
 */
public record ReturnPoint(
        AbstractInsnNode insn,
        @Nullable MethodInsnNode ending,
        List<MethodInsnNode> endings,
        boolean leavesRange,
        int line) {
    static ReturnPoint of(
            AbstractInsnNode insn, FunctionKind kind, boolean leavesRange, InsnList code, ControlFlow flow) {
        MethodInsnNode ending = endingBefore(insn, kind);
        List<MethodInsnNode> endings = ending == null ? meeting(insn, kind, code, flow) : List.of(ending);
        return new ReturnPoint(insn, ending, endings, leavesRange, Lines.of(insn));
    }

    private static List<MethodInsnNode> meeting(
            AbstractInsnNode insn, FunctionKind kind, InsnList code, ControlFlow flow) {
        int last = code.indexOf(insn);
        int first = last;
        while (first > 0 && code.get(first - 1).getOpcode() < 0) {
            first--;
        }
        List<MethodInsnNode> endings = new ArrayList<>();
        for (int index = 0; index < flow.size(); index++) {
            boolean own = first <= index && index < last;
            if (!own && leads(flow.successors(index), first, last)) {
                AbstractInsnNode from = code.get(index);
                MethodInsnNode ending = from.getOpcode() == Opcodes.GOTO
                        ? endingBefore(from, kind)
                        : isEnding(from, kind) ? (MethodInsnNode) from : null;
                if (ending == null) {
                    return List.of();
                }
                endings.add(ending);
            }
            if (leads(flow.handlers(index), first, last)) {
                return List.of();
            }
        }
        return List.copyOf(endings);
    }

    private static boolean leads(int[] targets, int first, int last) {
        for (int target : targets) {
            if (first <= target && target <= last) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds the call of result() and the like that stands right before a return instruction.
     *
     * @param insn the instruction
     * @param kind the kind of the function
     * @return the call, or null if there is none
     */
    public static @Nullable MethodInsnNode endingBefore(AbstractInsnNode insn, FunctionKind kind) {
        AbstractInsnNode before = insn.getPrevious();
        while (before != null && before.getOpcode() < 0 && !(before instanceof FrameNode)) {
            before = before.getPrevious();
        }
        return before != null && isEnding(before, kind) ? (MethodInsnNode) before : null;
    }

    /**
     * Tells whether an instruction is a call of result() and the like.
     *
     * @param insn the instruction
     * @param kind the kind of the function
     * @return true if it is
     */
    public static boolean isEnding(AbstractInsnNode insn, FunctionKind kind) {
        if (insn instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESTATIC) {
            String owner = kind == FunctionKind.STAGE ? AbiNames.COMPLETABLE_FUTURE : kind.returned();
            return call.owner.equals(owner) && endings(kind).contains(call.name);
        }
        return false;
    }

    private static Set<String> endings(FunctionKind kind) {
        return switch (kind) {
            case COROUTINE -> Set.of("result", "done");
            case GENERATOR, ASYNC_GENERATOR -> Set.of("end");
            case FUTURE, STAGE -> Set.of("completedFuture", "completedStage");
        };
    }
}
