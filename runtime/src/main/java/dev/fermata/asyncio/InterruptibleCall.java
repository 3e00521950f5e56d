package dev.fermata.asyncio;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The promise of a call that runs in another thread and is interrupted there when it is cancelled. It is done when the call has
 * ended, so that whoever was cancelled goes on alone.
 *
 * <pre>
 *   phase     of the call        cancel()                                    leaves it by
 *   QUEUED    not begun          is cancelled; to RETURNED                   run()
 *   RUNNING   in `runner`        interrupts it; cancelled when it has ended  its end
 *   RETURNED  over, or not made  is cancelled
 * </pre>
 */
final class InterruptibleCall<T extends @Nullable Object> extends Promise<T> implements Runnable {
    private enum Phase {
        QUEUED,
        RUNNING,
        RETURNED
    }

    private final Callable<T> callable;

    /** Guards what follows. The thread is interrupted under it, and so in the phase RUNNING and in no other. */
    private final Object lock = new Object();

    private Phase phase = Phase.QUEUED;
    private @Nullable Thread runner;
    private boolean interrupted;

    /** Belongs to the loop's thread, as does what follows. */
    private @Nullable Cancellation requested;

    private @Nullable Throwable dropped;

    InterruptibleCall(BaseEventLoop loop, Callable<T> callable) {
        super(loop);
        this.callable = callable;
    }

    /** What the call has thrown after it was cancelled; null if nothing. */
    @Nullable
    Throwable dropped() {
        return dropped;
    }

    @Override
    boolean requestCancel(Cancellation request) {
        loop.requireUsable();
        synchronized (lock) {
            if (phase == Phase.RUNNING && runner != null) {
                requested = request;
                interrupted = true;
                runner.interrupt();
                return true;
            }
            phase = Phase.RETURNED;
        }
        return super.requestCancel(request);
    }

    /** Called by the other thread. */
    @Override
    public void run() {
        synchronized (lock) {
            if (phase != Phase.QUEUED) {
                return;
            }
            phase = Phase.RUNNING;
            runner = Thread.currentThread();
        }
        try {
            T value = callable.call();
            returned();
            deliver(() -> succeed(value), null);
        } catch (Throwable thrown) {
            returned();
            deliver(() -> fail(thrown), thrown);
        }
    }

    /** No interrupt comes from here on, and the one that came is not left to what the thread does next. */
    private void returned() {
        synchronized (lock) {
            phase = Phase.RETURNED;
            runner = null;
            if (interrupted) {
                interrupted = false;
                Thread.interrupted();
            }
        }
    }

    private void deliver(Runnable outcome, @Nullable Throwable thrown) {
        try {
            loop.callSoonThreadsafe(() -> arrived(outcome, thrown));
        } catch (IllegalStateException closed) {
            // Nobody waits any more, and the thread is not ours to throw in.
        }
    }

    private void arrived(Runnable outcome, @Nullable Throwable thrown) {
        if (isDone()) {
            return;
        }
        if (requested == null || thrown instanceof VirtualMachineError) {
            outcome.run();
        } else {
            dropped = thrown;
            cancelled(requested);
        }
    }
}
