package dev.fermata;

/** As the real one. */
public final class CancelledError extends Error {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public CancelledError(String message) {
        super(message);
    }
}
