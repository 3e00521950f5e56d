package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * A request to cancel. It goes unchanged through tasks that await each other.
 *
 * <p>Its errors are {@link CancelledError}s, and declared as what that extends: so a program in which nothing is cancelled does
 * not load that class to verify who throws them.
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

    /** For who asks for an outcome: its trace is the stack of that. */
    Error error() {
        return new CancelledError(message, source);
    }

    /** For a promise that others will await, and then name themselves in its trace, see {@link Machine#awaited}. */
    Error errorUnawaited() {
        return new CancelledError(message, source, new StackTraceElement[0]);
    }

    /**
     * To be thrown at an await: its trace are the awaits that it will pass. The loop's own stack, which is the same for all
     * that it cancels, would cost ten times as much as all the rest.
     *
     * @param leaf the leaf of the chain that awaits
     */
    Error error(Frame leaf) {
        return new CancelledError(message, source, Machine.trace(leaf));
    }
}
