package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds values that belong to a thread where they are meant to belong to a task. */
final class ThreadLocalAcrossAwaitCheck implements Check {
    private static final Line CURE = Line.of("Use ContextVar.");

    @Override
    public DiagnosticId id() {
        return DiagnosticId.THREAD_LOCAL_ACROSS_AWAIT;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (site instanceof Site.ThreadLocalSet set) {
            return Optional.of(new Finding(
                    Line.of(
                            "'%s' is set before an await and used after it; other tasks of the thread see and change it meanwhile",
                            set.variable()),
                    CURE));
        }
        return site instanceof Site.ScopedCoroutine
                ? Optional.of(new Finding(
                        Line.of(
                                "the coroutine that call() gives runs after it; the scoped value is not bound any more"),
                        CURE))
                : Optional.empty();
    }
}
