package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.IterationStep;
import dev.fermata.processor.transform.plan.PointPlan;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Fits awaits that the source does not name to the code around them: a runtime call makes the frame to await of the receiver,
 * and the outcome becomes what the replaced call gave.
 *
 * <pre>
 *   hasNext()    checkcast Boolean; booleanValue()
 *   next()       the outcome itself
 *   close()      pop
 *
 *   hasNext(); ifeq exit; aload it; next()    dup; getstatic END; if_acmpeq exhausted
 *                                             exhausted: pop; goto exit     // out of line
 * </pre>
 */
final class ImplicitOutcomes {
    private static final String ITERATOR = "(Ljava/util/Iterator;)";
    private static final String RESOURCE = "(Ljava/lang/AutoCloseable;)";

    private ImplicitOutcomes() {}

    /** The call that makes the frame of what the replaced call was called on. */
    static MethodInsnNode callee(Intrinsic intrinsic) {
        String name = switch (intrinsic) {
            case HAS_NEXT -> "hasNext";
            case NEXT -> "next";
            case ADVANCE -> "advance";
            case CLOSE -> "close";
            case AWAIT, AWAIT_STAGE, AWAIT_THROWING, SUSPEND, YIELD, YIELD_FROM, ASYNC_YIELD ->
                throw new IllegalStateException(intrinsic + " names its callee");
        };
        String argument = intrinsic == Intrinsic.CLOSE ? RESOURCE : ITERATOR;
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, AbiNames.IMPLICIT_AWAIT, name, argument + "L" + AbiNames.FRAME + ";");
    }

    /** Adds to the await in line, and out of line, what comes after its outcome. */
    static void apply(PointPlan point, Frames frames, InsnList code, InsnList inline, OutOfLine outOfLine) {
        switch (point.point().intrinsic()) {
            case HAS_NEXT -> {
                inline.add(new TypeInsnNode(Opcodes.CHECKCAST, "java/lang/Boolean"));
                inline.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Boolean", "booleanValue", "()Z"));
            }
            case NEXT -> cast(point.point().call(), inline);
            case ADVANCE -> advance(point, frames, code, inline, outOfLine);
            case CLOSE -> inline.add(new InsnNode(Opcodes.POP));
            case AWAIT, AWAIT_STAGE, AWAIT_THROWING, SUSPEND, YIELD, YIELD_FROM, ASYNC_YIELD -> {}
        }
    }

    private static void advance(PointPlan point, Frames frames, InsnList code, InsnList inline, OutOfLine outOfLine) {
        IterationStep step = point.point().step().orElseThrow();
        LabelNode exhausted = new LabelNode();
        inline.add(new InsnNode(Opcodes.DUP));
        inline.add(new FieldInsnNode(Opcodes.GETSTATIC, AbiNames.IMPLICIT_AWAIT, "END", AbiNames.OBJECT_DESCRIPTOR));
        inline.add(new JumpInsnNode(Opcodes.IF_ACMPEQ, exhausted));
        cast(step.next(), inline);
        code.remove(step.load());
        code.remove(step.next());

        outOfLine.begin(exhausted, point.point().line(), frames.at(point, "java/lang/Object"));
        outOfLine.add(new InsnNode(Opcodes.POP));
        outOfLine.add(new JumpInsnNode(Opcodes.GOTO, step.exit().label));
        code.remove(step.exit());
    }

    /** An iterator's class may narrow what {@code next()} returns. */
    private static void cast(MethodInsnNode next, InsnList inline) {
        Type returned = Type.getReturnType(next.desc);
        if (!returned.getInternalName().equals("java/lang/Object")) {
            inline.add(new TypeInsnNode(Opcodes.CHECKCAST, returned.getInternalName()));
        }
    }
}
