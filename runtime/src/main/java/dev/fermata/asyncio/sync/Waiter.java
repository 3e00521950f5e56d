package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.TaskWait;
import dev.fermata.machine.Machine;
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

    /**
     * Suspends a coroutine whose wait has just suspended. If another body has called it, it leaves no frame: that body awaits
     * the wait. At the root of a chain it stays, since somebody holds it, and gives the outcome of the wait.
     *
     * @param coroutine whose end that of the wait is
     * @param state where it goes on, if it stays
     * @return what its body has to return
     */
    static Object inPlaceOf(Coroutine<?> coroutine, Machine machine, int state) {
        if (machine.entry() == 0) {
            return machine.suspend(coroutine, state);
        }
        Machine.leave(coroutine);
        return Machine.SUSPENDED;
    }

    // ---- for the queue and its binding, which see no protected member of another package

    static boolean runsHere(EventLoop loop) {
        return isRunning(loop);
    }

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
