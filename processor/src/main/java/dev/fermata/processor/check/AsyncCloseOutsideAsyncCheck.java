package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds resources whose release has to be awaited where nothing can suspend. */
final class AsyncCloseOutsideAsyncCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.ASYNC_CLOSE_OUTSIDE_ASYNC;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.AsyncResource resource
                ? Optional.of(new Finding(
                        Line.of("resource '%s' is closed by aclose(), which must be awaited; ", resource.resource())
                                .then(resource.context().place().shown())
                                .then(" is not a coroutine function"),
                        cure(resource.context())))
                : Optional.empty();
    }

    private static Line cure(Context context) {
        return context.kind() == CodeKind.PLAIN
                        && context.place() instanceof Place.Method method
                        && CoroutineCure.mayBeAnnotated(method)
                ? Line.of("Annotate %s() with @Async, or run aclose() with Asyncio.run.", method.name())
                : CoroutineCure.of(context, "the try");
    }
}
