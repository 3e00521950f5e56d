package dev.fermata.processor.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells whether a local that is there at a call is read after it, on some path, before it is written: a search forward over
 * the code as javac wrote it, for one local and one call at a time. The transform computes the same backward, for all at
 * once; the two have no line in common.
 */
final class ReadsAhead {
    private final InsnList code;
    private final List<TryCatchBlockNode> blocks;

    ReadsAhead(MethodNode method) {
        code = method.instructions;
        blocks = method.tryCatchBlocks;
    }

    boolean of(int slot, AbstractInsnNode call) {
        BitSet seen = new BitSet(code.size());
        Deque<Integer> ahead = new ArrayDeque<>(next(code.indexOf(call)));
        while (!ahead.isEmpty()) {
            int index = ahead.pop();
            if (seen.get(index)) {
                continue;
            }
            seen.set(index);
            AbstractInsnNode insn = code.get(index);
            if (reads(insn, slot)) {
                return true;
            }
            if (!writes(insn, slot)) {
                ahead.addAll(next(index));
            }
        }
        return false;
    }

    private static boolean reads(AbstractInsnNode insn, int slot) {
        int opcode = insn.getOpcode();
        boolean load = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD && ((VarInsnNode) insn).var == slot;
        return load || (insn instanceof IincInsnNode increment && increment.var == slot);
    }

    private static boolean writes(AbstractInsnNode insn, int slot) {
        int opcode = insn.getOpcode();
        if (opcode < Opcodes.ISTORE || opcode > Opcodes.ASTORE) {
            return false;
        }
        int first = ((VarInsnNode) insn).var;
        boolean wide = opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE;
        return first == slot || (wide && first + 1 == slot);
    }

    /** Where control may be next: a store, for one, cannot throw. */
    private List<Integer> next(int index) {
        AbstractInsnNode insn = code.get(index);
        List<LabelNode> labels = new ArrayList<>();
        int opcode = insn.getOpcode();
        boolean falls = opcode != Opcodes.GOTO
                && opcode != Opcodes.ATHROW
                && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
        if (insn instanceof JumpInsnNode jump) {
            labels.add(jump.label);
        } else if (insn instanceof TableSwitchInsnNode table) {
            labels.addAll(table.labels);
            labels.add(table.dflt);
            falls = false;
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            labels.addAll(lookup.labels);
            labels.add(lookup.dflt);
            falls = false;
        }
        if (mayThrow(insn)) {
            for (TryCatchBlockNode block : blocks) {
                if (code.indexOf(block.start) <= index && index < code.indexOf(block.end)) {
                    labels.add(block.handler);
                }
            }
        }
        List<Integer> next = new ArrayList<>();
        labels.forEach(label -> next.add(code.indexOf(label)));
        if (falls && index + 1 < code.size()) {
            next.add(index + 1);
        }
        return next;
    }

    /** Constants, moves between locals and operands, arithmetic but division, and jumps do not throw (JVMS 6.5). */
    private static boolean mayThrow(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        if (opcode < 0
                || insn instanceof VarInsnNode
                || insn instanceof IincInsnNode
                || insn instanceof JumpInsnNode
                || insn instanceof TableSwitchInsnNode
                || insn instanceof LookupSwitchInsnNode) {
            return false;
        }
        if (insn instanceof IntInsnNode) {
            return opcode == Opcodes.NEWARRAY;
        }
        if (!(insn instanceof InsnNode)) {
            return true;
        }
        boolean constant = opcode <= Opcodes.DCONST_1;
        boolean stack = opcode >= Opcodes.POP && opcode <= Opcodes.SWAP;
        boolean division =
                opcode == Opcodes.IDIV || opcode == Opcodes.LDIV || opcode == Opcodes.IREM || opcode == Opcodes.LREM;
        boolean arithmetic = opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG && !division;
        return !(constant || stack || arithmetic);
    }
}
