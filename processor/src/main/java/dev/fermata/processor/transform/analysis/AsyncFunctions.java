package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods of a class that are to be rewritten. */
public final class AsyncFunctions {
    private AsyncFunctions() {}

    /**
     * Finds them.
     *
     * @param host the class
     * @param asyncInterface tells whether lambdas for an interface are async code
     * @param implied tells whether a method without annotation is async code
     * @return the functions, in the order of the class file
     */
    public static List<AsyncFunction> of(
            ClassNode host, Predicate<String> asyncInterface, Predicate<MethodNode> implied) {
        AsyncLambdas lambdas = AsyncLambdas.of(host, asyncInterface);
        List<AsyncFunction> functions = new ArrayList<>();
        for (MethodNode method : host.methods) {
            // Bridges carry copies of the annotations (JDK-6695379) and call the function itself.
            if ((method.access & Opcodes.ACC_BRIDGE) != 0 || method.instructions.size() == 0) {
                continue;
            }
            kind(method, lambdas.contains(method) || implied.test(method))
                    .ifPresent(kind -> functions.add(new AsyncFunction(method, kind, lambdas.isShared(method))));
        }
        return functions;
    }

    /**
     * Finds the first call of an intrinsic in a method that is not to be rewritten.
     *
     * @param method the method
     * @return why it cannot stay as it is, or null if it can
     */
    public static @Nullable CannotRewrite stray(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            Optional<Intrinsic> intrinsic = Intrinsic.calledBy(insn);
            if (intrinsic.isPresent()) {
                return new CannotRewrite(
                        Lines.of(insn),
                        "calls " + intrinsic.get().text()
                                + " and is neither a coroutine function nor a generator function");
            }
        }
        return null;
    }

    private static Optional<FunctionKind> kind(MethodNode method, boolean implied) {
        if (implied || annotated(method, AbiNames.ASYNC_DESCRIPTOR)) {
            return Optional.of(
                    FunctionKind.ofAsync(Type.getReturnType(method.desc).getInternalName()));
        }
        return annotated(method, AbiNames.YIELDS_DESCRIPTOR) ? Optional.of(FunctionKind.GENERATOR) : Optional.empty();
    }

    private static boolean annotated(MethodNode method, String descriptor) {
        return has(method.visibleAnnotations, descriptor);
    }

    /**
     * Tells whether an annotation is there.
     *
     * @param annotations the annotations, or null for none, as ASM has them
     * @param descriptor the descriptor of an annotation interface
     * @return true if it is
     */
    public static boolean has(@Nullable List<AnnotationNode> annotations, String descriptor) {
        return annotations != null && annotations.stream().anyMatch(it -> it.desc.equals(descriptor));
    }
}
