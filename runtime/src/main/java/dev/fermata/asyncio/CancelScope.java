package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a task that may have the task cancelled, and takes its own request back when it is left: what timeouts and
 * task groups are made of.
 *
 * <p>A scope knows its request by identity. asyncio only counts, and so takes the cancellation of somebody else for its own
 * if that was requested before the scope was entered and delivered inside (python/cpython#134471); here a request that was
 * not delivered at the entry counts as one that came later.
 *
 * <p>A task knows its scopes, from the innermost one outwards. Those of a task that belongs to a group, or to a gather, end in the
 * scopes around that, of another host.
 *
 * <p>A shield is a scope that requests nothing. What is requested from outside of it, by a scope further out or by nobody's, waits
 * in the task among the undelivered until the shield is left. It counts for no scope within.
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
    private final boolean shields;
    private final @Nullable CancelScope outer;

    /** What others had requested and got delivered when this was entered. */
    private final int before;

    private boolean requested;
    private boolean left;

    private CancelScope(Task<?> host, Object owner, boolean shields) {
        this.host = host;
        this.owner = owner;
        this.shields = shields;
        this.outer = host.scopes();
        this.before = host.delivered();
    }

    /**
     * Enters a scope in the task whose step runs.
     *
     * @param owner who is named as the source of the cancellation
     * @param what names the owner's function, for the error
     */
    static CancelScope enter(Object owner, String what) {
        return enter(owner, what, false);
    }

    /** As {@link #enter}, a shield. */
    static CancelScope shield(Object owner, String what) {
        return enter(owner, what, true);
    }

    private static CancelScope enter(Object owner, String what, boolean shields) {
        Task<?> host = CurrentLoop.requireRunning().current;
        if (host == null) {
            throw new IllegalStateException(
                    what + " should be used inside a task; await it in a coroutine that a task runs");
        }
        CancelScope entered = new CancelScope(host, owner, shields);
        host.scopes(entered);
        return entered;
    }

    /** Whether a shield of the task keeps a request off at present. */
    static boolean isHeld(Task<?> task, Cancellation request) {
        for (CancelScope it = task.scopes(); it != null && it.host == task; it = it.outer) {
            if (it == request.scope()) {
                return false;
            }
            if (it.shields && !it.left) {
                return true;
            }
        }
        return false;
    }

    /** The nearest deadline of the timeouts around what a task does, up to a shield. */
    static OptionalLong deadline(Task<?> task) {
        OptionalLong nearest = OptionalLong.empty();
        for (CancelScope it = task.scopes(); it != null && (it.left || !it.shields); it = it.outer) {
            OptionalLong own = !it.left && it.owner instanceof Timeout timeout ? timeout.when() : OptionalLong.empty();
            if (own.isPresent() && (nearest.isEmpty() || own.getAsLong() - nearest.getAsLong() < 0)) {
                nearest = own;
            }
        }
        return nearest;
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
        left = true;
        CancelScope innermost = host.scopes();
        while (innermost != null && innermost.left) { // not always the innermost: a generator may hold a scope open
            innermost = innermost.outer;
        }
        host.scopes(innermost);
        if (shields) {
            return false;
        }
        if (requested) {
            host.withdraw(this);
        }
        boolean others = host.cancellingHere() > before;
        if (!others) {
            host.forgetAgain(); // it was for a scope that is gone now
        }
        return others;
    }

    /**
     * Has the host cancelled at its next suspension because of a request that was delivered here, and gave way to an error.
     *
     * @param error what it was delivered by; null if the body has not let that out
     */
    void deliverAgain(@Nullable CancelledError error) {
        CancelScope requester = requesterInShield();
        host.deliverAgain(
                error == null
                        ? new Cancellation(null, null, requester)
                        : new Cancellation(error.message(), error.source(), requester));
    }

    /** Whose request it was, if there is a shield around: it is to be delivered there once more, and not to be kept off. */
    private @Nullable CancelScope requesterInShield() {
        CancelScope requester = null;
        for (CancelScope it = outer; it != null && it.host == host; it = it.outer) {
            if (it.shields && !it.left) {
                return requester;
            }
            if (requester == null && it.requested && !it.left) {
                requester = it;
            }
        }
        return null;
    }
}
