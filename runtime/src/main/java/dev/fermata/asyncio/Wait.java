package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for some or all of some promises, and leaves them alone. */
final class Wait<T extends @Nullable Object> extends Coroutine<WaitResult<T>> implements PromiseWait {
    private static final int WAITING = 1;

    private final Set<Promise<T>> promises;
    private final WaitOptions options;
    private final Consumer<Promise<T>> listener = this::told;
    private int left;
    private @Nullable Promise<@Nullable Object> enough;
    private @Nullable Handle timer;

    private Wait(Collection<? extends Promise<T>> promises, WaitOptions options) {
        this.promises = new LinkedHashSet<>(Objects.requireNonNull(promises, "promises"));
        this.options = Objects.requireNonNull(options, "options");
        if (promises.isEmpty()) {
            throw new IllegalArgumentException("no promises to wait for; ask isEmpty() first");
        }
        this.promises.forEach(it -> Objects.requireNonNull(it, "a promise was expected, got null"));
    }

    /** A method that is declared to return a Coroutine: else whoever starts {@link Asyncio} would load this class to verify that one. */
    static <T extends @Nullable Object> Coroutine<WaitResult<T>> of(
            Collection<? extends Promise<T>> promises, WaitOptions options) {
        return new Wait<>(promises, options);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            return start(machine);
        }
        try {
            machine.resumed();
            Objects.requireNonNull(enough).resultFor(this); // this wait may have been cancelled
            return WaitResult.of(promises);
        } finally {
            if (timer != null) {
                timer.cancel();
            }
            promises.forEach(it -> it.removeDoneCallback(listener));
        }
    }

    private Object start(Machine machine) {
        BaseEventLoop loop = CurrentLoop.requireRunning();
        for (Promise<T> promise : promises) {
            loop.requireOwn(promise);
        }
        Duration limit = options.limit();
        enough = loop.createPromise();
        timer = limit == null ? null : loop.callLater(limit, this::enough);
        left = promises.size();
        promises.forEach(it -> it.addDoneCallback(listener));
        machine.yield(enough);
        return machine.suspend(this, WAITING);
    }

    private void told(Promise<T> done) {
        left--;
        if (left == 0 || options.isEnoughWith(done)) {
            enough();
        }
    }

    private void enough() {
        Promise<@Nullable Object> waiter = Objects.requireNonNull(enough);
        if (!waiter.isDone()) {
            waiter.setResult(null);
        }
    }
}
