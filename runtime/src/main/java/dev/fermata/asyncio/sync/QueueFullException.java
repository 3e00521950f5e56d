package dev.fermata.asyncio.sync;

import java.io.Serial;

/** What {@link AsyncQueue#putNow} throws if there is no room. */
public final class QueueFullException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened
     */
    public QueueFullException(String message) {
        super(message);
    }
}
