package dev.fermata.processor.transform.analysis;

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
    private final InsnList instructions;
    private final BitSet[] live;

    private Liveness(InsnList instructions, BitSet[] live) {
        this.instructions = instructions;
        this.live = live;
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
        BitSet[] live = new BitSet[flow.size()];
        for (int index = 0; index < live.length; index++) {
            live[index] = new BitSet(method.maxLocals);
        }
        BitSet now = new BitSet(method.maxLocals);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int index = live.length - 1; index >= 0; index--) {
                now.clear();
                for (int successor : flow.successors(index)) {
                    now.or(live[successor]);
                }
                transfer(method.instructions.get(index), now);
                int[] handlers = flow.handlers(index);
                if (handlers.length > 0 && mayThrow.test(method.instructions.get(index))) {
                    for (int handler : handlers) {
                        now.or(live[handler]);
                    }
                }
                if (!now.equals(live[index])) {
                    live[index].clear();
                    live[index].or(now);
                    changed = true;
                }
            }
        }
        return new Liveness(method.instructions, live);
    }

    /** From live after an instruction to live before it. */
    private static void transfer(AbstractInsnNode insn, BitSet live) {
        if (insn instanceof IincInsnNode increment) {
            live.set(increment.var);
        } else if (insn instanceof VarInsnNode variable) {
            switch (insn.getOpcode()) {
                case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> live.clear(variable.var);
                case Opcodes.LSTORE, Opcodes.DSTORE -> live.clear(variable.var, variable.var + 2);
                default -> live.set(variable.var);
            }
        }
    }

    /**
     * Returns the locals that are live before a node.
     *
     * @param node an instruction, label or frame of the analysed method, which must not have been changed since
     * @return their slots
     */
    public BitSet before(AbstractInsnNode node) {
        return (BitSet) live[instructions.indexOf(node)].clone();
    }
}
