package fuzz.kit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The oracle's awaitables: they have an outcome and nobody has to wait for it. */
abstract class Tap<T> extends Coroutine<T> {
    private static boolean closing;

    static <T> Coroutine<T> coroutine(Tape tape, Fate fate, T value) {
        return new Tap<>() {
            @Override
            protected T outcome() {
                return blocked(tape, fate, value);
            }
        };
    }

    static <T> CompletionStage<T> stage(Tape tape, Fate fate, T value) {
        return new CompletableFuture<>() {
            @Override
            public T join() {
                return blocked(tape, fate, value);
            }
        };
    }

    static <Y> Generator<Y> generator(Supplier<Generator<Y>> function) {
        return new Threaded<>(function);
    }

    static <Y> AsyncGenerator<Y> asyncGenerator(Supplier<AsyncGenerator<Y>> function) {
        return new ThreadedAsync<>(function);
    }

    static <T> Coroutine<T> later(Supplier<Coroutine<T>> function) {
        return new Tap<>() {
            @Override
            protected T outcome() {
                return await(function.get());
            }
        };
    }

    /** Starts a run: who answers what is yielded barely, and that nobody closes yet. */
    static void run(Tape tape) {
        closing = false;
        drivenBy(new UnaryOperator<>() {
            @Override
            public Object apply(Object yielded) {
                beyond(tape);
                tape.log("driver saw", yielded);
                return "answer to " + Words.of(yielded);
            }
        });
        atResult(() -> beyond(tape));
    }

    /** Where functions start, and coroutines are made that may be returned as they are. */
    static void starting(Tape tape) {
        beyond(tape);
    }

    /** How a program ended whose driver closed it, or null if none did. */
    static String closed(Throwable thrown) {
        return closing && (thrown == null || thrown instanceof GeneratorExit) ? "closed" : null;
    }

    private static <T> T blocked(Tape tape, Fate fate, T value) {
        if (fate.suspends()) {
            beyond(tape);
        }
        closing |= fate.closes();
        return fate.outcome(value);
    }

    /**
     * Ends the recording where a program that is being closed suspends or returns: what the functions above see then is
     * no longer what a call on a stack gives, for each is closed by itself (PEP 380).
     */
    private static void beyond(Tape tape) {
        if (closing) {
            tape.seal();
        }
    }

    private static final class ThreadedAsync<Y> extends AsyncGenerator<Y> {
        ThreadedAsync(Supplier<AsyncGenerator<Y>> function) {
            super(function);
        }
    }

    private static final class Threaded<Y> extends Generator<Y> {
        Threaded(Supplier<Generator<Y>> function) {
            super(function, null);
        }
    }
}
