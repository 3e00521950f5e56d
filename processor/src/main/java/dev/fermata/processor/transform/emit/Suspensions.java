package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.PointPlan;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Replaces the calls of intrinsics. In line, an await is a call and a comparison:
 *
 * <pre>
 *   .., awaitable
 *   it.asCoroutine()
 * again:
 *   Machine.await(it, machine)
 *   dup; getstatic SUSPENDED; if_acmpeq suspend
 *   .., outcome
 * </pre>
 *
 * Out of line, behind the code and so outside all its protected ranges:
 *
 * <pre>
 * suspend:
 *   return Frame.suspend(operands, locals, frame, machine, state)
 * </pre>
 *
 * {@link Resumptions} go to {@code again}, with {@code Machine.RESUMED} in the place of the awaitable. What a body is
 * resumed with is so delivered by the very call that has suspended it, within the ranges that it lies in: a failure reaches
 * the handlers around it, and the exception table stays as it is. A leaf has no such call; it goes to {@code suspend}, and
 * {@code again: machine.resumed()} stands after it. The yield of an async generator is one that returns its value, by
 * {@code machine.handOver()}, where others return SUSPENDED.
 *
 * <p>The usual way, to split each protected range in three around the point, would leave the spilling in line; moved out,
 * the path that does not suspend stays as short as the JIT compiler's limits for inlining want it.
 */
final class Suspensions {
    private static final String MACHINE_PARAMETER = "L" + AbiNames.MACHINE + ";";
    private static final String FRAME_PARAMETER = "L" + AbiNames.FRAME + ";";

    private final FunctionPlan plan;
    private final Frames frames;
    private final Spilling spilling;
    private final MethodNode method;
    private final OutOfLine outOfLine;
    private final List<LabelNode> entries = new ArrayList<>();

    private Suspensions(FunctionPlan plan, Frames frames, Spilling spilling, OutOfLine outOfLine) {
        this.plan = plan;
        this.frames = frames;
        this.spilling = spilling;
        this.method = plan.analysis().function().method();
        this.outOfLine = outOfLine;
    }

    /** Returns the labels where bodies are entered again, by state, from 1. */
    static List<LabelNode> apply(FunctionPlan plan, Frames frames, Spilling spilling, OutOfLine outOfLine) {
        Suspensions step = new Suspensions(plan, frames, spilling, outOfLine);
        plan.points().forEach(step::replace);
        return step.entries;
    }

    private void replace(PointPlan plan) {
        SuspensionPoint point = plan.point();
        LabelNode suspend = new LabelNode();
        LabelNode again = new LabelNode();
        InsnList inline = point.intrinsic().isLeaf() ? leaf(plan, suspend, again) : await(plan, suspend, again);
        if (point.intrinsic().isImplicit()) {
            ImplicitOutcomes.apply(plan, frames, method.instructions, inline, outOfLine);
        }
        method.instructions.insert(point.call(), inline);
        method.instructions.remove(point.call());
        entries.add(again);
        addOutOfLine(plan, suspend);
    }

    private InsnList leaf(PointPlan point, LabelNode suspend, LabelNode again) {
        InsnList code = new InsnList();
        code.add(new JumpInsnNode(Opcodes.GOTO, suspend));
        code.add(again);
        code.add(frames.at(point));
        code.add(machine());
        code.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "resumed", "()" + AbiNames.OBJECT_DESCRIPTOR));
        return code;
    }

    private InsnList await(PointPlan point, LabelNode suspend, LabelNode again) {
        Intrinsic intrinsic = point.point().intrinsic();
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
                    Opcodes.INVOKESTATIC, AbiNames.GENERATOR, "delegate", "(Ljava/lang/Iterable;)" + FRAME_PARAMETER));
        } else if (intrinsic.isImplicit()) {
            code.add(ImplicitOutcomes.callee(intrinsic));
        } else {
            if (intrinsic == Intrinsic.AWAIT_THROWING) {
                code.add(new InsnNode(Opcodes.POP));
            }
            code.add(new MethodInsnNode(Opcodes.INVOKEINTERFACE, AbiNames.AWAITABLE, "asCoroutine", "()" + coroutine));
        }
        code.add(again);
        code.add(frames.at(point, AbiNames.FRAME));
        code.add(machine());
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

    private void addOutOfLine(PointPlan point, LabelNode suspend) {
        outOfLine.begin(suspend, point.point().line(), frames.at(point, "java/lang/Object"));
        if (point.point().intrinsic().isLeaf()) {
            outOfLine.add(machine());
            outOfLine.add(new InsnNode(Opcodes.SWAP));
            outOfLine.add(new MethodInsnNode(
                    Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "yield", "(" + AbiNames.OBJECT_DESCRIPTOR + ")V"));
        } else {
            outOfLine.add(new InsnNode(Opcodes.POP));
        }
        outOfLine.add(spilling.suspend(point));
        if (point.point().intrinsic() == Intrinsic.ASYNC_YIELD) {
            outOfLine.add(new InsnNode(Opcodes.POP));
            outOfLine.add(machine());
            outOfLine.add(new MethodInsnNode(
                    Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "handOver", "()" + AbiNames.OBJECT_DESCRIPTOR));
        }
        outOfLine.add(new InsnNode(Opcodes.ARETURN));
    }

    private VarInsnNode machine() {
        return new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot());
    }
}
