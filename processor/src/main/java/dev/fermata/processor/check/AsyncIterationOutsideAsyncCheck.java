package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Refuses the iteration of asynchronous sources where nothing can suspend between the elements. */
final class AsyncIterationOutsideAsyncCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.ASYNC_ITERATION_OUTSIDE_ASYNC;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (site instanceof Site.AsyncFor loop) {
            return finding(loop.context(), "for over AsyncIterable in ", "its iterator cannot wait", "the loop");
        }
        if (site instanceof Site.ImplicitCall call && !call.method().equals(KnownNames.CLOSE) && !call.overridden()) {
            return finding(call.context(), call.method() + "() of AsyncIterator in ", "it cannot wait", "the call");
        }
        return Optional.empty();
    }

    private static Optional<Finding> finding(Context context, String what, String why, String thing) {
        if (context.kind().isAsync() || context.kind() == CodeKind.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Line.of(what).then(context.place().shown()).then(", which is not a coroutine function; " + why),
                CoroutineCure.of(context, thing)));
    }
}
