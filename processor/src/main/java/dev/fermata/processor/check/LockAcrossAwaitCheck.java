package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Finds suspensions while a lock of threads is held: the thread that owns it goes on to other coroutines. */
final class LockAcrossAwaitCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.LOCK_ACROSS_AWAIT;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.LockedSuspension locked)) {
            return Optional.empty();
        }
        Site.Suspension suspension = locked.suspension();
        boolean isAsync = locked.context().kind().isAsync();
        return Optional.of(new Finding(
                Line.of(
                        AwaitInSynchronizedCheck.shown(suspension) + " while '%s' is held; "
                                + (isAsync
                                        ? "the thread that holds it serves other coroutines meanwhile"
                                        : "it stays held until the consumer asks for more, if it does"),
                        locked.lock()),
                Line.of("Unlock before the " + AwaitInSynchronizedCheck.noun(suspension)
                        + (isAsync ? ", or use AsyncLock." : "."))));
    }
}
