package dev.fermata.asyncio.sync;

import dev.fermata.asyncio.Promise;
import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine's place in a {@link WaitQueue}, from the moment it suspends until it runs again.
 *
 * <pre>
 *   state      promise     meaning
 *   waiting    pending
 *   woken      result      it will run; what woke it is still there for it, or was taken by a call that does not wait
 *   dead       cancelled   it will run, and throw; nobody need take notice of it any more
 * </pre>
 */
final class Waiter {
    /** Of {@link WaitQueue}. */
    @Nullable
    Waiter before;

    /** Of {@link WaitQueue}. */
    @Nullable
    Waiter after;

    /** Where it stands: smaller is further ahead. */
    final long number;

    Promise<@Nullable Object> promise;

    /** Of {@link AsyncBarrier}: what it gives to this one. */
    int index;

    /** Whether it was woken and has not run since. */
    boolean woken;

    /** Whether it is in the list. */
    boolean linked = true;

    Waiter(long number, Promise<@Nullable Object> promise) {
        this.number = number;
        this.promise = promise;
    }

    boolean isDead() {
        return promise.isCancelled();
    }

    /** Suspends a body until this is woken. By way of the promise's own coroutine: a failure gets the chain of callers. */
    Object suspend(Machine machine, Frame body, int state) {
        Machine.await(promise.asCoroutine(), machine); // suspends: it is pending
        return machine.suspend(body, state);
    }
}
