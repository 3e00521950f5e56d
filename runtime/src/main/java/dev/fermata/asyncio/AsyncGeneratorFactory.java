package dev.fermata.asyncio;

import dev.fermata.AsyncGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes an async generator where it is going to run. Its lambdas are plain code, as those of {@link CoroutineFactory}.
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncGeneratorFactory<T extends @Nullable Object> {
    /**
     * Makes a generator; called once, in the thread of the loop.
     *
     * @return a fresh generator
     * @throws Throwable as if the generator had thrown it
     */
    AsyncGenerator<? extends T> create() throws Throwable;
}
