package dev.fermata;

import java.io.Serial;

/**
 * The end of an {@link AsyncIterator}: what awaiting its {@code anext()} throws when there is no further element. One that
 * leaves the body of an async generator becomes an {@link IllegalStateException} with it as cause (PEP 479).
 */
public final class StopAsyncIteration extends RuntimeException {
    /**
     * The one to throw: without a stack trace, which would cost more than the iteration and which nobody reads, and
     * without suppressed exceptions, so that it can be shared.
     */
    public static final StopAsyncIteration INSTANCE = new StopAsyncIteration(false);

    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes one with a stack trace, for those who look for where an iteration ends too early. */
    public StopAsyncIteration() {
        this(true);
    }

    private StopAsyncIteration(boolean traced) {
        super("the asynchronous iterator is exhausted", null, traced, traced);
    }
}
