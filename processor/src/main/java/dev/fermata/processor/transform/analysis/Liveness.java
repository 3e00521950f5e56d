package dev.fermata.processor.transform.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which locals may be read before they are written again, before each instruction. Backward dataflow over bit sets.
 *
 * <p>An instruction in a protected range may throw before it has done its work, so what its handlers read is live before it
 * whatever it writes: an assignment in a try is no kill for the handler.
 *
 * <p>The verifier takes every instruction for one that throws (JVMS 4.10.1.4), and wants what a handler reads defined
 * throughout its range. For the values themselves only those count that do throw: in {@code try { x = null; f(); } catch (E
 * e) { use(x); }} no handler ever sees the x from before.
 */
public final class Liveness {
    private static final int WORD = Long.SIZE;

    private final InsnList instructions;
    private final int words;
    /** A set for each node, of so many words; bit sets as objects would be thousands for one long method. */
    private final long[] live;

    private Liveness(InsnList instructions, int words) {
        this.instructions = instructions;
        this.words = words;
        this.live = new long[words * instructions.size()];
    }

    /** For the verifier: locals that must be defined. */
    static Liveness of(MethodNode method, ControlFlow flow) {
        return of(method, flow, insn -> true);
    }

    /** For the values: locals whose value may be read; a part of the others. */
    Liveness ofValues(MethodNode method, ControlFlow flow) {
        return method.tryCatchBlocks.isEmpty() ? this : of(method, flow, Throwing::mayThrow);
    }

    private static Liveness of(MethodNode method, ControlFlow flow, Predicate<AbstractInsnNode> mayThrow) {
        Liveness liveness = new Liveness(method.instructions, (locals(method) + WORD - 1) / WORD);
        while (liveness.pass(flow, mayThrow)) {
            // until nothing changes
        }
        return liveness;
    }

    /** The class file may say less than is used: that is found out, and named, elsewhere. */
    private static int locals(MethodNode method) {
        int locals = method.maxLocals;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof VarInsnNode variable) {
                locals = Math.max(locals, variable.var + 2);
            } else if (insn instanceof IincInsnNode increment) {
                locals = Math.max(locals, increment.var + 1);
            }
        }
        return locals;
    }

    /** Goes once over the method, from its end to its start, and tells whether that changed a set. */
    private boolean pass(ControlFlow flow, Predicate<AbstractInsnNode> mayThrow) {
        long[] now = new long[words];
        boolean changed = false;
        for (int index = flow.size() - 1; index >= 0; index--) {
            AbstractInsnNode insn = instructions.get(index);
            Arrays.fill(now, 0);
            for (int successor : flow.successors(index)) {
                add(successor, now);
            }
            transfer(insn, now);
            int[] handlers = flow.handlers(index);
            if (handlers.length > 0 && mayThrow.test(insn)) {
                for (int handler : handlers) {
                    add(handler, now);
                }
            }
            changed |= replace(index, now);
        }
        return changed;
    }

    private void add(int index, long[] set) {
        for (int word = 0; word < words; word++) {
            set[word] |= live[index * words + word];
        }
    }

    private boolean replace(int index, long[] set) {
        boolean changed = false;
        for (int word = 0; word < words; word++) {
            changed |= live[index * words + word] != set[word];
            live[index * words + word] = set[word];
        }
        return changed;
    }

    /** From live after an instruction to live before it. */
    private static void transfer(AbstractInsnNode insn, long[] live) {
        if (insn instanceof IincInsnNode increment) {
            set(live, increment.var);
        } else if (insn instanceof VarInsnNode variable) {
            switch (insn.getOpcode()) {
                case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> clear(live, variable.var);
                case Opcodes.LSTORE, Opcodes.DSTORE -> {
                    clear(live, variable.var);
                    clear(live, variable.var + 1);
                }
                default -> set(live, variable.var);
            }
        }
    }

    private static void set(long[] live, int local) {
        live[local / WORD] |= 1L << local;
    }

    private static void clear(long[] live, int local) {
        live[local / WORD] &= ~(1L << local);
    }

    /**
     * Returns the locals that are live before a node.
     *
     * @param node an instruction, label or frame of the analysed method, which must not have been changed since
     * @return their slots
     */
    public BitSet before(AbstractInsnNode node) {
        int start = instructions.indexOf(node) * words;
        return BitSet.valueOf(Arrays.copyOfRange(live, start, start + words));
    }
}
