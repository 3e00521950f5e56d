package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Shuts the default executor of a loop down, and waits for what runs there, but not for ever. */
final class ExecutorShutdown extends Coroutine<Void> implements PromiseWait {
    private static final int WAITING = 1;

    private final BaseEventLoop loop;
    private final @Nullable Duration timeout;
    private @Nullable Promise<@Nullable Object> ended;
    private @Nullable TimerHandle timer;
    private boolean late;

    private ExecutorShutdown(BaseEventLoop loop, @Nullable Duration timeout) {
        this.loop = loop;
        this.timeout = timeout;
    }

    /** Declared so for the same reason as {@link Wait#of}. */
    static Coroutine<Void> of(BaseEventLoop loop, @Nullable Duration timeout) {
        return new ExecutorShutdown(loop, timeout);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            waited(machine);
            return null;
        }
        Promise<@Nullable Object> promise = loop.executors().shutDown();
        if (promise.isDone()) {
            return null;
        }
        ended = promise;
        if (timeout != null) {
            timer = loop.callLater(timeout, this::giveUp);
        }
        machine.yield(promise);
        return machine.suspend(this, WAITING);
    }

    private void giveUp() {
        if (ended != null && !ended.isDone()) {
            late = true;
            ended.setResult(null);
        }
    }

    private void waited(Machine machine) {
        try {
            machine.resumed();
            if (ended != null) {
                ended.resultFor(this); // it may have been cancelled
            }
        } finally {
            if (timer != null) {
                timer.cancel();
            }
        }
        if (late) {
            loop.report(new ErrorContext(
                    "The executor did not finish joining its threads within " + timeout
                            + "; what they run goes on, and its outcome is dropped when the loop is closed",
                    null,
                    null,
                    null,
                    null));
        }
    }
}
