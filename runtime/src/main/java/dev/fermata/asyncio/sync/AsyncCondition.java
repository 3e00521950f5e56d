package dev.fermata.asyncio.sync;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A place to wait, with a lock, until somebody says that something has changed: asyncio's Condition.
 *
 * <pre>
 *   await(condition.with(() -&gt; {
 *       await(condition.waitFor(() -&gt; !lines.isEmpty()));
 *       return result(lines.remove());
 *   }));
 * </pre>
 *
 * <p>Order: those who wait are notified, and get the lock again, in the order in which they came. Threads: those of a loop,
 * see the package.
 */
public final class AsyncCondition implements Holdable {
    final LoopBinding binding = new LoopBinding(AsyncCondition.class);
    final WaitQueue waiters = new WaitQueue(binding);
    final AsyncLock lock;

    /** Makes one with a lock of its own. */
    public AsyncCondition() {
        this(new AsyncLock());
    }

    /**
     * Makes one that shares a lock.
     *
     * @param lock the lock
     */
    public AsyncCondition(AsyncLock lock) {
        this.lock = Objects.requireNonNull(lock, "lock");
    }

    /**
     * Runs a body while it holds the lock, as {@link AsyncLock#with}.
     *
     * @param <T> what the body returns
     * @param body an async lambda
     * @return a coroutine with the body's outcome
     */
    public <T extends @Nullable Object> Coroutine<T> with(AsyncSupplier<T> body) {
        return lock.with(body);
    }

    /**
     * Acquires the lock as a resource, as {@link AsyncLock#hold}.
     *
     * @return a coroutine that gives what releases the lock
     */
    public Coroutine<Hold> hold() {
        return lock.hold();
    }

    /**
     * Acquires the lock, as {@link AsyncLock#acquire}.
     *
     * @return a coroutine that ends when the lock is held
     */
    @Override
    public Coroutine<Void> acquire() {
        return lock.acquire();
    }

    /**
     * Releases the lock, as {@link AsyncLock#release}.
     *
     * @throws IllegalStateException if it is not held, or in a wrong loop or thread
     */
    @Override
    public void release() {
        lock.release();
    }

    /**
     * Tells whether the lock is held.
     *
     * @return as {@link AsyncLock#isLocked}
     */
    public boolean isLocked() {
        return lock.isLocked();
    }

    /**
     * Releases the lock, waits to be notified, and acquires the lock again: Python's wait().
     *
     * <p>Suspension: always. Cancellation: the lock is acquired again even so, and cancelling does not end the wait for it;
     * then the last {@link dev.fermata.CancelledError} is thrown. If this waiter was notified before, the next one is
     * notified in its place. Unlike Python's, a waiter that was not notified wakes nobody when it is cancelled.
     *
     * @return a coroutine that ends when notified, with the lock held; it fails with an IllegalStateException if the lock was
     *     not held
     */
    public Coroutine<Void> waitFor() {
        return new ConditionWait(this);
    }

    /**
     * Waits, as {@link #waitFor()}, until something is so: Python's wait_for(). Asks at once, and after each wake-up; with
     * the lock held each time.
     *
     * @param predicate what is to be so; what it throws is the outcome
     * @return a coroutine that ends when it is, with the lock held
     */
    public Coroutine<Void> waitFor(BooleanSupplier predicate) {
        return new PredicateWait(this, predicate);
    }

    /**
     * Notifies some who wait. They go on when they have got the lock, so not before it is released.
     *
     * @param count how many at most
     * @throws IllegalStateException if the lock is not held, or in a wrong loop or thread
     */
    public void notify(int count) {
        requireLocked("notify");
        waiters.wake(count);
    }

    /**
     * Notifies all who wait: Python's notify_all().
     *
     * @throws IllegalStateException if the lock is not held, or in a wrong loop or thread
     */
    public void notifyEvery() {
        requireLocked("notify");
        waiters.wakeEvery();
    }

    @Override
    public String toString() {
        return "AsyncCondition " + (isLocked() ? "locked" : "unlocked") + ", waiters: " + waiters.live();
    }

    void requireLocked(String action) {
        binding.check();
        lock.binding.check();
        if (!lock.isLocked()) {
            throw new IllegalStateException("cannot " + action + " on un-acquired lock");
        }
    }
}
