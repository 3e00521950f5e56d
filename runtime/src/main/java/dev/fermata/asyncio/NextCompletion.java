package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waits for the next task that ends. It is taken when this runs, so that cancelling this loses none. */
final class NextCompletion<T extends @Nullable Object> extends Coroutine<Task<T>> implements PromiseWait {
    private static final int WAITING = 1;

    private final Completions<T> completions;
    private @Nullable Promise<@Nullable Object> woken;

    NextCompletion(Completions<T> completions) {
        this.completions = completions;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            Promise<@Nullable Object> own = Objects.requireNonNull(woken);
            try {
                machine.resumed();
                own.resultFor(this);
            } catch (Throwable cancelled) {
                completions.leave(own);
                throw cancelled;
            }
        }
        if (completions.isExhausted()) {
            throw StopAsyncIteration.INSTANCE;
        }
        Task<T> next = completions.poll();
        if (next != null) {
            return next;
        }
        woken = completions.join();
        machine.yield(woken);
        return machine.suspend(this, WAITING);
    }
}
