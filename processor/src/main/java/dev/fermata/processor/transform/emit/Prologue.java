package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.BodyLayout;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.Primitive;
import dev.fermata.processor.transform.plan.SpillField;
import java.util.BitSet;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The start of a body: puts the frame, the machine and the state where the body wants them, resumes, or starts.
 *
 * <pre>
 *   frame, machine, entry to their slots; null to those where frame and machine were passed
 *   if entry &lt;= 0 goto start
 *   {@link Resumptions}
 * start:
 *   if entry &lt;= -DEPTH_LIMIT goto deep       // in bodies that fused calls enter and that call any
 *   the function's own code
 *
 * deep:                                        // out of line
 *   return machine.deep(function(arguments))
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
        InsnList prologue = new InsnList();
        if (layout.frameSlot() != layout.passedSlot()) {
            prologue.add(new VarInsnNode(Opcodes.ALOAD, layout.passedSlot()));
            prologue.add(new VarInsnNode(Opcodes.ASTORE, layout.frameSlot()));
            prologue.add(new VarInsnNode(Opcodes.ALOAD, layout.passedSlot() + 1));
            prologue.add(new VarInsnNode(Opcodes.ASTORE, layout.machineSlot()));
            clear(layout.passedSlot(), prologue);
            clear(layout.passedSlot() + 1, prologue);
            prologue.add(new VarInsnNode(Opcodes.ILOAD, layout.passedSlot() + 2));
            prologue.add(new VarInsnNode(Opcodes.ISTORE, layout.entrySlot()));
        }
        if (!plan.points().isEmpty()) {
            LabelNode start = new LabelNode();
            prologue.add(new VarInsnNode(Opcodes.ILOAD, layout.entrySlot()));
            prologue.add(new JumpInsnNode(Opcodes.IFLE, start));
            prologue.add(resumptions.code(unknown(plan, frames, outOfLine)));
            prologue.add(start);
            if (plan.entered()) {
                prologue.add(frames.passed());
            } else if (layout.argumentsInFrame()) {
                prologue.add(frames.bare());
            } else if (!startsWithFrame(code)) {
                prologue.add(frames.entry(live));
            }
        }
        if (plan.entered() && plan.calls()) {
            prologue.add(new VarInsnNode(Opcodes.ILOAD, layout.entrySlot()));
            prologue.add(new IntInsnNode(Opcodes.SIPUSH, -AbiNames.DEPTH_LIMIT));
            prologue.add(new JumpInsnNode(Opcodes.IF_ICMPLE, deep(plan, frames, outOfLine)));
        }
        if (layout.argumentsInFrame()) {
            prologue.add(spilling.restoreArguments());
        }
        code.insert(prologue);
    }

    private static LabelNode unknown(FunctionPlan plan, Frames frames, OutOfLine outOfLine) {
        LabelNode unknown = new LabelNode();
        outOfLine.begin(unknown, frames.bare());
        outOfLine.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot()));
        outOfLine.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                AbiNames.MACHINE,
                "unknownState",
                "(L" + AbiNames.FRAME + ";)Ljava/lang/IllegalStateException;"));
        outOfLine.add(new InsnNode(Opcodes.ATHROW));
        return unknown;
    }

    /** Makes the frame after all, by calling the function itself, which now only does that. */
    private static LabelNode deep(FunctionPlan plan, Frames frames, OutOfLine outOfLine) {
        LabelNode deep = new LabelNode();
        outOfLine.begin(deep, frames.passed());
        outOfLine.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot()));
        int slot = 0;
        if (!plan.isStatic()) {
            outOfLine.add(new VarInsnNode(Opcodes.ALOAD, slot++));
        }
        for (SpillField argument : plan.arguments()) {
            Type type = Type.getType(argument.descriptor());
            outOfLine.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
            slot += type.getSize();
        }
        outOfLine.add(plan.fusedCall().orElseThrow().clone(Map.of()));
        outOfLine.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL,
                AbiNames.MACHINE,
                "deep",
                "(L" + AbiNames.FRAME + ";)" + AbiNames.OBJECT_DESCRIPTOR));
        if (plan.primitive().isPresent()) {
            Primitive primitive = plan.primitive().get();
            outOfLine.add(
                    PrimitiveOutcomes.leaveSuspended(primitive, plan.layout().machineSlot()));
        } else {
            outOfLine.add(new InsnNode(Opcodes.ARETURN));
        }
        return deep;
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
