package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * A flag that coroutines wait for: asyncio's Event. It stays set until it is cleared.
 *
 * <p>Order: those who wait run in the order in which they came. Threads: those of a loop, see the package.
 */
public final class AsyncEvent {
    private final LoopBinding binding = new LoopBinding(AsyncEvent.class);
    private final WaitQueue waiters = new WaitQueue(binding);
    private boolean set;

    /** Makes one that is not set. */
    public AsyncEvent() {}

    /**
     * Sets it, and wakes all who wait at present: they go on even if it is cleared before they run. Again: no effect.
     *
     * @throws IllegalStateException in a wrong loop or thread
     */
    public void set() {
        binding.check();
        if (!set) {
            set = true;
            waiters.wakeEvery();
        }
    }

    /**
     * Clears it: who comes from now on waits.
     *
     * @throws IllegalStateException in a wrong loop or thread
     */
    public void clear() {
        binding.check();
        set = false;
    }

    /**
     * Tells whether it is set.
     *
     * @return true if it is
     */
    public boolean isSet() {
        return set;
    }

    /**
     * Waits until it is set: Python's wait().
     *
     * <p>Suspension: only if it is not set. Cancellation: it just does not wait any more.
     *
     * @return a coroutine that ends when the event is set
     */
    public Coroutine<Void> waitFor() {
        return new Notification(waiters, this::isSet);
    }

    @Override
    public String toString() {
        return "AsyncEvent " + (set ? "set" : "unset") + ", waiters: " + waiters.live();
    }

    /** For {@link Entries}. */
    @Nullable
    Object enterWaitFor(Machine machine) {
        return Notification.enter(waiters, set, machine);
    }
}
