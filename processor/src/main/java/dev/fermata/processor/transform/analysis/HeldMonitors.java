package dev.fermata.processor.transform.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;

/**
 * How many monitors a body may hold before each instruction. Where paths disagree the larger count stands, which is right
 * for what compilers write: the handler that releases a monitor protects the instruction that takes it, too.
 */
final class HeldMonitors {
    private static final int UNREACHED = -1;

    private final InsnList instructions;
    private final int[] held;

    HeldMonitors(InsnList instructions, ControlFlow flow) {
        this.instructions = instructions;
        this.held = new int[flow.size()];
        Arrays.fill(held, UNREACHED);
        if (has(Opcodes.MONITORENTER)) {
            run(flow);
        }
    }

    boolean anyBefore(AbstractInsnNode insn) {
        return held[instructions.indexOf(insn)] > 0;
    }

    private boolean has(int opcode) {
        for (AbstractInsnNode insn : instructions) {
            if (insn.getOpcode() == opcode) {
                return true;
            }
        }
        return false;
    }

    private void run(ControlFlow flow) {
        Deque<Integer> work = new ArrayDeque<>();
        reach(0, 0, work);
        while (!work.isEmpty()) {
            int index = work.pop();
            int before = held[index];
            int after = switch (instructions.get(index).getOpcode()) {
                case Opcodes.MONITORENTER -> before + 1;
                case Opcodes.MONITOREXIT -> Math.max(0, before - 1);
                default -> before;
            };
            for (int successor : flow.successors(index)) {
                reach(successor, after, work);
            }
            for (int handler : flow.handlers(index)) {
                // A release that throws has released: javac protects its own release by the handler that it belongs to.
                reach(handler, Math.min(before, after), work);
            }
        }
    }

    private void reach(int index, int count, Deque<Integer> work) {
        // Bounded: code that takes a monitor in a loop and never releases it would count for ever, and does not verify.
        if (count > held[index] && count <= 64) {
            held[index] = count;
            work.push(index);
        }
    }
}
