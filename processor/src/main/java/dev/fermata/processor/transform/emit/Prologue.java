package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.BodyLayout;
import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The start of a body: puts the frame and the machine where the body wants them, and goes where the state says.
 *
 * <pre>
 *   frame and machine to their slots; null to the slots where they were passed
 *   tableswitch state: 0 -&gt; start, 1 -&gt; resume1, ..; otherwise throw
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
            List<LabelNode> resumes,
            OutOfLine outOfLine) {
        BodyLayout layout = plan.layout();
        InsnList code = plan.analysis().function().method().instructions;
        InsnList prologue = new InsnList();
        if (layout.frameSlot() != layout.passedSlot()) {
            prologue.add(new VarInsnNode(Opcodes.ALOAD, layout.passedSlot()));
            prologue.add(new VarInsnNode(Opcodes.ASTORE, layout.frameSlot()));
            prologue.add(new VarInsnNode(Opcodes.ALOAD, layout.passedSlot() + 1));
            prologue.add(new VarInsnNode(Opcodes.ASTORE, layout.machineSlot()));
            clear(layout.passedSlot(), prologue);
            clear(layout.passedSlot() + 1, prologue);
        }
        LabelNode start = new LabelNode();
        if (!resumes.isEmpty()) {
            LabelNode unknown = new LabelNode();
            List<LabelNode> targets = new ArrayList<>();
            targets.add(start);
            targets.addAll(resumes);
            prologue.add(new VarInsnNode(Opcodes.ILOAD, layout.stateSlot()));
            prologue.add(new TableSwitchInsnNode(0, targets.size() - 1, unknown, targets.toArray(new LabelNode[0])));
            outOfLine.begin(unknown, frames.bare());
            outOfLine.add(new VarInsnNode(Opcodes.ALOAD, layout.frameSlot()));
            outOfLine.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC,
                    AbiNames.MACHINE,
                    "unknownState",
                    "(L" + AbiNames.FRAME + ";)Ljava/lang/IllegalStateException;"));
            outOfLine.add(new InsnNode(Opcodes.ATHROW));
        }
        if (layout.argumentsInFrame()) {
            if (!resumes.isEmpty()) {
                prologue.add(start);
                prologue.add(frames.bare());
            }
            prologue.add(spilling.restoreArguments());
        } else if (!resumes.isEmpty()) {
            prologue.add(start);
            if (!startsWithFrame(code)) {
                prologue.add(frames.entry(live));
            }
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
