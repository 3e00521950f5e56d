package dev.fermata.asyncio;

/**
 * The seam for waiting: what a loop does when nothing is ready, and the clock that it waits by. A parked thread now; a
 * selector, a foreign loop, or a clock that a test moves are others.
 */
interface Idle {
    /** How long to wait when nothing is planned. */
    long FOREVER = Long.MAX_VALUE;

    /** The monotonic time in nanoseconds. Any thread. */
    long nanoTime();

    /** Binds it to the thread that is about to run the loop. */
    void enter();

    /** Unbinds it. */
    void exit();

    /** Waits until woken, or for {@code nanos}; may return early. The loop's thread. */
    void park(long nanos);

    /** Ends the wait at hand, or the next one if there is none. Any thread. */
    void wake();
}
