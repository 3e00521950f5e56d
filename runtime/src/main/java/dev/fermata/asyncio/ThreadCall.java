package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Waits for a call that another thread makes. */
final class ThreadCall<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
    private static final int WAITING = 1;

    private final Callable<T> callable;
    private final ThreadOptions options;
    private @Nullable Promise<T> promise;

    private ThreadCall(Callable<T> callable, ThreadOptions options) {
        this.callable = Objects.requireNonNull(callable, "callable");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** Declared so for the same reason as {@link Wait#of}. */
    static <T extends @Nullable Object> Coroutine<T> of(Callable<T> callable, ThreadOptions options) {
        return new ThreadCall<>(callable, options);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
            return outcome(Objects.requireNonNull(promise));
        }
        // Also an empty one: what the call sets must not stay with a thread that is used again.
        Context context = Context.copy();
        BaseEventLoop loop = CurrentLoop.requireRunning();
        loop.requireUsable();
        promise = loop.executors().run(options.executor, () -> context.run(callable), options.interrupts);
        machine.yield(promise);
        return machine.suspend(this, WAITING);
    }

    private T outcome(Promise<T> ended) {
        try {
            return ended.resultFor(this);
        } catch (CancelledError cancelled) {
            if (ended instanceof InterruptibleCall<T> call && call.dropped() != null) {
                cancelled.addSuppressed(call.dropped());
            }
            throw cancelled;
        }
    }
}
