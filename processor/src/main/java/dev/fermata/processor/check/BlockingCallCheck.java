package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds calls that keep the thread of the loop waiting. */
final class BlockingCallCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.BLOCKING_CALL;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.Blocking blocking
                ? Optional.of(new Finding(
                        Line.of(
                                "%s blocks the event loop; every other task waits",
                                blocking.call().shown()),
                        blocking.call().cure()))
                : Optional.empty();
    }
}
