package dev.fermata.asyncio;

/** A callback that a loop calls at a time. */
public final class TimerHandle extends Handle {
    /** The position of a handle that is in no heap. */
    static final int NOWHERE = -1;

    final long when;
    final long sequence;
    int position = NOWHERE;
    private final TimerHeap heap;

    TimerHandle(BaseEventLoop loop, Runnable callback, long when, long sequence, TimerHeap heap) {
        super(loop, callback);
        this.when = when;
        this.sequence = sequence;
        this.heap = heap;
    }

    /**
     * Returns when the callback is due.
     *
     * @return nanoseconds of {@link EventLoop#time}
     */
    public long when() {
        return when;
    }

    /**
     * Takes the callback back and the handle out of the loop. No effect if it was called.
     *
     * @throws IllegalStateException if the loop runs in another thread
     */
    @Override
    public void cancel() {
        super.cancel();
        heap.remove(this);
    }

    /** Earlier first; of equal times, the older first. Differences, as System.nanoTime() may wrap around. */
    boolean isBefore(TimerHandle other) {
        long difference = when - other.when;
        return difference < 0 || (difference == 0 && sequence < other.sequence);
    }
}
