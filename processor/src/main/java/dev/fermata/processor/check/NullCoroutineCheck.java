package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds coroutine and generator functions that return null, which is easily written where the result is null. */
final class NullCoroutineCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.NULL_COROUTINE;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.NullReturn returned)) {
            return Optional.empty();
        }
        Context context = returned.context();
        String why = switch (context.kind()) {
            case GENERATOR, ASYNC_GENERATOR -> " returns null instead of a generator; whoever iterates it fails";
            case FUTURE -> " returns null instead of a future; whoever awaits it fails";
            case COROUTINE, PLAIN, UNKNOWN -> " returns null instead of a coroutine; whoever awaits it fails";
        };
        return Optional.of(
                new Finding(context.place().shown().then(why), Line.of("Write '" + statement(context) + "'.")));
    }

    private static String statement(Context context) {
        return switch (context.kind()) {
            case GENERATOR -> "return Generator.end();";
            case ASYNC_GENERATOR -> "return AsyncGenerator.end();";
            case FUTURE -> "return CompletableFuture.completedFuture(null);";
            case COROUTINE, PLAIN, UNKNOWN ->
                isWithoutResult(context.place()) ? "return done();" : "return result(null);";
        };
    }

    private static boolean isWithoutResult(Place place) {
        return place instanceof Place.Method method
                && method.element().getReturnType() instanceof DeclaredType coroutine
                && coroutine.getTypeArguments().stream().anyMatch(NullCoroutineCheck::isVoid);
    }

    private static boolean isVoid(TypeMirror type) {
        return RuntimeTypes.isExactly(type, "java.lang.Void");
    }
}
