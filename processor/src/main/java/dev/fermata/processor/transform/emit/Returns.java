package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.ReturnPoint;
import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
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
        plan.analysis().returns().forEach(step::rewrite);
        step.outside.forEach((line, label) -> {
            outOfLine.begin(
                    label, line, frames.bare(plan.analysis().function().kind().returned()));
            outOfLine.add(step.tail());
            outOfLine.add(new InsnNode(Opcodes.ARETURN));
        });
    }

    private void rewrite(ReturnPoint point) {
        MethodInsnNode ending = ending(point.insn());
        if (ending != null) {
            if (Type.getArgumentTypes(ending.desc).length == 0) {
                code.insert(ending, new InsnNode(Opcodes.ACONST_NULL));
            }
            code.remove(ending);
        } else if (point.leavesRange()) {
            LabelNode label = outside.computeIfAbsent(point.line(), it -> new LabelNode());
            code.set(point.insn(), new JumpInsnNode(Opcodes.GOTO, label));
        } else {
            code.insertBefore(point.insn(), tail());
        }
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
        tail.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL,
                AbiNames.MACHINE,
                "tail",
                "(L" + AbiNames.FRAME + ";L" + AbiNames.FRAME + ";)" + AbiNames.OBJECT_DESCRIPTOR));
        return tail;
    }

    private static MethodInsnNode frameOf(String returned, String frame) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, frame, "of", "(L" + returned + ";)L" + frame + ";");
    }

    /** The call of result(), done(), end() or completedFuture() whose value a return instruction returns, if it stands right before it. */
    private @Nullable MethodInsnNode ending(AbstractInsnNode insn) {
        AbstractInsnNode before = insn.getPrevious();
        while (before != null && before.getOpcode() < 0 && !(before instanceof FrameNode)) {
            before = before.getPrevious();
        }
        if (before instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESTATIC) {
            FunctionKind kind = plan.analysis().function().kind();
            String owner = kind == FunctionKind.STAGE ? AbiNames.COMPLETABLE_FUTURE : kind.returned();
            return call.owner.equals(owner) && endings(kind).contains(call.name) ? call : null;
        }
        return null;
    }

    private static Set<String> endings(FunctionKind kind) {
        return switch (kind) {
            case COROUTINE -> Set.of("result", "done");
            case GENERATOR, ASYNC_GENERATOR -> Set.of("end");
            case FUTURE, STAGE -> Set.of("completedFuture", "completedStage");
        };
    }
}
