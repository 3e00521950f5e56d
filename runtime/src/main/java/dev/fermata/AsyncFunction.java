package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A coroutine function with one parameter. A lambda for it is async code: it may await, and nothing of it runs before its
 * coroutine does.
 *
 * @param <A> its parameter
 * @param <R> what its coroutine returns
 */
@FunctionalInterface
public interface AsyncFunction<A extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Makes the coroutine.
     *
     * @param argument the argument
     * @return a fresh coroutine
     * @throws Exception when the coroutine runs, never here if this is a lambda
     */
    @Async
    Coroutine<R> apply(A argument) throws Exception;
}
