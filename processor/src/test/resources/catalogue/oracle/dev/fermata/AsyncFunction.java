package dev.fermata;

/** As the real one. */
@FunctionalInterface
public interface AsyncFunction<A, R> {
    /** Runs it. */
    @Async
    Coroutine<R> apply(A argument) throws Exception;
}
