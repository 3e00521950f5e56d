package dev.fermata.asyncio;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Something took longer than it was given: asyncio's TimeoutError. Unchecked, as any await under a timeout may throw it. Its
 * cause is the {@link dev.fermata.CancelledError} by which the timeout stopped what was running.
 */
public final class AsyncTimeoutException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what took too long, or null
     * @param cause what stopped it, or null
     */
    public AsyncTimeoutException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
