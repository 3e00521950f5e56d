package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * Makes a coroutine where it is going to run. Unlike {@link dev.fermata.AsyncSupplier} its lambdas are plain code: they may
 * call coroutine functions and may not await. So code that no processor has seen can have them.
 *
 * @param <T> what the coroutine returns
 */
@FunctionalInterface
public interface CoroutineFactory<T extends @Nullable Object> {
    /**
     * Makes a coroutine; called once, in the thread of the loop.
     *
     * @return a fresh coroutine
     * @throws Throwable as if the coroutine had thrown it
     */
    Coroutine<? extends T> create() throws Throwable;
}
