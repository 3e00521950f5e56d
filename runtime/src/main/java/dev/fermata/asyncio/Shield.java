package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A promise that has the outcome of another one and can be cancelled without it. Once it is, it does not listen any more, so
 * that a failure of the other one is nobody's and is reported; one that comes in the same turn is reported here.
 */
final class Shield<T extends @Nullable Object> extends Promise<T> {
    private final Promise<T> inner;
    private final Consumer<Promise<T>> listener = this::innerDone;

    private Shield(Promise<T> inner) {
        super(inner.loop);
        this.inner = inner;
    }

    /** Starts an awaitable, unless it is started; what is done needs no shield. */
    static <T extends @Nullable Object> Promise<T> around(Awaitable<T> awaitable) {
        Objects.requireNonNull(awaitable, "an awaitable was expected, got null");
        Promise<T> inner = awaitable instanceof Promise<T> promise ? promise : started(awaitable.asCoroutine());
        if (inner.isDone()) {
            return inner;
        }
        Shield<T> shield = new Shield<>(inner);
        inner.addDoneCallback(shield.listener);
        return shield;
    }

    private static <T extends @Nullable Object> Promise<T> started(Coroutine<T> coroutine) {
        if (CurrentLoop.running() == null) {
            BaseEventLoop.discard(coroutine);
        }
        return CurrentLoop.requireRunning().createTask(coroutine);
    }

    @Override
    boolean requestCancel(Cancellation request) {
        boolean cancelled = super.requestCancel(request);
        if (cancelled) {
            inner.removeDoneCallback(listener); // no effect if it is done: then innerDone() is on its way
        }
        return cancelled;
    }

    private void innerDone(Promise<T> done) {
        Throwable failure = done.isCancelled() ? null : done.exception();
        if (isDone()) {
            if (failure != null) {
                Task<?> task = done instanceof Task<?> it ? it : null;
                loop.report(new ErrorContext("Exception in a shielded promise", failure, done, task, null));
            }
        } else if (done.isCancelled()) {
            super.requestCancel(done.request());
        } else if (failure != null) {
            fail(failure);
        } else {
            succeed(done.result());
        }
    }
}
