package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import org.jspecify.annotations.Nullable;

/**
 * A request to cancel. It goes unchanged through tasks that await each other.
 *
 * @param message what it says
 * @param source who has made it, for people
 * @param scope the scope that has made it, and will take it back from its own task only; null for those that nobody takes back
 */
record Cancellation(
        @Nullable String message,
        @Nullable Object source,
        @Nullable CancelScope scope) {
    /** One that nobody takes back. */
    static Cancellation of(CancelledError error) {
        return new Cancellation(error.message(), error.source(), null);
    }

    CancelledError error() {
        return new CancelledError(message, source);
    }
}
