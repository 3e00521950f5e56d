package dev.fermata.processor.transform.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The calls of an async function that await without saying so: {@code hasNext()} and {@code next()} of asynchronous iterators,
 * {@code close()} of asynchronous resources. {@code for} and {@code try} call them, or the source does. What a call names
 * decides, or what its receiver came from where it names plain Iterator; never what an overriding method may do.
 *
 * @param calls the calls
 * @param steps those of {@code hasNext()} that take the element along
 */
record ImplicitAwaits(Map<AbstractInsnNode, Intrinsic> calls, Map<AbstractInsnNode, IterationStep> steps) {
    /**
     * Finds them.
     *
     * @param owner the internal name of the class
     * @param function the function
     * @param isSubclass tells whether the first class is a subclass of the second
     */
    static ImplicitAwaits of(String owner, AsyncFunction function, BiPredicate<String, String> isSubclass)
            throws CannotRewrite {
        ImplicitAwaits awaits = new ImplicitAwaits(new HashMap<>(), new HashMap<>());
        MethodNode method = function.method();
        if (!function.kind().isAsync()) {
            return awaits;
        }
        AsyncTypes types = new AsyncTypes(isSubclass);
        Map<AbstractInsnNode, Origin> origins = IteratorOrigins.of(owner, method, types);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && isVirtual(call)) {
                Intrinsic intrinsic = intrinsic(call, types, origins.getOrDefault(insn, Origin.PLAIN));
                if (intrinsic != null) {
                    awaits.calls.put(call, intrinsic);
                }
            }
        }
        awaits.joinSteps(method);
        return awaits;
    }

    /** A call by invokespecial means one implementation, super's own, and gets it. */
    private static boolean isVirtual(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
    }

    private static @Nullable Intrinsic intrinsic(MethodInsnNode call, AsyncTypes types, Origin receiver) {
        Type returned = Type.getReturnType(call.desc);
        if (!call.desc.startsWith("()")) {
            return null;
        }
        return switch (call.name) {
            case "hasNext" ->
                returned == Type.BOOLEAN_TYPE && isIterator(call, types, receiver) ? Intrinsic.HAS_NEXT : null;
            case "next" ->
                returned.getSort() >= Type.ARRAY && isIterator(call, types, receiver) ? Intrinsic.NEXT : null;
            case "close" -> returned == Type.VOID_TYPE && types.isCloseable(call.owner) ? Intrinsic.CLOSE : null;
            default -> null;
        };
    }

    private static boolean isIterator(MethodInsnNode call, AsyncTypes types, Origin receiver) {
        return receiver.async() || types.isIterator(call.owner);
    }

    private void joinSteps(MethodNode method) {
        Set<LabelNode> borders = new HashSet<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            borders.add(block.start);
            borders.add(block.end);
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (calls.get(insn) == Intrinsic.HAS_NEXT) {
                IterationStep step = IterationStep.startingAt((MethodInsnNode) insn, borders);
                if (step != null && calls.get(step.next()) == Intrinsic.NEXT) {
                    calls.remove(step.next());
                    calls.put(insn, Intrinsic.ADVANCE);
                    steps.put(insn, step);
                }
            }
        }
    }

    /** The intrinsic that an instruction is, if it is one. */
    Optional<Intrinsic> at(AbstractInsnNode insn) {
        return Optional.ofNullable(calls.get(insn));
    }

    /** The step that a call of {@code hasNext()} is part of, if it is. */
    Optional<IterationStep> stepAt(AbstractInsnNode insn) {
        return Optional.ofNullable(steps.get(insn));
    }
}
