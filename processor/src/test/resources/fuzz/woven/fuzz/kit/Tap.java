package fuzz.kit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The awaitables of the real side: they suspend, or not, as their fate says. */
final class Tap<T> extends Coroutine<T> {
    private static final int WAITING = 1;

    private static final List<Coroutine<?>> MADE = new ArrayList<>();

    private final Fate fate;
    private final T value;

    private Tap(Fate fate, T value) {
        this.fate = fate;
        this.value = value;
    }

    static <T> Coroutine<T> coroutine(Tape tape, Fate fate, T value) {
        return made(new Tap<>(fate, value));
    }

    static <T> CompletionStage<T> stage(Tape tape, Fate fate, T value) {
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
        return made(function.get());
    }

    /** Starts a run: nothing is made yet. */
    static void run() {
        MADE.clear();
    }

    /** Where functions start: of no interest on this side. */
    static void starting(Tape tape) {}

    static <T> Coroutine<T> made(Coroutine<T> coroutine) {
        MADE.add(coroutine);
        return coroutine;
    }

    /** How many coroutines were begun and are still under way: none may be, once the program is over. */
    static long unfinished() {
        return MADE.stream()
                .map(Inspect::state)
                .filter(state -> state == CoroutineState.SUSPENDED || state == CoroutineState.RUNNING)
                .count();
    }

    @Override
    protected Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
        } else if (fate.suspends()) {
            machine.yield(new Pause(fate.raised() ? fate.failure() : null, fate.closes()));
            return machine.suspend(this, WAITING);
        }
        return fate.outcome(value);
    }

    /** What the driver sees: it resumes, raises what this holds, or closes. */
    record Pause(Throwable raise, boolean closes) {}

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
