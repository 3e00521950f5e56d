package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Refuses {@code @Bridge} where no processor sees it. What those see is refused when the companions would be written. */
final class BridgeTargetCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.BRIDGE_TARGET;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        return site instanceof Site.UnseenBridge bridge
                ? Optional.of(new Finding(
                        Line.of(
                                "@Bridge on '%s', a type inside of code; its companions could not name it",
                                bridge.name()),
                        Line.of("Make '%s' a member of a class or of the package.", bridge.name())))
                : Optional.empty();
    }
}
