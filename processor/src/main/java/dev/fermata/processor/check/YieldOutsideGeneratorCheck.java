package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Refuses yields that nobody takes the value of. */
final class YieldOutsideGeneratorCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.YIELD_OUTSIDE_GENERATOR;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (site instanceof Site.Reference reference && reference.intrinsic().isYield()) {
            return Optional.of(onReference(reference.intrinsic()));
        }
        if (!(site instanceof Site.Call call)
                || !call.intrinsic().isYield()
                || call.context().kind() == CodeKind.UNKNOWN
                || call.context().kind().allows(call.intrinsic())
                || YieldInScopeCheck.scopeAround(call.context()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Line.of(call.intrinsic().shown() + " in ")
                        .then(call.context().place().shown())
                        .then(", which is " + what(call) + "; nobody takes the value"),
                cure(call)));
    }

    private static Finding onReference(Intrinsic intrinsic) {
        return new Finding(
                Line.of(intrinsic.shown() + " as a method reference; whoever calls it is not a generator function"),
                Line.of("Write a loop in the generator function itself that calls " + intrinsic.shown() + "."));
    }

    private static String what(Site.Call call) {
        if (call.intrinsic() == Intrinsic.ASYNC_YIELD) {
            return "not an async generator function";
        }
        return call.context().kind() == CodeKind.ASYNC_GENERATOR
                ? "an async generator function"
                : "not a generator function";
    }

    private static Line cure(Site.Call call) {
        boolean async = call.intrinsic() == Intrinsic.ASYNC_YIELD;
        Place place = call.context().place();
        return switch (call.context().kind()) {
            case ASYNC_GENERATOR ->
                call.intrinsic() == Intrinsic.YIELD
                        ? Line.of("Write AsyncGenerator.yield(..) instead.")
                        : Line.of("Write a for loop with AsyncGenerator.yield(..) instead.");
            case GENERATOR -> Line.of("Write Generator.yield(..) instead.");
            case COROUTINE, FUTURE, PLAIN, UNKNOWN ->
                place instanceof Place.Method method
                        ? ofMethod(method.name(), call.context().kind().isAsync(), async)
                        : elsewhere(place, async);
        };
    }

    private static Line ofMethod(String name, boolean isAsync, boolean wantsAsync) {
        if (isAsync) {
            return Line.of("Return AsyncGenerator<T> from %s() and write AsyncGenerator.yield(..).", name);
        }
        return wantsAsync
                ? Line.of("Annotate %s() with @Async and return AsyncGenerator<T>.", name)
                : Line.of("Annotate %s() with @Yields and return Generator<T>.", name);
    }

    private static Line elsewhere(Place place, boolean wantsAsync) {
        if (place instanceof Place.Lambda) {
            return Line.of("Write a loop in the generator function itself instead of the lambda.");
        }
        return wantsAsync
                ? Line.of("Move the yield to an @Async method that returns AsyncGenerator<T>.")
                : Line.of("Move the yield to a @Yields method that returns Generator<T>.");
    }
}
