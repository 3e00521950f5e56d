package dev.fermata;

/** As the real one, with a close() that blocks. */
public interface AsyncCloseable extends AutoCloseable {
    /** Releases it. */
    Coroutine<Void> aclose();

    @Override
    default void close() {
        Coroutine.await(aclose());
    }
}
