package dev.fermata.asyncio;

import java.io.Serial;

/** A promise is asked for what it does not have yet, or given an outcome when it has one (asyncio.InvalidStateError). */
public final class InvalidStateException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what is wrong
     */
    public InvalidStateException(String message) {
        super(message);
    }
}
