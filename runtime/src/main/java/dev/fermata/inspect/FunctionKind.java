package dev.fermata.inspect;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.machine.Transformed;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** The kinds of functions that the processor rewrites, and how to tell them by reflection. */
enum FunctionKind {
    COROUTINE(Async.class, Coroutine.class),
    GENERATOR(Yields.class, Generator.class),
    ASYNC_GENERATOR(Async.class, AsyncGenerator.class);

    private final Class<? extends Annotation> mark;
    private final Class<?> returned;

    FunctionKind(Class<? extends Annotation> mark, Class<?> returned) {
        this.mark = mark;
        this.returned = returned;
    }

    boolean isOf(Method method) {
        return method.isAnnotationPresent(mark)
                && !Modifier.isAbstract(method.getModifiers())
                && !method.isBridge()
                && method.getReturnType() == returned
                && isRewritten(method.getDeclaringClass());
    }

    boolean isOf(FunctionRef reference) {
        return this == COROUTINE && MarkedFunctions.contains(reference)
                || ReferencedMethod.of(reference)
                        .filter(it -> isOf(it.target()) || isAsyncLambda(it))
                        .isPresent();
    }

    /** Of anything: a method, a reference, or what was marked. */
    boolean isOf(@Nullable Object object) {
        if (object instanceof Method method && isOf(method)
                || object instanceof FunctionRef reference && isOf(reference)) {
            return true;
        }
        return this == COROUTINE && object != null && MarkedFunctions.contains(object);
    }

    /** A lambda for somebody's own interface, which extends one of ours and says {@code @Async}, is async code itself. */
    private boolean isAsyncLambda(ReferencedMethod reference) {
        Method body = reference.target();
        return body.isSynthetic()
                && mark == Async.class
                && body.getReturnType() == returned
                && reference.shape().isAnnotationPresent(Async.class)
                && isRewritten(body.getDeclaringClass());
    }

    /** The annotation is a wish, and the marker says that it came true, in a format that this runtime executes. */
    private static boolean isRewritten(Class<?> type) {
        Transformed marker = type.getAnnotation(Transformed.class);
        return marker != null && marker.format() == Transformed.FORMAT;
    }
}
