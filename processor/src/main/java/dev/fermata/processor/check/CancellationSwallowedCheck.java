package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;

/** Finds code around an await that stops the error by which a task is cancelled. */
final class CancellationSwallowedCheck implements Check {
    private static final String WHY = "; the task could not be cancelled";

    @Override
    public DiagnosticId id() {
        return DiagnosticId.CANCELLATION_SWALLOWED;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (site instanceof Site.SwallowingCatch clause) {
            return Optional.of(ofCatch(clause.type()));
        }
        if (site instanceof Site.FinallyExit exit) {
            return Optional.of(new Finding(
                    Line.of(exit.jump() + " out of a finally around an await drops CancelledError too" + WHY),
                    Line.of("Move the " + exit.jump() + " behind the finally block.")));
        }
        return Optional.empty();
    }

    private static Finding ofCatch(String type) {
        if (type.equals(RuntimeTypes.simple(RuntimeNames.CANCELLED_ERROR))) {
            return new Finding(
                    Line.of("catch (%s) around an await does not rethrow it" + WHY, type),
                    Line.of("Rethrow it at the end of the block: throw e;"));
        }
        return new Finding(
                Line.of("catch (%s) around an await takes CancelledError too" + WHY, type),
                Line.of("Catch Exception, or rethrow: catch (CancelledError e) { throw e; }"));
    }
}
