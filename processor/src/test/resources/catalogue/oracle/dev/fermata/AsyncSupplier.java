package dev.fermata;

/** As the real one. */
@FunctionalInterface
public interface AsyncSupplier<R> {
    /** Runs it. */
    @Async
    Coroutine<R> get() throws Exception;
}
