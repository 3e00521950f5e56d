package dev.fermata;

/**
 * A resource whose release takes awaits. A {@code try} statement over it, in async code, awaits {@link #aclose} where another
 * one calls {@code close()}: Python's {@code async with}.
 *
 * <p>Order, and what becomes of exceptions, are those of any {@code try} with resources: they are closed in reverse order, null
 * is passed over, and what {@code aclose()} throws is suppressed by what the body has thrown. Cancellation of the body
 * closes the resource; cancellation while {@code aclose()} is awaited is thrown in it.
 */
public interface AsyncCloseable extends AutoCloseable {
    /**
     * Releases the resource. To release it again does nothing.
     *
     * @return a coroutine that does it
     */
    Coroutine<Void> aclose();

    /**
     * Awaits {@link #aclose}; an intrinsic of async code, where the type of the resource is this or a subtype, also one that
     * overrides it.
     *
     * @throws IllegalStateException outside async code, where nothing can wait
     */
    @Override
    default void close() {
        throw Unrewritten.callOf("AsyncCloseable", "close()");
    }
}
