package dev.fermata.asyncio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long {@link Asyncio#wait} waits: asyncio's {@code return_when} and {@code timeout}. Immutable.
 *
 * <pre>
 *   await(Asyncio.wait(tasks, WaitOptions.firstCompleted().within(Duration.ofSeconds(5))))
 * </pre>
 */
public final class WaitOptions {
    private enum Until {
        ALL_COMPLETED,
        FIRST_COMPLETED,
        FIRST_EXCEPTION
    }

    private final Until until;
    private final @Nullable Duration limit;

    private WaitOptions(Until until, @Nullable Duration limit) {
        this.until = until;
        this.limit = limit;
    }

    /**
     * Waits for all.
     *
     * @return the options
     */
    public static WaitOptions allCompleted() {
        return new WaitOptions(Until.ALL_COMPLETED, null);
    }

    /**
     * Waits for one, whatever its outcome.
     *
     * @return the options
     */
    public static WaitOptions firstCompleted() {
        return new WaitOptions(Until.FIRST_COMPLETED, null);
    }

    /**
     * Waits for one that fails, or for all; one that is cancelled has not failed.
     *
     * @return the options
     */
    public static WaitOptions firstException() {
        return new WaitOptions(Until.FIRST_EXCEPTION, null);
    }

    /**
     * Waits so long and no longer.
     *
     * @param longest how long; null: for ever
     * @return the same options with this limit
     */
    public WaitOptions within(@Nullable Duration longest) {
        return new WaitOptions(until, longest);
    }

    @Override
    public String toString() {
        return until + (limit == null ? "" : " within " + limit);
    }

    @Nullable
    Duration limit() {
        return limit;
    }

    /** Whether the wait is over with this one, others being left. */
    boolean isEnoughWith(Promise<?> done) {
        return switch (until) {
            case ALL_COMPLETED -> false;
            case FIRST_COMPLETED -> true;
            case FIRST_EXCEPTION -> !done.isCancelled() && done.exception() != null;
        };
    }
}
