package dev.fermata.asyncio.sync;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * A lock that coroutines wait for: asyncio's Lock. It keeps them out of each other's way where one suspends in the middle of
 * something; between two awaits nothing else of the loop runs anyway.
 *
 * <p>Not reentrant, and it knows no owner: any task may release it.
 *
 * <p>Order: first come, first served. One who comes while others wait waits behind them, even if the lock is free at that
 * moment because the first of them has been woken and has not run yet.
 *
 * <p>Threads: those of a loop, see the package.
 */
public final class AsyncLock implements Holdable {
    final LoopBinding binding = new LoopBinding(AsyncLock.class);
    private final WaitQueue waiters = new WaitQueue(binding);
    private final Freedom freedom = new Freedom();
    private boolean locked;

    /** Makes a lock that is free. */
    public AsyncLock() {}

    /**
     * Runs a body while it holds the lock: the form to recommend.
     *
     * <p>Cancellation: while it waits, as {@link #acquire}, and the body is not begun; later, in the body, after which the
     * lock is released, as after any failure.
     *
     * @param <T> what the body returns
     * @param body an async lambda
     * @return a coroutine with the body's outcome. If both the body and the release fail, the latter failure is suppressed
     */
    public <T extends @Nullable Object> Coroutine<T> with(AsyncSupplier<T> body) {
        return new HeldBody<>(this, body);
    }

    /**
     * Acquires it as a resource: {@code try (var held = await(lock.hold())) { .. }}.
     *
     * @return a coroutine as that of {@link #acquire}, which gives what releases the lock
     */
    public Coroutine<Hold> hold() {
        return new HoldAcquisition(this);
    }

    /**
     * Acquires it.
     *
     * <p>Suspension: only if it is held, or others wait. Cancellation: the lock is not held then; if it was free for this
     * waiter already, the next one is woken.
     *
     * @return a coroutine that ends when the lock is held
     */
    @Override
    public Coroutine<Void> acquire() {
        return new Acquisition<>(waiters, freedom, null);
    }

    /**
     * Releases it, and wakes the first who waits.
     *
     * @throws IllegalStateException if it is not held, or in a wrong loop or thread
     */
    @Override
    public void release() {
        binding.check();
        if (!locked) {
            throw new IllegalStateException("Lock is not acquired.");
        }
        locked = false;
        waiters.wakeUpTo(1);
    }

    /**
     * Tells whether somebody holds it.
     *
     * @return true if so; false also while the one who gets it next is woken and has not run yet
     */
    public boolean isLocked() {
        return locked;
    }

    @Override
    public String toString() {
        return "AsyncLock " + (locked ? "locked" : "unlocked") + ", waiters: " + waiters.live();
    }

    /** For {@link Entries}. */
    @Nullable
    Object enterAcquire(Machine machine) {
        return Acquisition.enter(waiters, freedom, null, machine);
    }

    private final class Freedom implements Supply<@Nullable Void, Void> {
        @Override
        public int available() {
            return locked ? 0 : 1;
        }

        @Override
        @SuppressWarnings("NullAway") // Void has no value but null
        public Void take(@Nullable Void nothing) {
            locked = true;
            return null;
        }
    }
}
