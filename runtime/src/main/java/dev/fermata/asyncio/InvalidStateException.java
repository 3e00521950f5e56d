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

    /** Declared as what it extends: so who throws it does not load this class, which few programs need. See docs/start-up.md. */
    static IllegalStateException of(String message) {
        return new InvalidStateException(message);
    }
}
