package dev.fermata.asyncio.sync;

import java.io.Serial;

/** What getting from and putting into an {@link AsyncQueue} throws after {@link AsyncQueue#shutdown(boolean)}. */
public final class QueueShutDownException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened
     */
    public QueueShutDownException(String message) {
        super(message);
    }
}
