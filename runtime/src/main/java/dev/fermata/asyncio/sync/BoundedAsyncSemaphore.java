package dev.fermata.asyncio.sync;

/** A semaphore that never has more permits than it was made with: to release one that nobody holds is an error. */
public final class BoundedAsyncSemaphore extends AsyncSemaphore {
    private final int bound;

    /**
     * Makes one.
     *
     * @param permits how many can be acquired at first, and at most
     * @throws IllegalArgumentException if negative
     */
    public BoundedAsyncSemaphore(int permits) {
        super(permits);
        bound = permits;
    }

    /**
     * Releases a permit, and wakes the first who waits.
     *
     * @throws IllegalStateException if no permit is held, or in a wrong loop or thread
     */
    @Override
    public void release() {
        binding.check();
        if (permits() >= bound) {
            throw new IllegalStateException("BoundedAsyncSemaphore released too many times");
        }
        super.release();
    }
}
