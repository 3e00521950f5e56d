package dev.fermata;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The language, if awaiting blocked: a coroutine is an outcome, and awaiting takes it. */
public abstract class Coroutine<T> implements Awaitable<T>, AutoCloseable {
    private static UnaryOperator<Object> driver = yielded -> null;
    private static Runnable atResult = () -> {};

    /** For the coroutines of the oracle's tape. */
    protected Coroutine() {}

    /** The value, or the failure. */
    protected abstract T outcome() throws Throwable;

    /** Blocks. */
    public static <T> T await(Awaitable<? extends T> awaitable) {
        try {
            return awaitable.asCoroutine().outcome();
        } catch (Throwable thrown) {
            throw Coroutine.<RuntimeException>sneak(thrown);
        }
    }

    /** Blocks. */
    public static <T> T await(CompletionStage<? extends T> stage) {
        CompletableFuture<? extends T> future = stage.toCompletableFuture();
        try {
            return future.join();
        } catch (CompletionException wrapped) {
            throw Coroutine.<RuntimeException>sneak(wrapped.getCause() == null ? wrapped : wrapped.getCause());
        }
    }

    /** Blocks. */
    public static <T, X extends Throwable> T await(Awaitable<? extends T> awaitable, Class<X> mayThrow) throws X {
        return await(awaitable);
    }

    /** Asks the driver. */
    @SuppressWarnings("unchecked")
    public static <S> S suspend(Object yielded) {
        return (S) driver.apply(yielded);
    }

    /** A coroutine that has a value. */
    public static <T> Coroutine<T> result(T value) {
        atResult.run();
        return new Coroutine<>() {
            @Override
            protected T outcome() {
                return value;
            }
        };
    }

    /** A coroutine that has none. */
    public static Coroutine<Void> done() {
        return result(null);
    }

    /** A coroutine that waits for a stage. */
    public static <T> Coroutine<T> of(CompletionStage<? extends T> stage) {
        return new Coroutine<>() {
            @Override
            protected T outcome() {
                return await(stage);
            }
        };
    }

    @Override
    public final Coroutine<T> asCoroutine() {
        return this;
    }

    @Override
    public final void close() {}

    /** Who answers {@link #suspend}. */
    protected static void drivenBy(UnaryOperator<Object> answers) {
        driver = answers;
    }

    /** Who is told that a coroutine function is about to return. */
    protected static void atResult(Runnable listener) {
        atResult = listener;
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
