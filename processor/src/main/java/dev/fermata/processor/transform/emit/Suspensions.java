package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.PointPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Replaces the calls of intrinsics. In line, an await is a call and a comparison:
 *
 * <pre>
 *   .., awaitable
 *   it.asCoroutine()
 *   Machine.await(it, machine)
 *   dup; getstatic SUSPENDED; if_acmpeq suspend
 * next:
 *   .., outcome
 * </pre>
 *
 * Out of line, behind the code and so outside all its protected ranges:
 *
 * <pre>
 * suspend:
 *   spill operands and locals; return machine.suspend(frame, state)
 * resume:                          // the switch of the prologue jumps here
 *   restore locals and operands
 * deliver:                         // protected as the call is: a failure reaches the handlers around it
 *   machine.resumed()
 * delivered:
 *   goto next
 * </pre>
 *
 * The usual way to split each protected range in three around the point would leave the spilling in line; moved out, the
 * path that does not suspend stays as short as the JIT compiler's limits for inlining want it.
 */
final class Suspensions {
    private static final String MACHINE_PARAMETER = "L" + AbiNames.MACHINE + ";";
    private static final String FRAME_PARAMETER = "L" + AbiNames.FRAME + ";";

    private final FunctionPlan plan;
    private final Frames frames;
    private final Spilling spilling;
    private final MethodNode method;
    private final InsnList outOfLine;
    private final List<LabelNode> resumes = new ArrayList<>();
    private final Map<TryCatchBlockNode, List<LabelNode[]>> deliveries = new HashMap<>();

    private Suspensions(FunctionPlan plan, Frames frames, Spilling spilling, InsnList outOfLine) {
        this.plan = plan;
        this.frames = frames;
        this.spilling = spilling;
        this.method = plan.analysis().function().method();
        this.outOfLine = outOfLine;
    }

    /** Returns the labels to resume at, by state, from 1. */
    static List<LabelNode> apply(FunctionPlan plan, Frames frames, Spilling spilling, InsnList outOfLine) {
        Suspensions step = new Suspensions(plan, frames, spilling, outOfLine);
        plan.points().forEach(step::replace);
        step.protectDeliveries();
        return step.resumes;
    }

    private void replace(PointPlan plan) {
        SuspensionPoint point = plan.point();
        LabelNode suspend = new LabelNode();
        LabelNode next = new LabelNode();
        InsnList inline = point.intrinsic().isLeaf() ? leaf(suspend) : await(point.intrinsic(), suspend);
        inline.add(next);
        inline.add(frames.at(plan, "java/lang/Object"));
        if (followingFrame(point.call()) != null) {
            inline.add(new InsnNode(Opcodes.NOP)); // two frames must not stand at one offset
        }
        method.instructions.insert(point.call(), inline);
        method.instructions.remove(point.call());
        addOutOfLine(plan, suspend, next);
    }

    private static InsnList leaf(LabelNode suspend) {
        InsnList code = new InsnList();
        code.add(new JumpInsnNode(Opcodes.GOTO, suspend));
        return code;
    }

    private InsnList await(Intrinsic intrinsic, LabelNode suspend) {
        InsnList code = new InsnList();
        String coroutine = "L" + AbiNames.COROUTINE + ";";
        if (intrinsic == Intrinsic.AWAIT_STAGE) {
            code.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC,
                    AbiNames.COROUTINE,
                    "of",
                    "(Ljava/util/concurrent/CompletionStage;)" + coroutine));
        } else if (intrinsic == Intrinsic.YIELD_FROM) {
            code.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC,
                    AbiNames.GENERATOR,
                    "delegate",
                    "(Ljava/lang/Iterable;)" + FRAME_PARAMETER));
        } else {
            if (intrinsic == Intrinsic.AWAIT_THROWING) {
                code.add(new InsnNode(Opcodes.POP));
            }
            code.add(new MethodInsnNode(Opcodes.INVOKEINTERFACE, AbiNames.AWAITABLE, "asCoroutine", "()" + coroutine));
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot()));
        code.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                AbiNames.MACHINE,
                "await",
                "(" + FRAME_PARAMETER + MACHINE_PARAMETER + ")" + AbiNames.OBJECT_DESCRIPTOR));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new FieldInsnNode(Opcodes.GETSTATIC, AbiNames.MACHINE, "SUSPENDED", AbiNames.OBJECT_DESCRIPTOR));
        code.add(new JumpInsnNode(Opcodes.IF_ACMPEQ, suspend));
        return code;
    }

    /** The compiler's frame that follows an instruction with nothing between that takes room in the code. */
    private static @Nullable FrameNode followingFrame(AbstractInsnNode insn) {
        AbstractInsnNode node = insn.getNext();
        while (node != null && node.getOpcode() < 0) {
            if (node instanceof FrameNode frame) {
                return frame;
            }
            node = node.getNext();
        }
        return null;
    }

    private void addOutOfLine(PointPlan point, LabelNode suspend, LabelNode next) {
        outOfLine.add(suspend);
        addLine(point.point().line(), suspend);
        outOfLine.add(frames.at(point, "java/lang/Object"));
        if (point.point().intrinsic().isLeaf()) {
            outOfLine.add(machine());
            outOfLine.add(new InsnNode(Opcodes.SWAP));
            outOfLine.add(new MethodInsnNode(
                    Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "yield", "(" + AbiNames.OBJECT_DESCRIPTOR + ")V"));
        } else {
            outOfLine.add(new InsnNode(Opcodes.POP));
        }
        outOfLine.add(spilling.save(point));
        outOfLine.add(machine());
        outOfLine.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot()));
        outOfLine.add(constant(point.state()));
        outOfLine.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL,
                AbiNames.MACHINE,
                "suspend",
                "(" + FRAME_PARAMETER + "I)" + AbiNames.OBJECT_DESCRIPTOR));
        outOfLine.add(new InsnNode(Opcodes.ARETURN));

        LabelNode resume = new LabelNode();
        LabelNode deliver = new LabelNode();
        LabelNode delivered = new LabelNode();
        resumes.add(resume);
        outOfLine.add(resume);
        outOfLine.add(frames.bare());
        outOfLine.add(spilling.restore(point));
        outOfLine.add(deliver);
        outOfLine.add(machine());
        outOfLine.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "resumed", "()" + AbiNames.OBJECT_DESCRIPTOR));
        outOfLine.add(delivered);
        outOfLine.add(new JumpInsnNode(Opcodes.GOTO, next));
        for (TryCatchBlockNode block : point.point().protectedBy()) {
            deliveries.computeIfAbsent(block, it -> new ArrayList<>()).add(new LabelNode[] {deliver, delivered});
        }
    }

    private void addLine(int line, LabelNode start) {
        if (line > 0) {
            outOfLine.add(new LineNumberNode(line, start));
        }
    }

    private VarInsnNode machine() {
        return new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot());
    }

    private static AbstractInsnNode constant(int number) {
        if (number <= Byte.MAX_VALUE) {
            return new IntInsnNode(Opcodes.BIPUSH, number);
        }
        return number <= Short.MAX_VALUE ? new IntInsnNode(Opcodes.SIPUSH, number) : new LdcInsnNode(number);
    }

    /** Each delivery gets the handlers of its call, right behind them in the table, so that the order of handlers stands. */
    private void protectDeliveries() {
        List<TryCatchBlockNode> table = new ArrayList<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            table.add(block);
            for (LabelNode[] range : deliveries.getOrDefault(block, List.of())) {
                table.add(new TryCatchBlockNode(range[0], range[1], block.handler, block.type));
            }
        }
        method.tryCatchBlocks = table;
    }
}
