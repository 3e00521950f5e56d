package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds coroutines that are run a second time: all they do then is to throw. */
final class AwaitedTwiceCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.AWAITED_TWICE;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.Consumption call
                ? call.again()
                        .map(variable -> new Finding(
                                Line.of("coroutine '%s' is awaited again; a coroutine runs once", variable),
                                Line.of(
                                        "Keep the first result, or make a task: Task<T> t = createTask(%s);",
                                        variable)))
                : Optional.empty();
    }
}
