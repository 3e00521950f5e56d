package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds clean-ups that are not safe from the cancellation of their task. */
final class AwaitInFinallyCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.AWAIT_IN_FINALLY;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.UnshieldedAwait
                ? Optional.of(new Finding(
                        Line.of("await() in finally can be cancelled; the clean-up may stop half-way"),
                        Line.of("Write await(Asyncio.shield(..)).")))
                : Optional.empty();
    }
}
