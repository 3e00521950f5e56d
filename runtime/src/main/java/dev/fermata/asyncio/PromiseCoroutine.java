package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Waits for a promise: yields it to the task, which knows what to do with it. */
final class PromiseCoroutine<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
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
        if (state == RELAYED) {
            machine.resumed();
            return promise.resultFor(this);
        }
        if (promise.isDone()) {
            return promise.result();
        }
        return wait(machine, promise);
    }

    /** Static, so that the object does not escape: most often nobody sees it, and then none is made. */
    private static Object wait(Machine machine, Promise<?> promise) {
        if (machine.relays()) {
            return machine.relay(promise);
        }
        machine.yield(promise);
        return machine.suspend(new PromiseCoroutine<>(promise), RELAYED);
    }
}
