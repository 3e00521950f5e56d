package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds coroutine functions that could be plain methods. */
final class AsyncWithoutAwaitCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.ASYNC_WITHOUT_AWAIT;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.NeverSuspending method
                ? Optional.of(new Finding(
                        Line.of(
                                "@Async method '%s' never suspends; it pays for a coroutine and gains nothing",
                                method.name()),
                        Line.of("Drop @Async: a plain method may return result(..).")))
                : Optional.empty();
    }
}
