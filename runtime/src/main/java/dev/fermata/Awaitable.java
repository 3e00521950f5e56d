package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * What can be awaited: Python's {@code __await__}. Open to users: an object of yours that implements it may be given to
 * {@link Coroutine#await}.
 *
 * @param <T> what awaiting it gives
 */
@FunctionalInterface
public interface Awaitable<T extends @Nullable Object> {
    /**
     * Makes the coroutine that waits. Called once for each await; a coroutine returns itself and can be awaited once.
     *
     * @return a fresh coroutine
     */
    Coroutine<T> asCoroutine();
}
