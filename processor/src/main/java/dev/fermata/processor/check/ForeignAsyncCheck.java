package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;

/** Finds annotations of other libraries where ours was meant, or does not go with them. */
final class ForeignAsyncCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.FOREIGN_ASYNC;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.ForeignAnnotation foreign)) {
            return Optional.empty();
        }
        Line what = Line.of(
                "@%s on '%s'; that one starts a thread and knows no coroutine", foreign.annotation(), foreign.method());
        return Optional.of(new Finding(
                what,
                foreign.besideOurs()
                        ? Line.of("Remove it: the method carries @" + RuntimeNames.ASYNC + " already.")
                        : Line.of("Import " + RuntimeNames.ASYNC + ".")));
    }
}
