package dev.fermata.asyncio;

/** A callback that a loop calls at a time. */
public final class TimerHandle extends Handle {
    final long when;

    /** Of {@link TimerHeap}. */
    int position = TimerHeap.NOWHERE;

    private final TimerHeap heap;

    TimerHandle(BaseEventLoop loop, Runnable callback, long when, TimerHeap heap) {
        super(loop, callback);
        this.when = when;
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
}
