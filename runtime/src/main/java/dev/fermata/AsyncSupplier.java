package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A coroutine function without parameters. A lambda for it is async code: it may await, and nothing of it runs before its
 * coroutine does.
 *
 * @param <R> what its coroutine returns
 */
@FunctionalInterface
public interface AsyncSupplier<R extends @Nullable Object> {
    /**
     * Makes the coroutine.
     *
     * @return a fresh coroutine
     * @throws Exception when the coroutine runs, never here if this is a lambda
     */
    @Async
    Coroutine<R> get() throws Exception;
}
