package dev.fermata.asyncio.sync;

import dev.fermata.asyncio.TaskWait;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that stands in a {@link WaitQueue}, from the moment it suspends until it runs again. The place and who stands
 * there are one object.
 *
 * <pre>
 *   state      meaning
 *   pending    it waits
 *   woken      it will run; what woke it is still there for it, or was taken by a call that does not wait
 *   dead       it will run, and throw; nobody need take notice of it any more
 * </pre>
 */
abstract class Waiter<T extends @Nullable Object> extends TaskWait<T> {
    /** Of {@link WaitQueue}. */
    @Nullable
    Waiter<?> before;

    /** Of {@link WaitQueue}. */
    @Nullable
    Waiter<?> after;

    /** Where it stands: smaller is further ahead. */
    long number;

    /** Whether it was woken and has not run since. */
    boolean woken;

    /** Whether it is in the list. */
    boolean linked;

    // ---- for the queue, which sees no protected member of another package

    final boolean isWaiting() {
        return isPending();
    }

    final boolean hasDied() {
        return isDead();
    }

    final void begin() {
        reset();
    }

    final void wakeUp() {
        wake();
    }
}
