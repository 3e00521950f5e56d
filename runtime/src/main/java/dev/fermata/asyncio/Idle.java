package dev.fermata.asyncio;

/**
 * The seam for waiting: what a loop does when nothing is ready, and the clock that it waits by. A parked thread, unless it is
 * told another: a selector, or a clock that a test moves.
 *
 * <p>One belongs to one loop. Between {@link #enter} and {@link #exit} the loop runs, in one thread; it may run again later,
 * in another.
 */
public interface Idle {
    /** How long to wait when nothing is planned. */
    long FOREVER = Long.MAX_VALUE;

    /**
     * Returns the monotonic time, which may start anywhere. Any thread.
     *
     * @return nanoseconds
     */
    long nanoTime();

    /** Binds it to the thread that is about to run the loop, and which calls this. */
    default void enter() {}

    /** Unbinds it. */
    default void exit() {}

    /**
     * Waits until woken, or for some time; may return early, which costs a turn for nothing. The loop's thread.
     *
     * @param nanos how long; more than zero, or {@link #FOREVER}
     */
    void park(long nanos);

    /**
     * As {@link #park(long)}, of a loop that knows of calls that other threads run for it: each wakes it when it is over.
     *
     * @param nanos how long; more than zero, or {@link #FOREVER}
     * @param callsElsewhere how many calls
     */
    default void park(long nanos, int callsElsewhere) {
        park(nanos);
    }

    /** Ends the wait at hand, or the next one if there is none. Any thread. */
    void wake();
}
