package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** What to write where something can only be done in a coroutine function. */
final class CoroutineCure {
    private CoroutineCure() {}

    /**
     * Returns the cure.
     *
     * @param context where it was done
     * @param thing what was done, as it can be moved: "the await"
     */
    static Line of(Context context, String thing) {
        Place place = context.place();
        if (place instanceof Place.Method method) {
            return ofMethod(method, context.kind(), thing);
        }
        if (place instanceof Place.Constructor constructor) {
            String type = constructor.type().toString();
            return Line.of("Move " + thing + " to an @Async method that makes the %s.", type);
        }
        if (place instanceof Place.Lambda lambda && lambda.target().isPresent()) {
            return ofLambda(lambda.target().get());
        }
        return Line.of("Move " + thing + " to an @Async method.");
    }

    /** Tells whether a method can be annotated as it stands: its signature is nobody else's business. */
    static boolean mayBeAnnotated(Place.Method method) {
        return !isMain(method.element()) && method.overridden().isEmpty();
    }

    private static Line ofMethod(Place.Method method, CodeKind kind, String thing) {
        if (kind == CodeKind.GENERATOR) {
            return Line.of("Annotate %s() with @Async instead of @Yields and return AsyncGenerator<T>.", method.name());
        }
        if (isMain(method.element())) {
            return Line.of("Move " + thing + " to an @Async method and give its coroutine to Asyncio.run(..).");
        }
        Optional<String> future = FutureTypes.nameOf(method.element().getReturnType());
        if (future.isPresent()) {
            return Line.of("Annotate %s() with @Async and go on returning " + future.get() + "<T>.", method.name());
        }
        return method.overridden()
                .map(overridden -> ofOverride(method, overridden, thing))
                .orElseGet(() -> Line.of("Annotate %s() with @Async and return Coroutine<T>.", method.name()));
    }

    private static Line ofOverride(Place.Method method, ExecutableElement overridden, String thing) {
        String overriddenName = Inheritance.owner(overridden).getSimpleName() + "." + overridden.getSimpleName() + "()";
        Optional<String> returned = coroutineType(overridden);
        if (returned.isEmpty()) {
            return Line.of(
                    "Move " + thing + " to an @Async method; %s() must return what %s does, and that is no coroutine.",
                    method.name(),
                    overriddenName);
        }
        String why = RuntimeTypes.carries(overridden, RuntimeNames.ASYNC)
                ? "; @Async is not inherited from %s."
                : ", as the overridden %s does.";
        return Line.of("Annotate %s() with @Async and return " + returned.get() + why, method.name(), overriddenName);
    }

    private static Optional<String> coroutineType(ExecutableElement method) {
        if (RuntimeTypes.isExactly(method.getReturnType(), RuntimeNames.COROUTINE)) {
            return Optional.of("Coroutine<T>");
        }
        return RuntimeTypes.isExactly(method.getReturnType(), RuntimeNames.ASYNC_GENERATOR)
                ? Optional.of("AsyncGenerator<T>")
                : FutureTypes.nameOf(method.getReturnType()).map(future -> future + "<T>");
    }

    private static Line ofLambda(LambdaTarget target) {
        ExecutableElement method = target.method();
        return Line.of(
                "Use AsyncSupplier or AsyncFunction instead of %s, or put @Async on %s.%s().",
                target.interfaceName(),
                Inheritance.owner(method).getSimpleName().toString(),
                method.getSimpleName().toString());
    }

    /** The launcher wants it as it is, static or (since Java 25) not. */
    private static boolean isMain(ExecutableElement method) {
        return method.getSimpleName().contentEquals("main")
                && method.getReturnType().getKind() == TypeKind.VOID;
    }
}
