package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.Adjacent;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.FusedCall;
import dev.fermata.processor.transform.plan.FusedCalls;
import dev.fermata.processor.transform.plan.PointPlan;
import dev.fermata.processor.transform.plan.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Replaces the calls of intrinsics. In line, an await is a call and a comparison, and what takes the outcome when the body is
 * resumed:
 *
 * <pre>
 *   .., awaitable
 *   it.asCoroutine()
 *   Machine.await(it, machine)          // with the entry too, in a body that may have been entered without its frame
 *   goto come
 * again:
 *   machine.resumed()
 * come:
 *   dup; getstatic SUSPENDED; if_acmpeq suspend
 *   .., outcome
 * </pre>
 *
 * An await of what a call right before it makes enters the body of the callee instead, if that is known, see
 * {@link FusedCalls}:
 *
 * <pre>
 *   .., arguments
 *   callee$async(arguments, null, machine, entry - 1)
 *   goto come; ..
 * </pre>
 *
 * If that body hands over a long, or any other primitive, see {@link PrimitiveOutcomes}:
 *
 * <pre>
 *   callee$async(arguments, null, machine, entry - 1)
 *   dup; MARK
 *   goto come
 * again:
 *   Primitives.resumedLong(machine); 0; 1
 * come:
 *   if_eq suspend
 *   .., outcome                         // in its box, if it is not taken out of that at once
 * </pre>
 *
 * Out of line, behind the code and so outside all its protected ranges:
 *
 * <pre>
 * suspend:
 *   return Frame.suspend(operands, locals, frame, machine, state)
 * </pre>
 *
 * behind {@code Primitives.markedLong(MARK, machine)} where the outcome is a primitive.
 * {@link Resumptions} go to {@code again}. What a body is resumed with is so delivered right behind the call that has suspended
 * it, within the ranges that it lies in: a failure reaches the handlers around it, and the exception table stays as it is. To
 * make the same call again, with {@code Machine.RESUMED} for the awaitable, takes fewer bytes; but then the awaitable is one of
 * two, and the JIT compiler has to make the object also where nobody ever sees it. So that is for bodies of many awaits, which
 * it does not compile anyway. A leaf has no such call; it goes to
 * {@code suspend}, and {@code again: machine.resumed()} stands after it. The yield of an async generator is one that returns its
 * value, by {@code machine.handOver()}, where others return SUSPENDED.
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
    private final Set<AbstractInsnNode> handedOn;
    private final List<LabelNode> entries = new ArrayList<>();

    /** Where the first block begins of those that ask why a body has returned the mark; null if there is none. */
    private @Nullable LabelNode marked;

    private Suspensions(
            FunctionPlan plan, Frames frames, Spilling spilling, OutOfLine outOfLine, Set<AbstractInsnNode> handedOn) {
        this.plan = plan;
        this.frames = frames;
        this.spilling = spilling;
        this.method = plan.analysis().function().method();
        this.outOfLine = outOfLine;
        this.handedOn = handedOn;
    }

    /**
     * Returns the labels where bodies are entered again, by state, from 1.
     *
     * @param handedOn the awaits whose outcomes are returned as they are
     */
    static List<LabelNode> apply(
            FunctionPlan plan, Frames frames, Spilling spilling, OutOfLine outOfLine, Set<AbstractInsnNode> handedOn) {
        Suspensions step = new Suspensions(plan, frames, spilling, outOfLine, handedOn);
        plan.points().forEach(step::replace);
        step.protectMarks();
        return step.entries;
    }

    private void replace(PointPlan plan) {
        SuspensionPoint point = plan.point();
        LabelNode suspend = new LabelNode();
        LabelNode again = new LabelNode();
        InsnList inline;
        if (point.intrinsic().isLeaf()) {
            inline = leaf(plan, suspend, again);
        } else if (plan.fused().isPresent()) {
            inline = fused(plan, suspend, again);
            method.instructions.remove(plan.fused().get().call());
        } else {
            inline = await(plan, suspend, again);
        }
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
        code.add(plan.runsAlone() ? resumedAlone() : resumed());
        return code;
    }

    private InsnList fused(PointPlan point, LabelNode suspend, LabelNode again) {
        InsnList code = new InsnList();
        FusedCall call = point.fused().orElseThrow();
        code.add(FusedBody.enter(plan, call));
        code.add(
                call.primitive().isPresent()
                        ? primitive(point, call.primitive().get(), suspend, again)
                        : outcome(point, suspend, again));
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
        boolean bare = plan.isResumedBare(point);
        if (!bare) {
            code.add(again);
            code.add(frames.at(point, AbiNames.FRAME));
        }
        code.add(machine());
        if (plan.entered()) {
            code.add(entry());
        }
        code.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                AbiNames.MACHINE,
                "await",
                "(" + FRAME_PARAMETER + MACHINE_PARAMETER + (plan.entered() ? "I)" : ")")
                        + AbiNames.OBJECT_DESCRIPTOR));
        if (bare) {
            code.add(outcome(point, suspend, again));
        } else {
            code.add(new InsnNode(Opcodes.DUP));
            code.add(suspended());
            code.add(new JumpInsnNode(Opcodes.IF_ACMPEQ, suspend));
        }
        return code;
    }

    /**
     * Of a call that may have suspended, or from the machine when that is over. Both are compared, though only the first can be
     * the mark: so a test that lets an await suspend and go on has been everywhere, and coverage tools say so.
     */
    private InsnList outcome(PointPlan point, LabelNode suspend, LabelNode again) {
        LabelNode come = new LabelNode();
        InsnList code = new InsnList();
        code.add(new JumpInsnNode(Opcodes.GOTO, come));
        code.add(again);
        code.add(frames.at(point));
        code.add(machine());
        code.add(resumed());
        code.add(come);
        code.add(frames.at(point, "java/lang/Object"));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(suspended());
        code.add(new JumpInsnNode(Opcodes.IF_ACMPEQ, suspend));
        return code;
    }

    /**
     * As {@link #outcome}, of a body that hands over a primitive. What it was resumed with goes the same way, past a comparison of what is never
     * equal: it may be the mark itself, but is not taken for that again.
     */
    private InsnList primitive(PointPlan point, Primitive primitive, LabelNode suspend, LabelNode again) {
        Object item = PrimitiveOutcomes.item(primitive);
        LabelNode come = new LabelNode();
        InsnList code = new InsnList();
        code.add(PrimitiveOutcomes.duplicate(primitive));
        code.add(PrimitiveOutcomes.mark(primitive));
        code.add(new JumpInsnNode(Opcodes.GOTO, come));
        code.add(again);
        code.add(frames.at(point));
        code.add(PrimitiveOutcomes.resumed(primitive, plan.layout().machineSlot()));
        code.add(PrimitiveOutcomes.different(primitive));
        code.add(come);
        code.add(frames.at(point, item, item, item));
        code.add(PrimitiveOutcomes.jumpIfEqual(primitive, suspend));
        code.add(use(point.point().call(), primitive));
        return code;
    }

    /** As the code behind the await wants it: returned as it is, dropped, unboxed, or in its box after all. */
    private InsnList use(AbstractInsnNode await, Primitive primitive) {
        if (handedOn.contains(await)) {
            return new InsnList();
        }
        AbstractInsnNode next = Adjacent.after(await, method);
        if (next != null && next.getOpcode() == Opcodes.POP) {
            method.instructions.remove(next);
            return PrimitiveOutcomes.drop(primitive);
        }
        InsnList code = PrimitiveOutcomes.fromBits(primitive);
        AbstractInsnNode call = next == null ? null : Adjacent.after(next, method);
        if (next != null && call != null && primitive.isCast(next) && primitive.isUnboxing(call)) {
            method.instructions.remove(next);
            method.instructions.remove(call);
        } else {
            code.add(primitive.boxing());
        }
        return code;
    }

    /** Nobody may find the machine's field set behind a call that was not made, for want of room on the stack. */
    private void protectMarks() {
        if (marked != null) {
            LabelNode end = new LabelNode();
            outOfLine.add(end);
            outOfLine.add(frames.bare("java/lang/Throwable"));
            outOfLine.add(PrimitiveOutcomes.clear(plan.layout().machineSlot()));
            outOfLine.add(new InsnNode(Opcodes.ATHROW));
            method.tryCatchBlocks.add(new TryCatchBlockNode(marked, end, end, null));
        }
    }

    private void addOutOfLine(PointPlan point, LabelNode suspend) {
        Optional<Primitive> awaited = point.fused().flatMap(FusedCall::primitive);
        Object outcome = awaited.isPresent() ? PrimitiveOutcomes.item(awaited.get()) : "java/lang/Object";
        outOfLine.begin(suspend, point.point().line(), frames.at(point, outcome));
        if (plan.runsAlone()) {
            give();
        } else if (point.point().intrinsic().isLeaf()) {
            outOfLine.add(machine());
            outOfLine.add(new InsnNode(Opcodes.SWAP));
            outOfLine.add(new MethodInsnNode(
                    Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "yield", "(" + AbiNames.OBJECT_DESCRIPTOR + ")V"));
        } else if (awaited.isPresent()) {
            marked = marked == null ? suspend : marked;
            outOfLine.add(PrimitiveOutcomes.marked(awaited.get(), plan.layout().machineSlot()));
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
        outOfLine.add(
                plan.primitive().isPresent()
                        ? PrimitiveOutcomes.leave(plan.primitive().get())
                        : new InsnNode(Opcodes.ARETURN));
    }

    /** Leaves the element with the frame or the machine: whichever there is. */
    private void give() {
        outOfLine.add(frame());
        outOfLine.add(machine());
        outOfLine.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC, plan.className(), GeneratorClass.GIVE, GeneratorClass.giveDescriptor(plan)));
    }

    private static FieldInsnNode suspended() {
        return new FieldInsnNode(Opcodes.GETSTATIC, AbiNames.MACHINE, "SUSPENDED", AbiNames.OBJECT_DESCRIPTOR);
    }

    private static MethodInsnNode resumed() {
        return new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "resumed", "()" + AbiNames.OBJECT_DESCRIPTOR);
    }

    private static MethodInsnNode resumedAlone() {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                AbiNames.MACHINE,
                "resumed",
                "(" + MACHINE_PARAMETER + ")" + AbiNames.OBJECT_DESCRIPTOR);
    }

    private VarInsnNode entry() {
        return new VarInsnNode(Opcodes.ILOAD, plan.layout().entrySlot());
    }

    private VarInsnNode frame() {
        return new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot());
    }

    private VarInsnNode machine() {
        return new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot());
    }
}
