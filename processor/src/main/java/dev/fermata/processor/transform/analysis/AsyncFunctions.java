package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods of a class that are to be rewritten. */
public final class AsyncFunctions {
    private static final String LAMBDA_METAFACTORY = "java/lang/invoke/LambdaMetafactory";

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
        Set<String> lambdas = asyncLambdas(host, asyncInterface);
        List<AsyncFunction> functions = new ArrayList<>();
        for (MethodNode method : host.methods) {
            // Bridges carry copies of the annotations (JDK-6695379) and call the function itself.
            if ((method.access & Opcodes.ACC_BRIDGE) != 0 || method.instructions.size() == 0) {
                continue;
            }
            boolean lambda = lambdas.contains(method.name + method.desc);
            kind(method, lambda || implied.test(method))
                    .ifPresent(kind -> functions.add(new AsyncFunction(method, kind)));
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
            return Optional.of(FunctionKind.COROUTINE);
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

    /**
     * Name and descriptor of the bodies of lambdas for async interfaces: javac makes them synthetic methods of the class. Also
     * of bodies that nothing refers to: javac has made them before it drops code that a constant makes dead, and with the code
     * it drops the only place that says what they are for.
     */
    private static Set<String> asyncLambdas(ClassNode host, Predicate<String> asyncInterface) {
        Set<String> async = new HashSet<>();
        Set<String> referred = new HashSet<>();
        for (MethodNode method : host.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof InvokeDynamicInsnNode dynamic
                        && dynamic.bsm.getOwner().equals(LAMBDA_METAFACTORY)
                        && dynamic.bsmArgs[1] instanceof Handle body
                        && body.getOwner().equals(host.name)) {
                    referred.add(body.getName() + body.getDesc());
                    if (asyncInterface.test(Type.getReturnType(dynamic.desc).getInternalName())) {
                        async.add(body.getName() + body.getDesc());
                    }
                }
            }
        }
        Set<String> bodies = new HashSet<>();
        for (MethodNode method : host.methods) {
            String key = method.name + method.desc;
            boolean dead = !referred.contains(key) && isLambdaBody(method) && returnsCoroutine(method);
            boolean synthetic = (method.access & Opcodes.ACC_SYNTHETIC) != 0;
            if (synthetic && (async.contains(key) || dead)) {
                bodies.add(key);
            }
        }
        return bodies;
    }

    private static boolean isLambdaBody(MethodNode method) {
        return (method.access & Opcodes.ACC_PRIVATE) != 0 && method.name.startsWith("lambda$");
    }

    private static boolean returnsCoroutine(MethodNode method) {
        return Type.getReturnType(method.desc).getInternalName().equals(AbiNames.COROUTINE);
    }
}
