package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds coroutines that would run a loop inside the one that runs them. */
final class NestedRunCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.NESTED_RUN;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.LoopRun run
                ? Optional.of(new Finding(
                        Line.of(run.runner().shown() + " inside a coroutine; the thread's loop is already running"),
                        cure(run.runner())))
                : Optional.empty();
    }

    private static Line cure(LoopRunner runner) {
        return switch (runner) {
            case ASYNCIO_RUN, RUNNER_RUN, RUN_UNTIL_COMPLETE -> Line.of("Write await(..) instead.");
            // There is nothing that one could await.
            case RUN_FOREVER -> Line.of("Leave the call out: the loop goes on while coroutines wait.");
        };
    }
}
