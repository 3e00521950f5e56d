package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for a time to pass; none at all means: until the next turn. */
final class Sleep<T extends @Nullable Object> extends Coroutine<T> {
    private static final int TURN = 1;
    private static final int TIMER = 2;

    private final Duration delay;
    private final T value;
    private @Nullable TimerHandle timer;

    Sleep(Duration delay, T value) {
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
            return value;
        } finally {
            if (timer != null) {
                timer.cancel(); // no effect if it has fired
            }
        }
    }

    private Object start(Machine machine) {
        if (delay.isZero() || delay.isNegative()) {
            machine.yield(null);
            return machine.suspend(this, TURN);
        }
        EventLoop loop = CurrentLoop.requireRunning();
        Promise<@Nullable Object> woken = loop.createPromise();
        timer = loop.callLater(delay, () -> {
            if (!woken.isDone()) {
                woken.setResult(null);
            }
        });
        machine.yield(woken);
        return machine.suspend(this, TIMER);
    }
}
