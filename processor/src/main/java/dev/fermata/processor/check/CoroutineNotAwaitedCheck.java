package dev.fermata.processor.check;

import dev.fermata.processor.check.DroppedValue.Made;
import dev.fermata.processor.check.DroppedValue.Way;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds coroutines and generators that are made and let go, so that they never run. */
final class CoroutineNotAwaitedCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.COROUTINE_NOT_AWAITED;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.Dropped dropped && dropped.value().made() != Made.TASK
                ? Optional.of(new Finding(what(dropped.value()), cure(dropped.value(), dropped.context())))
                : Optional.empty();
    }

    private static Line what(DroppedValue value) {
        Line who = Line.of(
                "the " + noun(value.made()) + (value.way() instanceof Way.Variable ? " in '%s'" : " of %s()"),
                value.name());
        return who.then(
                value.made() == Made.STEP
                        ? " is dropped; the generator does not move"
                        : " is dropped; nothing of its body will run");
    }

    private static String noun(Made made) {
        return switch (made) {
            case COROUTINE -> "coroutine";
            case GENERATOR -> "generator";
            case ASYNC_GENERATOR -> "async generator";
            case STEP -> "awaitable";
            case TASK -> "task";
        };
    }

    private static Line cure(DroppedValue value, Context context) {
        boolean async = context.kind().isAsync() && !(value.way() instanceof Way.Reference);
        String shown = value.way() instanceof Way.Variable ? "%s" : "%s()";
        String elsewhere = async ? "" : " in an @Async method";
        return switch (value.made()) {
            case COROUTINE, TASK ->
                async
                        ? Line.of("Write await(" + shown + "), or give it to createTask().", value.name())
                        : ofCoroutine(value, shown, context);
            case STEP -> Line.of("Write await(" + shown + ")" + elsewhere + ".", value.name());
            case GENERATOR ->
                context.kind() == CodeKind.GENERATOR
                        ? Line.of("Write Generator.yieldFrom(" + shown + ").", value.name())
                        : Line.of("Iterate over it: for (var each : " + shown + ") { .. }", value.name());
            case ASYNC_GENERATOR ->
                Line.of("Iterate over it" + elsewhere + ": for (var each : " + shown + ") { .. }", value.name());
        };
    }

    /** What may be written in code that cannot await. */
    private static Line ofCoroutine(DroppedValue value, String shown, Context context) {
        Optional<String> functional = value.way() instanceof Way.Reference reference
                ? Optional.of(reference.interfaceName())
                : context.place() instanceof Place.Lambda lambda
                        ? lambda.target().map(LambdaTarget::interfaceName)
                        : Optional.empty();
        return functional
                .map(name ->
                        Line.of("Use AsyncSupplier or AsyncFunction instead of %s, or give it to createTask().", name))
                .orElseGet(() -> Line.of(
                        "Write await(" + shown + ") in an @Async method, or Asyncio.run(" + shown + ").",
                        value.name(),
                        value.name()));
    }
}
