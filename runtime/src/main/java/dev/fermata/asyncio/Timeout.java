package dev.fermata.asyncio;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The limit of a body of async code: what {@link Asyncio#timeout(Duration, dev.fermata.AsyncFunction)} gives its body.
 *
 * <pre>
 *   state       meaning                                    leaves it by
 *   CREATED     the body has not begun                     enter()
 *   ACTIVE      the body runs                              the timer, leave()
 *   EXPIRING    out of time; the body is being cancelled   leave()
 *   EXPIRED     the body has ended, out of time
 *   FINISHED    the body has ended in time
 * </pre>
 *
 * <p>Threads: that of its loop.
 */
public final class Timeout {
    private enum State {
        CREATED,
        ACTIVE,
        EXPIRING,
        EXPIRED,
        FINISHED
    }

    private State state = State.CREATED;
    private OptionalLong when = OptionalLong.empty();
    private long entered;
    private @Nullable BaseEventLoop loop;
    private @Nullable CancelScope scope;
    private @Nullable Handle timer;

    Timeout() {}

    /**
     * Returns when the time is up.
     *
     * @return nanoseconds of {@link EventLoop#time}; empty if never
     */
    public OptionalLong when() {
        return when;
    }

    /**
     * Sets a new limit, counted from now.
     *
     * @param delay how long from now; null: no limit. Nothing, or less, means: at the next suspension.
     * @throws IllegalStateException if the body has not begun, has ended, or is out of time
     */
    public void reschedule(@Nullable Duration delay) {
        rescheduleAt(
                delay == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(requireActive().time() + LoopTime.nanos(delay)));
    }

    /**
     * Sets a new limit.
     *
     * @param nanos in nanoseconds of {@link EventLoop#time}; one that is past means: at the next suspension
     * @throws IllegalStateException as {@link #reschedule}
     */
    public void rescheduleAt(long nanos) {
        rescheduleAt(OptionalLong.of(nanos));
    }

    /**
     * Tells whether the time was up before the body ended.
     *
     * @return true from then on
     */
    public boolean expired() {
        return state == State.EXPIRING || state == State.EXPIRED;
    }

    @Override
    public String toString() {
        return "Timeout " + state.name().toLowerCase(Locale.ROOT)
                + (when.isPresent() ? ", when=" + when.getAsLong() : "");
    }

    // ---- for the coroutine that runs the body

    /** {@code limit} is counted from the time that it is given. */
    void enter(CancelScope own, LongFunction<OptionalLong> limit) {
        scope = own;
        loop = own.host().loop;
        entered = loop.time();
        state = State.ACTIVE;
        rescheduleAt(limit.apply(entered));
    }

    /** Ends it, and says what its end means. */
    Verdict leave() {
        boolean late = state == State.EXPIRING;
        state = late ? State.EXPIRED : State.FINISHED;
        if (timer != null) {
            timer.cancel();
        }
        boolean others = scope != null && scope.leave();
        if (!late) {
            return Verdict.IN_TIME;
        }
        return others ? Verdict.CANCELLED_BY_OTHERS : Verdict.OUT_OF_TIME;
    }

    /** What somebody gets who is late. */
    AsyncTimeoutException error(@Nullable Throwable cause) {
        long limit = Math.max(0, when.orElse(entered) - entered);
        return new AsyncTimeoutException("timed out after " + Duration.ofNanos(limit), cause);
    }

    private void rescheduleAt(OptionalLong limit) {
        BaseEventLoop own = requireActive();
        when = limit;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (limit.isPresent()) {
            long at = limit.getAsLong();
            // One whose time is up already waits for the next turn too: the body gets as far as its first suspension.
            timer = at - own.time() <= 0 ? own.callSoon(this::expire) : own.callAt(at, this::expire);
        }
    }

    private void expire() {
        if (state == State.ACTIVE && scope != null) {
            state = State.EXPIRING;
            scope.request("timed out");
        }
    }

    private BaseEventLoop requireActive() {
        if (state != State.ACTIVE || loop == null) {
            throw new IllegalStateException(
                    switch (state) {
                        case CREATED -> "Timeout has not been entered";
                        case ACTIVE, FINISHED -> "Cannot change state of finished Timeout";
                        case EXPIRING -> "Cannot change state of expiring Timeout";
                        case EXPIRED -> "Cannot change state of expired Timeout";
                    });
        }
        return loop;
    }

    /** What the end of the body means. */
    enum Verdict {
        IN_TIME,
        OUT_OF_TIME,
        CANCELLED_BY_OTHERS
    }
}
