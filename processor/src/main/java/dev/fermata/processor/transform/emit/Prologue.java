package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.BodyLayout;
import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The start of a body: puts the frame, the machine and the state where the body wants them, resumes, or starts.
 *
 * <pre>
 *   frame, machine, state to their slots; null to those where frame and machine were passed
 *   {@link Resumptions}
 * start:
 *   the function's own code
 * </pre>
 */
final class Prologue {
    private Prologue() {}

    /**
     * Puts it before the code.
     *
     * @param live the locals that are live at the start
     */
    static void apply(
            FunctionPlan plan,
            Frames frames,
            Spilling spilling,
            BitSet live,
            Resumptions resumptions,
            OutOfLine outOfLine) {
        BodyLayout layout = plan.layout();
        InsnList code = plan.analysis().function().method().instructions;
        boolean suspends = !plan.points().isEmpty();
        InsnList prologue = new InsnList();
        if (layout.frameSlot() != layout.passedSlot()) {
            prologue.add(new VarInsnNode(Opcodes.ALOAD, layout.passedSlot()));
            prologue.add(new VarInsnNode(Opcodes.ASTORE, layout.frameSlot()));
            prologue.add(new VarInsnNode(Opcodes.ALOAD, layout.passedSlot() + 1));
            prologue.add(new VarInsnNode(Opcodes.ASTORE, layout.machineSlot()));
            clear(layout.passedSlot(), prologue);
            clear(layout.passedSlot() + 1, prologue);
            if (suspends) {
                prologue.add(new VarInsnNode(Opcodes.ILOAD, layout.passedSlot() + 2));
                prologue.add(new VarInsnNode(Opcodes.ISTORE, layout.stateSlot()));
            }
        }
        if (suspends) {
            LabelNode start = new LabelNode();
            LabelNode unknown = new LabelNode();
            outOfLine.begin(unknown, frames.bare());
            outOfLine.add(new VarInsnNode(Opcodes.ALOAD, layout.frameSlot()));
            outOfLine.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC,
                    AbiNames.MACHINE,
                    "unknownState",
                    "(L" + AbiNames.FRAME + ";)Ljava/lang/IllegalStateException;"));
            outOfLine.add(new InsnNode(Opcodes.ATHROW));
            prologue.add(resumptions.code(start, unknown));
            prologue.add(start);
            if (layout.argumentsInFrame()) {
                prologue.add(frames.bare());
            } else if (!startsWithFrame(code)) {
                prologue.add(frames.entry(live));
            }
        }
        if (layout.argumentsInFrame()) {
            prologue.add(spilling.restoreArguments());
        }
        code.insert(prologue);
    }

    /** Or a debugger would show the frame or the machine as the value of a variable that is not restored. */
    private static void clear(int slot, InsnList code) {
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        code.add(new VarInsnNode(Opcodes.ASTORE, slot));
    }

    private static boolean startsWithFrame(InsnList code) {
        for (AbstractInsnNode node : code) {
            if (node instanceof FrameNode) {
                return true;
            }
            if (node.getOpcode() >= 0) {
                return false;
            }
        }
        return false;
    }
}
