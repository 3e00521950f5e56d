package dev.fermata.asyncio;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A call that runs in another thread and keeps a promise. */
final class Offloaded<T extends @Nullable Object> implements Runnable {
    private final Promise<T> promise;
    private final Callable<T> callable;

    Offloaded(Promise<T> promise, Callable<T> callable) {
        this.promise = promise;
        this.callable = callable;
    }

    @Override
    public void run() {
        try {
            T value = callable.call();
            deliver(() -> promise.setResult(value));
        } catch (Throwable thrown) {
            deliver(() -> promise.setException(thrown));
        }
    }

    private void deliver(Runnable outcome) {
        if (promise.loop().isClosed()) {
            return; // nobody waits any more, and the thread is not ours to throw in
        }
        promise.loop().callSoonThreadsafe(() -> {
            if (!promise.isDone()) { // it may have been cancelled meanwhile
                outcome.run();
            }
        });
    }
}
