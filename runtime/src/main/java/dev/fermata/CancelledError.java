package dev.fermata;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What a cancelled coroutine finds at the await where it is suspended. An {@link Error}, as Python's is a BaseException:
 * {@code catch (Exception e)} does not swallow a cancellation. Whoever catches it to clean up throws it again.
 */
public final class CancelledError extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes one without a message. */
    public CancelledError() {
        this(null);
    }

    /**
     * Makes one.
     *
     * @param message what whoever cancelled had to say, or null
     */
    public CancelledError(@Nullable String message) {
        super(message);
    }

    /**
     * Returns what whoever cancelled had to say.
     *
     * @return the message, or null
     */
    public @Nullable String message() {
        return getMessage();
    }
}
