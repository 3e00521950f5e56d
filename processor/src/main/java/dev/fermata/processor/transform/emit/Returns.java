package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.ReturnPoint;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.FusedCall;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
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
 * The tail call is made outside all protected ranges of the body: as in the source, the try is left before the other
 * coroutine runs. There is one for each line, which traces of that coroutine tell.
 */
final class Returns {
    private final FunctionPlan plan;
    private final InsnList code;
    private final Map<Integer, LabelNode> outside = new LinkedHashMap<>();

    private Returns(FunctionPlan plan) {
        this.plan = plan;
        this.code = plan.analysis().function().method().instructions;
    }

    static void apply(FunctionPlan plan, Frames frames, OutOfLine outOfLine) {
        Returns step = new Returns(plan);
        step.returnWhereEnded();
        plan.analysis().returns().forEach(step::rewrite);
        step.outside.forEach((line, label) -> {
            outOfLine.begin(
                    label, line, frames.bare(plan.analysis().function().kind().returned()));
            outOfLine.add(step.tail());
            outOfLine.add(new InsnNode(Opcodes.ARETURN));
        });
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
                    code.insert(insn, new InsnNode(Opcodes.ARETURN));
                    end((MethodInsnNode) insn);
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

    /** Leaves the value for the return, and makes no coroutine of it. */
    private void end(MethodInsnNode ending) {
        if (Type.getArgumentTypes(ending.desc).length == 0) {
            code.insert(ending, new InsnNode(Opcodes.ACONST_NULL));
        } else if (plan.analysis().function().kind() == FunctionKind.GENERATOR && !plan.returnsOthers()) {
            code.insert(ending, note());
        }
        code.remove(ending);
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
            end(ending);
        } else if (tailCall != null) {
            code.insertBefore(tailCall.call(), fused(tailCall));
            code.remove(tailCall.call());
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
