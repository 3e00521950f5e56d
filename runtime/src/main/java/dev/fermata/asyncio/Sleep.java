package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a time to pass; none at all means: until the next turn. Without a limit it waits until it is cancelled. Not for
 * humans, who have {@link Asyncio#sleep}; generated code calls {@link #enter}.
 *
 * <pre>
 *   state     meaning
 *   TURN      it has yielded null, or {@link #TIME}: the task that drives it is the timer
 *   (none)    no turn is to be waited for where nothing else would run in it, see {@link Turns#resumesAtOnce}
 *   PROMISE   it has yielded a promise, to a driver that is no task, or for want of a limit
 * </pre>
 */
public final class Sleep<T extends @Nullable Object> extends Coroutine<T> implements PromiseWait {
    /** Yielded to a task, which is to sleep until {@link BaseEventLoop#wakeTime}. */
    static final Object TIME = new Object() {
        @Override
        public String toString() {
            return "a time to come";
        }
    };

    private static final int TURN = RELAYED;
    private static final int PROMISE = 2;

    private final @Nullable Duration delay;
    private final T value;
    private @Nullable Wakeup wakeup;

    private Sleep(@Nullable Duration delay, T value) {
        this.delay = delay;
        this.value = value;
    }

    /** Declared so for the same reason as {@link Wait#of}. */
    static <T extends @Nullable Object> Coroutine<T> of(@Nullable Duration delay, T value) {
        return new Sleep<>(delay, value);
    }

    /**
     * Does what the coroutine of {@link Asyncio#sleep(Duration)} does, for a body that awaits it where nobody sees it: {@code
     * await(sleep(delay))} is compiled as a call of this. See ADR 6; frozen, as all of the ABI.
     *
     * @param delay how long; null for no limit
     * @param machine the machine that runs the caller
     * @return null, or {@link Machine#SUSPENDED}: then the caller spills and suspends
     */
    public static @Nullable Object enter(@Nullable Duration delay, Machine machine) {
        return delay != null && machine.relays()
                ? wait(machine, delay)
                : unseen(delay).start(machine);
    }

    private static Sleep<?> unseen(@Nullable Duration delay) {
        Sleep<?> made = new Sleep<@Nullable Void>(delay, null);
        made.begun();
        return made;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            Duration limit = delay;
            return value == null && limit != null && machine.relays() ? wait(machine, limit) : start(machine);
        }
        Wakeup own = wakeup;
        if (own == null) {
            machine.resumed();
            return value;
        }
        try {
            machine.resumed();
            own.woken.resultFor(this); // it may have been cancelled
            return value;
        } finally {
            own.end();
        }
    }

    /** As {@link #start}, if what the driver sends is the value. Static, so that the object does not escape. */
    private static @Nullable Object wait(Machine machine, Duration limit) {
        if (!limit.isZero() && !limit.isNegative()) {
            setWakeTime(limit);
            return machine.relay(TIME);
        }
        return machine.resumesAtOnce() ? null : machine.relay(null);
    }

    private static void setWakeTime(Duration limit) {
        BaseEventLoop loop = CurrentLoop.requireRunning();
        loop.wakeTime = loop.time() + LoopTime.nanos(limit);
    }

    private @Nullable Object start(Machine machine) {
        Duration limit = delay;
        if (limit != null && (limit.isZero() || limit.isNegative())) {
            if (machine.resumesAtOnce()) {
                return value;
            }
            machine.yield(null);
            return machine.suspend(this, TURN);
        }
        if (limit != null && machine.relays()) {
            setWakeTime(limit);
            machine.yield(TIME);
            return machine.suspend(this, TURN);
        }
        Wakeup made = new Wakeup(CurrentLoop.requireRunning(), limit);
        wakeup = made;
        machine.yield(made.woken);
        return machine.suspend(this, PROMISE);
    }

    /** A promise, and the timer that completes it. */
    private static final class Wakeup implements Runnable {
        final Promise<@Nullable Object> woken;
        private final @Nullable TimerHandle timer;

        Wakeup(BaseEventLoop loop, @Nullable Duration limit) {
            woken = loop.createPromise();
            timer = limit == null ? null : loop.callLater(limit, this);
        }

        @Override
        public void run() {
            if (!woken.isDone()) {
                woken.setResult(null);
            }
        }

        void end() {
            if (timer != null) {
                timer.cancel(); // no effect if it has fired
            }
        }
    }
}
