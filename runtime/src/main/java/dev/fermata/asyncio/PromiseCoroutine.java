package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Waits for a promise: yields it to the task, which knows what to do with it. */
final class PromiseCoroutine<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
    private static final int WAITING = 1;

    private final Promise<T> promise;

    private PromiseCoroutine(Promise<T> promise) {
        this.promise = promise;
    }

    /** Declared so for the same reason as {@link Wait#of}. */
    static <T extends @Nullable Object> Coroutine<T> awaiting(Promise<T> promise) {
        return new PromiseCoroutine<>(promise);
    }

    @Override
    protected Object shownAs() {
        return promise;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
            return promise.resultFor(this);
        }
        if (promise.isDone()) {
            return promise.result();
        }
        return machine.relay(this, promise, WAITING);
    }
}
