package dev.fermata;

/** As the real one. */
public final class StopAsyncIteration extends RuntimeException {
    /** The one to throw. */
    public static final StopAsyncIteration INSTANCE = new StopAsyncIteration(false);

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public StopAsyncIteration() {
        this(true);
    }

    private StopAsyncIteration(boolean traced) {
        super("the asynchronous iterator is exhausted", null, traced, traced);
    }
}
