package dev.fermata.asyncio;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The promise of a call that runs in another thread. Cancelled before that has begun, it is not called at all. */
final class Offloaded<T extends @Nullable Object> extends Promise<T> implements Runnable {
    private final Callable<T> callable;

    /** Written by the loop's thread; the other one reads it before it begins. */
    private volatile boolean unwanted;

    Offloaded(BaseEventLoop loop, Callable<T> callable) {
        super(loop);
        this.callable = callable;
    }

    @Override
    boolean requestCancel(Cancellation request) {
        boolean cancelled = super.requestCancel(request);
        if (cancelled) {
            unwanted = true;
        }
        return cancelled;
    }

    /** Called by the other thread. */
    @Override
    public void run() {
        if (unwanted) {
            return;
        }
        try {
            T value = callable.call();
            deliver(() -> setResult(value));
        } catch (Throwable thrown) {
            deliver(() -> setException(thrown));
        }
    }

    private void deliver(Runnable outcome) {
        try {
            loop.callSoonThreadsafe(() -> {
                if (!isDone()) { // it may have been cancelled meanwhile
                    outcome.run();
                }
            });
        } catch (IllegalStateException closed) {
            // Nobody waits any more, and the thread is not ours to throw in.
        }
    }
}
