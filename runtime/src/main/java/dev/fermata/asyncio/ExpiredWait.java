package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code waitFor} without any time: takes an outcome that is there, else cancels, and waits for the end of that. */
final class ExpiredWait<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
    private static final int WAITING = 1;

    private final Awaitable<T> awaitable;
    private @Nullable Promise<T> promise;
    private @Nullable Promise<@Nullable Object> ended;
    private final Consumer<Promise<T>> listener = done -> end();

    ExpiredWait(Awaitable<T> awaitable) {
        this.awaitable = awaitable;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            return start(machine);
        }
        Promise<T> inner = Objects.requireNonNull(promise);
        try {
            machine.resumed();
            Objects.requireNonNull(ended)
                    .resultFor(this); // not the inner one: a cancellation of this wait must not get lost in that
        } finally {
            inner.removeDoneCallback(listener);
        }
        try {
            return inner.result();
        } catch (CancelledError cancelled) {
            throw new AsyncTimeoutException("timed out at once: there was no time to begin", cancelled);
        }
    }

    private @Nullable Object start(Machine machine) {
        BaseEventLoop loop = CurrentLoop.requireRunning();
        Promise<T> inner = awaitable instanceof Promise<T>
                ? loop.ensurePromise(awaitable)
                : loop.createTask(
                        awaitable.asCoroutine(), TaskOptions.defaults().deferred());
        if (inner.isDone()) {
            return inner.result();
        }
        promise = inner;
        ended = loop.createPromise();
        inner.addDoneCallback(listener);
        inner.cancel("timed out");
        machine.yield(ended);
        return machine.suspend(this, WAITING);
    }

    private void end() {
        Promise<@Nullable Object> waiter = Objects.requireNonNull(ended);
        if (!waiter.isDone()) {
            waiter.setResult(null);
        }
    }
}
