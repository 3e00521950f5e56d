package shapes.kit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.machine.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The awaitables of functions that return futures: they suspend by a stage, or do not, as their fate says. */
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
    protected Object step(Machine machine, int state) throws Throwable {
        if (state == WAITING) {
            return machine.resumed();
        } else if (fate.suspends()) {
            machine.yield(new Pending<>(fate, value));
            return machine.suspend(this, WAITING);
        }
        return fate.outcome(value);
    }

    /** A stage that the stage completes, sooner or later. */
    static final class Pending<T> extends CompletableFuture<T> {
        private final Fate fate;
        private final T value;

        Pending(Fate fate, T value) {
            this.fate = fate;
            this.value = value;
            Stage.PENDING.add(this);
        }

        void arrive() {
            if (fate.failure() == null) {
                complete(value);
            } else {
                completeExceptionally(fate.failure());
            }
        }
    }
}
