package dev.fermata.processor.transform.analysis;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A call of {@code hasNext()} with one of {@code next()} right behind it, on the same variable, as javac writes them for every
 * {@code for}. They can be one suspension point, which holds nothing in between:
 *
 * <pre>
 *   aload it; Iterator.hasNext(); ifeq exit; aload it; Iterator.next()
 * </pre>
 *
 * @param exit where control goes if there is no element
 * @param load what loads the iterator for the second call
 * @param next the second call
 */
public record IterationStep(JumpInsnNode exit, VarInsnNode load, MethodInsnNode next) {
    /**
     * The step that a call of {@code hasNext()} starts, or null.
     *
     * @param borders where protected ranges begin or end: what either call throws has to reach the same handlers
     */
    static @Nullable IterationStep startingAt(MethodInsnNode hasNext, Set<LabelNode> borders) {
        if (!(before(hasNext) instanceof VarInsnNode receiver
                && receiver.getOpcode() == Opcodes.ALOAD
                && behind(hasNext, borders) instanceof JumpInsnNode exit
                && exit.getOpcode() == Opcodes.IFEQ)) {
            return null;
        }
        return behind(exit, borders) instanceof VarInsnNode load
                        && load.getOpcode() == Opcodes.ALOAD
                        && load.var == receiver.var
                        && behind(load, borders) instanceof MethodInsnNode next
                        && next.name.equals("next")
                ? new IterationStep(exit, load, next)
                : null;
    }

    private static @Nullable AbstractInsnNode before(AbstractInsnNode insn) {
        AbstractInsnNode node = insn.getPrevious();
        while (node instanceof LabelNode || node instanceof LineNumberNode) {
            node = node.getPrevious();
        }
        return node;
    }

    /** The next instruction; the border before it, or the stack map frame: control may come from elsewhere then. */
    private static @Nullable AbstractInsnNode behind(AbstractInsnNode insn, Set<LabelNode> borders) {
        AbstractInsnNode node = insn.getNext();
        while (node instanceof LineNumberNode || node instanceof LabelNode label && !borders.contains(label)) {
            node = node.getNext();
        }
        return node;
    }
}
