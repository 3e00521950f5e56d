package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/**
 * Refuses yields out of the body of a scope: where it stands, the yield looks as if it gave elements of the generator around,
 * which would have to leave the scope open while its consumer runs.
 */
final class YieldInScopeCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.YIELD_IN_SCOPE;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.Call call) || !call.intrinsic().isYield()) {
            return Optional.empty();
        }
        return scopeAround(call.context())
                .map(scope -> new Finding(
                        Line.of(call.intrinsic().shown()
                                + " inside the body of "
                                + scope
                                + "; the scope would stay open while the consumer runs"),
                        Line.of("Collect in the scope and yield after it.")));
    }

    /** Returns the innermost scope that lies between a context and the generator code that it is written in. */
    static Optional<String> scopeAround(Context context) {
        Optional<String> scope = Optional.empty();
        for (Context at = context; at != null; at = at.outer()) {
            if (at.kind().isGenerator()) {
                return scope;
            }
            if (!(at.place() instanceof Place.Lambda lambda)) {
                break;
            }
            scope = scope.or(lambda::scope);
        }
        return Optional.empty();
    }
}
