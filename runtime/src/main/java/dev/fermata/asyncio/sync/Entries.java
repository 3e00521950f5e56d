package dev.fermata.asyncio.sync;

import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * What awaits of this package's commonest functions enter, so that they make no coroutine: {@code await(queue.get())} is
 * compiled as a call of {@link #get}. Called by generated code; not for humans. See ADR 6.
 *
 * <p>Each does what its function's coroutine does, and returns the outcome or {@link Machine#SUSPENDED}; then the caller spills
 * and suspends, as after any await. Below a task it is the leaf then, elsewhere the wait is. Names and descriptors are frozen, as those of the machine: the
 * table of the processor has them, and classes that were compiled long ago.
 */
public final class Entries {
    private Entries() {}

    /**
     * Enters {@link AsyncQueue#get}.
     *
     * @param queue the queue
     * @param machine the machine that runs the caller
     * @return the element, or {@link Machine#SUSPENDED}
     */
    public static @Nullable Object get(AsyncQueue<?> queue, Machine machine) {
        return queue.enterGet(machine);
    }

    /**
     * Enters {@link AsyncQueue#put}.
     *
     * @param queue the queue
     * @param element what to put; of the queue's type, as the compiler has checked
     * @param machine the machine that runs the caller
     * @return null, or {@link Machine#SUSPENDED}
     */
    @SuppressWarnings("unchecked")
    public static @Nullable Object put(AsyncQueue<?> queue, @Nullable Object element, Machine machine) {
        return ((AsyncQueue<@Nullable Object>) queue).enterPut(element, machine);
    }

    /**
     * Enters {@link AsyncLock#acquire}.
     *
     * @param lock the lock
     * @param machine the machine that runs the caller
     * @return null, or {@link Machine#SUSPENDED}
     */
    public static @Nullable Object acquire(AsyncLock lock, Machine machine) {
        return lock.enterAcquire(machine);
    }

    /**
     * Enters {@link AsyncSemaphore#acquire}.
     *
     * @param semaphore the semaphore
     * @param machine the machine that runs the caller
     * @return null, or {@link Machine#SUSPENDED}
     */
    public static @Nullable Object acquire(AsyncSemaphore semaphore, Machine machine) {
        return semaphore.enterAcquire(machine);
    }

    /**
     * Enters {@link AsyncEvent#waitFor}.
     *
     * @param event the event
     * @param machine the machine that runs the caller
     * @return null, or {@link Machine#SUSPENDED}
     */
    public static @Nullable Object waitFor(AsyncEvent event, Machine machine) {
        return event.enterWaitFor(machine);
    }
}
