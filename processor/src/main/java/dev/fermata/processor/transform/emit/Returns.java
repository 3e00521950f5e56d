package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.Adjacent;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.ReturnPoint;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.FusedCall;
import dev.fermata.processor.transform.plan.Primitive;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes a body return outcomes where the function returned coroutines.
 *
 * <pre>
 *   return result(x);   x; areturn              // no coroutine is made
 *   return done();      aconst_null; areturn
 *   return other(y);    other(y); machine.tail(it, frame); areturn
 *                       // of an async generator: machine.tail(AsyncGeneratorFrame.of(it), frame)
 *                       // of a future: machine.tail(Coroutine.of(it), frame)
 *                       // of a known function: Machine.leave(frame); other$async(y, null, machine, entry - 1)
 *   return completedFuture(x);   x; areturn
 * </pre>
 *
 * In a body that hands over a primitive, see {@link PrimitiveOutcomes}, nothing but
 *
 * <pre>
 *   return result(x);   x; lreturn              // without Long.valueOf
 *   return other(y);    Machine.leave(frame); other$async(y, null, machine, entry - 1); lreturn
 * </pre>
 *
 * The tail call is made outside all protected ranges of the body: as in the source, the try is left before the other
 * coroutine runs. There is one for each line, which traces of that coroutine tell.
 */
final class Returns {
    private final FunctionPlan plan;
    private final MethodNode method;
    private final InsnList code;
    private final Map<Integer, LabelNode> outside = new LinkedHashMap<>();
    private final Set<AbstractInsnNode> handedOn = new HashSet<>();

    private Returns(FunctionPlan plan) {
        this.plan = plan;
        this.method = plan.analysis().function().method();
        this.code = method.instructions;
    }

    /** Returns the awaits whose outcomes are returned as the bodies hand them over that these enter. */
    static Set<AbstractInsnNode> apply(FunctionPlan plan, Frames frames, OutOfLine outOfLine) {
        Returns step = new Returns(plan);
        step.returnWhereEnded();
        plan.analysis().returns().forEach(step::rewrite);
        if (plan.primitive().isPresent()) {
            step.sealUnreachable();
        }
        step.outside.forEach((line, label) -> {
            outOfLine.begin(
                    label, line, frames.bare(plan.analysis().function().kind().returned()));
            outOfLine.add(step.tail());
            outOfLine.add(new InsnNode(Opcodes.ARETURN));
        });
        return step.handedOn;
    }

    /**
     * Puts a return right behind each call of result() and the like that only leads to one, as in {@code return b ? result(x) :
     * result(y)}.
     */
    private void returnWhereEnded() {
        FunctionKind kind = plan.analysis().function().kind();
        for (AbstractInsnNode insn : code.toArray()) {
            if (ReturnPoint.isEnding(insn, kind)) {
                AbstractInsnNode next = after(insn);
                AbstractInsnNode target = next instanceof JumpInsnNode jump && jump.getOpcode() == Opcodes.GOTO
                        ? after(jump.label)
                        : next;
                if (target.getOpcode() == Opcodes.ARETURN && ReturnPoint.endingBefore(target, kind) != insn) {
                    code.insert(insn, end((MethodInsnNode) insn));
                    code.remove(insn);
                    if (next instanceof JumpInsnNode) {
                        code.remove(next);
                    }
                }
            }
        }
    }

