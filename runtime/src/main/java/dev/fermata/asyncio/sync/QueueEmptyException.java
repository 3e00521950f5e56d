package dev.fermata.asyncio.sync;

import java.io.Serial;

/** What {@link AsyncQueue#getNow} throws if there is nothing to get. */
public final class QueueEmptyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened
     */
    public QueueEmptyException(String message) {
        super(message);
    }
}
