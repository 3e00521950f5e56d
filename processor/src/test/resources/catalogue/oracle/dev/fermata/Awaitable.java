package dev.fermata;

/** As the real one. */
@FunctionalInterface
public interface Awaitable<T> {
    /** Makes the coroutine that waits. */
    Coroutine<T> asCoroutine();
}
