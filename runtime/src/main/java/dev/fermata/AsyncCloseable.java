package dev.fermata;

/**
 * A resource whose release takes awaits. A {@code try} statement over it, in async code, awaits {@link #aclose} where another
 * one calls {@code close()}: Python's {@code async with}.
 */
public interface AsyncCloseable extends AutoCloseable {
    /**
     * Releases the resource. To release it again does nothing.
     *
     * @return a coroutine that does it
     */
    Coroutine<Void> aclose();

    /**
     * Awaits {@link #aclose}; an intrinsic of async code.
     *
     * @throws IllegalStateException outside async code, where nothing can wait
     */
    @Override
    default void close() {
        throw Unrewritten.asyncCall("AsyncCloseable.close()");
    }
}
