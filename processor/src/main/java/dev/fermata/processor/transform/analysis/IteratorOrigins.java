package dev.fermata.processor.transform.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Where the receivers of {@code Iterator.hasNext()} and {@code next()} come from. A {@code for} calls these two whatever its
 * iterator is, so it has to be followed from what made it, through variables and joins. A fixpoint over two bits; classes
 * are only asked whether they are AsyncIterators.
 */
final class IteratorOrigins {
    private IteratorOrigins() {}

    /** The origins of the receivers of calls, unreachable ones left out; empty if nothing asynchronous is in sight. */
    static Map<AbstractInsnNode, Origin> of(String owner, MethodNode method, AsyncTypes types) throws CannotRewrite {
        Map<AbstractInsnNode, Origin> origins = new HashMap<>();
        if (!hasAny(method) || !mentionsAsync(method, types)) {
            return origins;
        }
        Frame<Origin>[] frames;
        try {
            frames = new Analyzer<>(new OriginInterpreter(types)).analyze(owner, method);
        } catch (AnalyzerException | IndexOutOfBoundsException broken) {
            throw CannotRewrite.badCode(Lines.first(method), broken.getMessage());
        }
        for (int index = 0; index < frames.length; index++) {
            AbstractInsnNode insn = method.instructions.get(index);
            Frame<Origin> frame = frames[index];
            if (frame != null && isCallOfIterator(insn)) {
                origins.put(insn, frame.getStack(frame.getStackSize() - 1));
            }
        }
        return origins;
    }

    private static boolean hasAny(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (isCallOfIterator(insn)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCallOfIterator(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.owner.equals(OriginInterpreter.ITERATOR)
                && (call.name.equals("hasNext") || call.name.equals("next"));
    }

    private static boolean mentionsAsync(MethodNode method, AsyncTypes types) {
        for (AbstractInsnNode insn : method.instructions) {
            if (mentionsAsync(insn, types)) {
                return true;
            }
        }
        return Stream.of(Type.getArgumentTypes(method.desc)).anyMatch(types::holdsIterator);
    }

    private static boolean mentionsAsync(AbstractInsnNode insn, AsyncTypes types) {
        if (insn instanceof MethodInsnNode call) {
            return types.givesIterators(call);
        } else if (insn instanceof InvokeDynamicInsnNode call) {
            return types.holdsIterator(Type.getReturnType(call.desc));
        } else if (insn instanceof FieldInsnNode field) {
            return types.holdsIterator(Type.getType(field.desc));
        }
        return insn instanceof TypeInsnNode type && types.holdsIterator(Type.getObjectType(type.desc));
    }
}
