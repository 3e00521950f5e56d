package dev.fermata.processor.transform.analysis;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Instructions that stand side by side: nothing jumps between the two, and no protected range begins or ends there. Jumps need not be looked
 * for: where one leads, there is a stack map frame.
 */
public final class Adjacent {
    private Adjacent() {}

    /**
     * Finds what stands right before an instruction, on whatever line.
     *
     * @param insn the instruction
     * @param method the method that has it
     * @return the instruction before; null if they are not side by side
     */
    public static @Nullable AbstractInsnNode before(AbstractInsnNode insn, MethodNode method) {
        AbstractInsnNode before = insn.getPrevious();
        while (before instanceof LineNumberNode || before instanceof LabelNode label && !isBoundary(label, method)) {
            before = before.getPrevious();
        }
        return before == null || before.getOpcode() < 0 ? null : before;
    }

    /**
     * Finds what stands right behind an instruction, on the same line.
     *
     * @param insn the instruction
     * @param method the method that has it
     * @return the instruction behind; null if they are not side by side, or a line begins there
     */
    public static @Nullable AbstractInsnNode after(AbstractInsnNode insn, MethodNode method) {
        AbstractInsnNode after = insn.getNext();
        while (after instanceof LabelNode label && !isBoundary(label, method)) {
            after = after.getNext();
        }
        return after == null || after.getOpcode() < 0 ? null : after;
    }

    private static boolean isBoundary(LabelNode label, MethodNode method) {
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            if (range.start == label || range.end == label) {
                return true;
            }
        }
        return false;
    }
}
