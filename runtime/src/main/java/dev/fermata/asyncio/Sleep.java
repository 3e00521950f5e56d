package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for a time to pass; none at all means: until the next turn. Without a limit it waits until it is cancelled. */
final class Sleep<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
    private static final int TURN = 1;
    private static final int TIMER = 2;

    private final @Nullable Duration delay;
    private final T value;
    private @Nullable TimerHandle timer;
    private @Nullable Promise<@Nullable Object> woken;

    Sleep(@Nullable Duration delay, T value) {
        this.delay = delay;
        this.value = value;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            return start(machine);
        }
        try {
            machine.resumed();
            if (woken != null) {
                woken.result(); // it may have been cancelled
            }
            return value;
        } finally {
            if (timer != null) {
                timer.cancel(); // no effect if it has fired
            }
        }
    }

    private Object start(Machine machine) {
        if (delay != null && (delay.isZero() || delay.isNegative())) {
            machine.yield(null);
            return machine.suspend(this, TURN);
        }
        EventLoop loop = CurrentLoop.requireRunning();
        Promise<@Nullable Object> promise = loop.createPromise();
        woken = promise;
        if (delay != null) {
            timer = loop.callLater(delay, () -> {
                if (!promise.isDone()) {
                    promise.setResult(null);
                }
            });
        }
        machine.yield(promise);
        return machine.suspend(this, TIMER);
    }
}
