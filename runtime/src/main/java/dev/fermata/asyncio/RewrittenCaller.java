package dev.fermata.asyncio;

import dev.fermata.Async;
import dev.fermata.Yields;
import dev.fermata.machine.Machine;
import dev.fermata.machine.Transformed;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at who runs a program's main coroutine, for the one case in which nothing else tells that the processor was forgotten: an
 * {@code @Async} method that never awaits. Not rewritten it is a plain method, whose body runs at the call, and the coroutine that it
 * returns is finished and as good as any. So what cannot be told of the coroutine is told of the class that runs it, which is
 * most often compiled with the rest.
 *
 * <p>Not where coroutines are awaited or made tasks: that has to be fast, and a stack walk is not. Nor where a rewritten function has made
 * the coroutine: then the processor was there, and the walk, the annotations and the streams would be most of what a small program's
 * start costs. So this class is not even loaded by programs that have nothing to hear from it.
 */
final class RewrittenCaller {
    private RewrittenCaller() {}

    /**
     * Requires it of the class that called into this library.
     *
     * @throws IllegalStateException if it has coroutine functions and was not rewritten
     */
    static void require() {
        caller().flatMap(RewrittenCaller::unrewritten).ifPresent(method -> {
            String type = method.getDeclaringClass().getName();
            throw new IllegalStateException("'" + method.getName() + "' of " + type
                    + " was not rewritten: its body runs when it is called, and cannot suspend; compile " + type
                    + " by javac with fermata-processor on its processor path"
                    + " (Maven: annotationProcessorPaths; Gradle: annotationProcessor; javac: -processorpath)");
        });
    }

    private static Optional<? extends Class<?>> caller() {
        Set<String> here = Set.of(RewrittenCaller.class.getPackageName(), Machine.class.getPackageName());
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackFrame::getDeclaringClass)
                        .filter(type -> !here.contains(type.getPackageName()))
                        .findFirst());
    }

    private static Optional<Method> unrewritten(Class<?> type) {
        try {
            if (type.isAnnotationPresent(Transformed.class)) {
                return Optional.empty();
            }
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(RewrittenCaller::isFunction)
                    .findFirst();
        } catch (LinkageError | TypeNotPresentException incomplete) {
            // A class that names others that are not there may run as long as it does not use them.
            return Optional.empty();
        }
    }

    /** Bridges carry the annotations of the methods that they call. */
    private static boolean isFunction(Method method) {
        return (method.isAnnotationPresent(Async.class) || method.isAnnotationPresent(Yields.class))
                && !Modifier.isAbstract(method.getModifiers())
                && !method.isBridge();
    }
}
