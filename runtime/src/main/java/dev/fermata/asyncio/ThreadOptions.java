package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Asyncio#toThread(java.util.concurrent.Callable, ThreadOptions)} makes a call. Immutable; each method gives a
 * changed copy.
 *
 * <pre>{@code
 * String line = await(Asyncio.toThread(console::readLine, ThreadOptions.defaults().interruptOnCancel()));
 * }</pre>
 *
 * <pre>
 *   cancelled ..                    by default                  with interruptOnCancel()
 *   before the call has begun       it is not made              it is not made
 *   while it runs                   it goes on, abandoned       its thread is interrupted
 *   the CancelledError comes        at once                     when the call has ended
 *   what the call comes to          is dropped                  a value is dropped; what it throws is suppressed in the
 *                                                               CancelledError
 * </pre>
 */
public final class ThreadOptions {
    private static final ThreadOptions DEFAULTS = new ThreadOptions(null, false);

    final @Nullable Executor executor;
    final boolean interrupts;

    private ThreadOptions(@Nullable Executor executor, boolean interrupts) {
        this.executor = executor;
        this.interrupts = interrupts;
    }

    /**
     * Returns the options of a call that nothing is said about: in the loop's default executor, abandoned when it is cancelled.
     *
     * @return the options
     */
    public static ThreadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Makes the call in an executor of one's own.
     *
     * @param executor the executor; nobody shuts it down
     * @return the changed options
     */
    public ThreadOptions on(Executor executor) {
        return new ThreadOptions(Objects.requireNonNull(executor, "executor"), interrupts);
    }

    /**
     * Has cancellation interrupt the thread that makes the call, each time anew, and wait until the call has ended: nothing runs
     * any more when the {@link dev.fermata.CancelledError} comes, as with trio's {@code to_thread.run_sync} without
     * {@code abandon_on_cancel}. A call that does not heed interrupts delays the cancellation for as long as it takes.
     *
     * <p>The thread is interrupted during this call only: neither what it does before, nor what it does after, nor another call
     * in the same thread of a pool ever sees the interrupt.
     *
     * @return the changed options
     */
    public ThreadOptions interruptOnCancel() {
        return new ThreadOptions(executor, true);
    }

    @Override
    public String toString() {
        return "ThreadOptions[executor=" + executor + ", interruptOnCancel=" + interrupts + "]";
    }
}
