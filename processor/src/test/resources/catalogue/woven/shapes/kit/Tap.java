package shapes.kit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.machine.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The awaitables of the real side: they suspend, or not, as their fate says. */
final class Tap<T> extends Coroutine<T> {
    private static final int WAITING = 1;

    private final Fate fate;
    private final T value;

    private Tap(Fate fate, T value) {
        this.fate = fate;
        this.value = value;
    }

    static <T> Coroutine<T> coroutine(Fate fate, T value) {
        return new Tap<>(fate, value);
    }

    static <T> CompletionStage<T> stage(Fate fate, T value) {
        if (fate.suspends()) {
            return new Pending<>(fate, value);
        }
        return fate.failure() == null
                ? CompletableFuture.completedFuture(value)
                : CompletableFuture.failedFuture(fate.failure());
    }

    static <Y> Generator<Y> generator(Supplier<Generator<Y>> function) {
        return function.get();
    }

    static <Y> AsyncGenerator<Y> asyncGenerator(Supplier<AsyncGenerator<Y>> function) {
        return function.get();
    }

    static <T> Coroutine<T> later(Supplier<Coroutine<T>> function) {
        return function.get();
    }

    @Override
    protected Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
        } else if (fate.suspends()) {
            machine.yield(new Pause(fate.raised() ? fate.failure() : null));
            return machine.suspend(this, WAITING);
        }
        return fate.outcome(value);
    }

    /** What the driver sees: it resumes, or raises what this holds. */
    record Pause(Throwable raise) {}

    /** A stage that is completed by nobody: the driver answers for it. */
    static final class Pending<T> extends CompletableFuture<T> {
        final Fate fate;
        final T value;

        Pending(Fate fate, T value) {
            this.fate = fate;
            this.value = value;
        }
    }
}
