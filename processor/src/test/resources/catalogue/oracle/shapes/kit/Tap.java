package shapes.kit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The oracle's awaitables: they have an outcome and nobody has to wait for it. */
abstract class Tap<T> extends Coroutine<T> {
    static <T> Coroutine<T> coroutine(Fate fate, T value) {
        return new Tap<>() {
            @Override
            protected T outcome() {
                return fate.outcome(value);
            }
        };
    }

    static <T> CompletionStage<T> stage(Fate fate, T value) {
        return fate.failure() == null
                ? CompletableFuture.completedFuture(value)
                : CompletableFuture.failedFuture(fate.failure());
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

    static void driver(UnaryOperator<Object> answers) {
        drivenBy(answers);
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
