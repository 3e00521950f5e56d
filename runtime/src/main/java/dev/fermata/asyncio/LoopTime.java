package dev.fermata.asyncio;

import java.time.Duration;

/** Times of a loop: nanoseconds that may wrap around, and are therefore compared by their difference. */
final class LoopTime {
    /** 146 years: half of what a difference can tell, so that of any two pending timers one is the earlier. */
    private static final long LONGEST_DELAY = Long.MAX_VALUE / 2;

    private static final Duration LONGEST = Duration.ofNanos(LONGEST_DELAY);

    private LoopTime() {}

    /** How long a delay is, at least 0 and at most 146 years. */
    static long nanos(Duration delay) {
        if (delay.isNegative()) {
            return 0;
        }
        return delay.compareTo(LONGEST) >= 0 ? LONGEST_DELAY : delay.toNanos();
    }

    /** The time, or what is 146 years away if it is further away than that. */
    static long withinReach(long when, long now) {
        return now + Math.max(-LONGEST_DELAY, Math.min(when - now, LONGEST_DELAY));
    }
}
