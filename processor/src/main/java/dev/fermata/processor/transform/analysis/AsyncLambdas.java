package dev.fermata.processor.transform.analysis;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The bodies of async lambdas. javac makes the body of a lambda a synthetic method of the class, and names its interface only
 * where the lambda is made; so that is where to look.
 *
 * @param async name and descriptor of the bodies that are made lambdas of async interfaces
 * @param plain of those that are made lambdas of others
 */
record AsyncLambdas(Set<String> async, Set<String> plain) {
    private static final String LAMBDA_METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    static AsyncLambdas of(ClassNode host, Predicate<String> asyncInterface) {
        AsyncLambdas lambdas = new AsyncLambdas(new HashSet<>(), new HashSet<>());
        for (MethodNode method : host.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof InvokeDynamicInsnNode dynamic
                        && dynamic.bsm.getOwner().equals(LAMBDA_METAFACTORY)
                        && dynamic.bsmArgs[1] instanceof Handle body
                        && body.getOwner().equals(host.name)) {
                    String made = Type.getReturnType(dynamic.desc).getInternalName();
                    Set<String> bodies = asyncInterface.test(made) ? lambdas.async : lambdas.plain;
                    bodies.add(body.getName() + body.getDesc());
                }
            }
        }
        return lambdas;
    }

    /**
     * Whether a method is the body of an async lambda. One that nothing refers to counts, too: javac makes bodies before it
     * drops code that a constant makes dead, and with that code the only place that says what they are for. Then a future does
     * not tell, which plain lambdas return as well; an await does, since the checks have seen where it stands.
     */
    boolean contains(MethodNode method) {
        String key = key(method);
        boolean dead = !async.contains(key)
                && !plain.contains(key)
                && isLambdaBody(method)
                && (returnsCoroutine(method) || returnsFuture(method) && AsyncFunctions.stray(method) != null);
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0 && (async.contains(key) || dead);
    }

    /** Whether a method is the body of an async lambda and of a plain one. */
    boolean isShared(MethodNode method) {
        return async.contains(key(method)) && plain.contains(key(method)) && isLambdaBody(method);
    }

    private static String key(MethodNode method) {
        return method.name + method.desc;
    }

    private static boolean isLambdaBody(MethodNode method) {
        return (method.access & Opcodes.ACC_PRIVATE) != 0 && method.name.startsWith("lambda$");
    }

    private static boolean returnsFuture(MethodNode method) {
        return FunctionKind.ofAsync(Type.getReturnType(method.desc).getInternalName())
                .startsAtCall();
    }

    private static boolean returnsCoroutine(MethodNode method) {
        String returned = Type.getReturnType(method.desc).getInternalName();
        return returned.equals(AbiNames.COROUTINE) || returned.equals(AbiNames.ASYNC_GENERATOR);
    }
}
