package dev.fermata.asyncio;

import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an awaitable came to, as a value: what {@link Asyncio#gatherSettled} gives.
 *
 * @param <T> what the awaitable gives
 */
public sealed interface Outcome<T extends @Nullable Object> {
    /**
     * Returns the value.
     *
     * @return the value; the failure is thrown as it is, checked exceptions included
     */
    T get();

    /**
     * It has given a value.
     *
     * @param <T> what the awaitable gives
     * @param value the value
     */
    record Success<T extends @Nullable Object>(T value) implements Outcome<T> {
        @Override
        public T get() {
            return value;
        }
    }

    /**
     * It has failed, or was cancelled.
     *
     * @param <T> what the awaitable gives
     * @param exception what it threw; a {@link dev.fermata.CancelledError} if it was cancelled
     */
    record Failure<T extends @Nullable Object>(Throwable exception) implements Outcome<T> {
        /** Checks that there is an exception. */
        public Failure {
            Objects.requireNonNull(exception, "exception");
        }

        @Override
        public T get() {
            throw Machine.sneak(exception);
        }
    }
}
