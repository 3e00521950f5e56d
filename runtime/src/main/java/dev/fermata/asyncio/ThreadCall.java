package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Waits for a call that another thread makes, of the loop's default executor. */
final class ThreadCall<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
    private static final int WAITING = 1;

    private final Callable<T> callable;
    private @Nullable Promise<T> promise;

    ThreadCall(Callable<T> callable) {
        this.callable = Objects.requireNonNull(callable, "callable");
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
            return Objects.requireNonNull(promise).resultFor(this);
        }
        // Also an empty one: what the call sets must not stay with a thread that is used again.
        Context context = Context.copy();
        promise = CurrentLoop.requireRunning().runInExecutor(null, () -> context.run(callable));
        machine.yield(promise);
        return machine.suspend(this, WAITING);
    }
}
