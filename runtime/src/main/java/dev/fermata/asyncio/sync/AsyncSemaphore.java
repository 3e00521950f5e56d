package dev.fermata.asyncio.sync;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits that coroutines wait for: asyncio's Semaphore. It bounds how many do something at once.
 *
 * <p>It does not know who holds a permit: any task may release one, also one that was never acquired; see
 * {@link BoundedAsyncSemaphore}.
 *
 * <p>Order: first come, first served, as {@link AsyncLock}. Threads: those of a loop, see the package.
 */
public sealed class AsyncSemaphore implements Holdable permits BoundedAsyncSemaphore {
    final LoopBinding binding = new LoopBinding(getClass());
    private final WaitQueue waiters = new WaitQueue(binding);
    private final Permits supply = new Permits();
    private int permits;

    /**
     * Makes one.
     *
     * @param permits how many can be acquired at first
     * @throws IllegalArgumentException if negative
     */
    public AsyncSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("a semaphore cannot have " + permits + " permits; give 0 or more");
        }
        this.permits = permits;
    }

    /**
     * Runs a body while it holds a permit: the form to recommend.
     *
     * <p>Cancellation: while it waits, as {@link #acquire}, and the body is not begun; later, in the body, after which the
     * permit is released, as after any failure.
     *
     * @param <T> what the body returns
     * @param body an async lambda
     * @return a coroutine with the body's outcome. If both the body and the release fail, the latter failure is suppressed
     */
    public final <T extends @Nullable Object> Coroutine<T> with(AsyncSupplier<T> body) {
        return new HeldBody<>(this, body);
    }

    /**
     * Acquires a permit as a resource: {@code try (var held = await(semaphore.hold())) { .. }}.
     *
     * @return a coroutine as that of {@link #acquire}, which gives what releases the permit
     */
    public final Coroutine<Hold> hold() {
        return new HoldAcquisition(this);
    }

    /**
     * Acquires a permit.
     *
     * <p>Suspension: only if there is none, or others wait. Cancellation: no permit is held then; if there was one for this
     * waiter already, the next one is woken.
     *
     * @return a coroutine that ends when a permit is held
     */
    @Override
    public final Coroutine<Void> acquire() {
        return new Acquisition<>(waiters, supply, null);
    }

    /**
     * Releases a permit, and wakes the first who waits.
     *
     * @throws IllegalStateException in a wrong loop or thread
     */
    @Override
    public void release() {
        binding.check();
        permits++;
        waiters.wakeUpTo(permits);
    }

    /**
     * Tells whether {@link #acquire} would have to wait.
     *
     * @return true if there is no permit, or others wait, even if one of them is woken
     */
    public final boolean isLocked() {
        return permits == 0 || waiters.hasLive();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + (isLocked() ? " locked" : " unlocked") + ", permits: " + permits
                + ", waiters: " + waiters.live();
    }

    /** How many are not held. A waiter that is woken does not hold its permit before it runs. */
    final int permits() {
        return permits;
    }

    /** For {@link Entries}. */
    final @Nullable Object enterAcquire(Machine machine) {
        return Acquisition.enter(waiters, supply, null, machine);
    }

    private final class Permits implements Supply<@Nullable Void, Void> {
        @Override
        public int available() {
            return permits;
        }

        @Override
        @SuppressWarnings("NullAway") // Void has no value but null
        public Void take(@Nullable Void nothing) {
            permits--;
            return null;
        }
    }
}