    private static AbstractInsnNode after(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    /** Leaves the value for the return, and makes no coroutine of it. Gives the return; the call is still there. */
    private InsnNode end(MethodInsnNode ending) {
        if (plan.primitive().isPresent()) {
            return endPrimitive(ending, plan.primitive().get());
        }
        if (Type.getArgumentTypes(ending.desc).length == 0) {
            code.insertBefore(ending, new InsnNode(Opcodes.ACONST_NULL));
        } else if (plan.analysis().function().kind() == FunctionKind.GENERATOR && !plan.returnsOthers()) {
            code.insertBefore(ending, note());
        }
        return new InsnNode(Opcodes.ARETURN);
    }

    /** What is not boxed here comes of an await, which will leave it as it is, or is not reachable. */
    private InsnNode endPrimitive(MethodInsnNode ending, Primitive primitive) {
        AbstractInsnNode before = Adjacent.before(ending, method);
        if (before == null) {
            return new InsnNode(Opcodes.ARETURN);
        }
        if (primitive.isBoxing(before)) {
            code.insertBefore(ending, PrimitiveOutcomes.toBits(primitive));
            code.remove(before);
            return PrimitiveOutcomes.leave(primitive);
        }
        AbstractInsnNode await = primitive.isCast(before) ? Adjacent.before(before, method) : before;
        if (await == null || plan.points().stream().noneMatch(it -> it.point().call() == await)) {
            return new InsnNode(Opcodes.ARETURN);
        }
        if (await != before) {
            code.remove(before);
        }
        handedOn.add(await);
        return PrimitiveOutcomes.leave(primitive);
    }

    /**
     * All returns of a coroutine are gone but those that nothing leads to, or nothing any more, where ways have met before. There the type
     * would be the wrong one.
     */
    private void sealUnreachable() {
        for (AbstractInsnNode insn : code.toArray()) {
            if (insn.getOpcode() == Opcodes.ARETURN) {
                code.insertBefore(insn, new InsnNode(Opcodes.ACONST_NULL));
                code.set(insn, new InsnNode(Opcodes.ATHROW));
            }
        }
    }

    /** Of a generator that somebody may ask for it: a frame that was made late nobody knows. */
    private InsnList note() {
        InsnList note = new InsnList();
        note.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot()));
        note.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                AbiNames.GENERATOR,
                "ended",
                "(" + AbiNames.OBJECT_DESCRIPTOR + "L" + AbiNames.GENERATOR + ";)" + AbiNames.OBJECT_DESCRIPTOR));
        return note;
    }

    private void rewrite(ReturnPoint point) {
        MethodInsnNode ending = point.ending();
        FusedCall tailCall = plan.tailCalls().get(point.insn());
        if (ending != null) {
            code.set(point.insn(), end(ending));
            code.remove(ending);
        } else if (plan.primitive().isPresent() && tailCall == null) {
            // not reachable any more
        } else if (tailCall != null) {
            code.insertBefore(tailCall.call(), fused(tailCall));
            code.remove(tailCall.call());
            plan.primitive().ifPresent(it -> code.set(point.insn(), PrimitiveOutcomes.leave(it)));
        } else if (point.leavesRange()) {
            LabelNode label = outside.computeIfAbsent(point.line(), it -> new LabelNode());
            code.set(point.insn(), new JumpInsnNode(Opcodes.GOTO, label));
        } else {
            code.insertBefore(point.insn(), tail());
        }
    }

    private InsnList fused(FusedCall tailCall) {
        InsnList enter = new InsnList();
        enter.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot()));
        enter.add(new MethodInsnNode(Opcodes.INVOKESTATIC, AbiNames.MACHINE, "leave", "(L" + AbiNames.FRAME + ";)V"));
        enter.add(FusedBody.enter(plan, tailCall));
        if (plan.primitive().isEmpty() && tailCall.primitive().isPresent()) {
            enter.add(PrimitiveOutcomes.box(
                    tailCall.primitive().get(), plan.layout().machineSlot()));
        }
        return enter;
    }

    private InsnList tail() {
        InsnList tail = new InsnList();
        switch (plan.analysis().function().kind()) {
            case COROUTINE, GENERATOR -> {}
            case ASYNC_GENERATOR -> tail.add(frameOf(AbiNames.ASYNC_GENERATOR, AbiNames.ASYNC_GENERATOR_FRAME));
            case FUTURE, STAGE -> tail.add(frameOf(AbiNames.COMPLETION_STAGE, AbiNames.COROUTINE));
        }
        tail.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot()));
        tail.add(new InsnNode(Opcodes.SWAP));
        tail.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot()));
        if (plan.entered()) {
            tail.add(new VarInsnNode(Opcodes.ILOAD, plan.layout().entrySlot()));
        }
        tail.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL,
                AbiNames.MACHINE,
                "tail",
                "(L" + AbiNames.FRAME + ";L" + AbiNames.FRAME + (plan.entered() ? ";I)" : ";)")
                        + AbiNames.OBJECT_DESCRIPTOR));
        return tail;
    }

    private static MethodInsnNode frameOf(String returned, String frame) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, frame, "of", "(L" + returned + ";)L" + frame + ";");
    }
}
