package dev.fermata.asyncio.sync;

/**
 * That a lock or a permit is held, as a resource: {@code try (var held = await(lock.hold())) { .. }}. Closing it releases,
 * and may be repeated.
 */
public final class Hold implements AutoCloseable {
    private final Holdable held;
    private boolean closed;

    Hold(Holdable held) {
        this.held = held;
    }

    /**
     * Releases what is held; no effect the second time.
     *
     * @throws IllegalStateException if it was released otherwise meanwhile, or in a wrong loop or thread
     */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            held.release();
        }
    }
}
