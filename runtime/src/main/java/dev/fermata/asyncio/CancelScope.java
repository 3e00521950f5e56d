package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a task that may have the task cancelled, and takes its own request back when it is left: what timeouts and
 * task groups are made of.
 *
 * <p>A scope knows its request by identity. asyncio only counts, and so takes the cancellation of somebody else for its own
 * if that was requested before the scope was entered and delivered inside (python/cpython#134471); here a request that was
 * not delivered at the entry counts as one that came later.
 *
 * <pre>
 *   state       meaning                                     leaves it by
 *   entered     `request` is null                           request(), leave()
 *   requested   the host's counter holds the request        leave()
 *   left        the counter is as others have made it
 * </pre>
 */
final class CancelScope {
    private final Task<?> host;
    private final Object owner;

    /** What others had requested and got delivered when this was entered. */
    private final int before;

    private boolean requested;

    private CancelScope(Task<?> host, Object owner) {
        this.host = host;
        this.owner = owner;
        this.before = host.delivered();
    }

    /**
     * Enters a scope in the task whose step runs.
     *
     * @param owner who is named as the source of the cancellation
     * @param what names the owner's function, for the error
     */
    static CancelScope enter(Object owner, String what) {
        Task<?> host = CurrentLoop.requireRunning().current;
        if (host == null) {
            throw new IllegalStateException(
                    what + " should be used inside a task; await it in a coroutine that a task runs");
        }
        return new CancelScope(host, owner);
    }

    Task<?> host() {
        return host;
    }

    boolean isRequested() {
        return requested;
    }

    /** Has the task cancelled; once. */
    void request(String message) {
        if (!requested) {
            requested = true;
            host.requestCancel(new Cancellation(message, owner, this));
        }
    }

    /**
     * Takes the own request back; returns whether others have requested the same since this was entered, and not taken it
     * back.
     */
    boolean leave() {
        if (requested) {
            host.withdraw(this);
        }
        boolean others = host.cancelling() > before;
        if (!others) {
            host.forgetUndelivered(); // at most what deliverAgain() has left for a scope that is gone now
        }
        return others;
    }

    /**
     * Has the host cancelled at its next suspension because of a request that was delivered here, and gave way to an error.
     *
     * @param error what it was delivered by; null if the body has not let that out
     */
    void deliverAgain(@Nullable CancelledError error) {
        host.deliverAgain(error == null ? new Cancellation(null, null, null) : Cancellation.of(error));
    }
}
