package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an exception handler is told.
 *
 * @param message what happened
 * @param exception what was thrown, if anything was
 * @param promise the promise that it concerns
 * @param task the task that it concerns
 * @param handle the callback that it concerns
 */
public record ErrorContext(
        String message,
        @Nullable Throwable exception,
        @Nullable Promise<?> promise,
        @Nullable Task<?> task,
        @Nullable Handle handle) {
    /** Checks that there is a message. */
    public ErrorContext {
        Objects.requireNonNull(message, "message");
    }
}
