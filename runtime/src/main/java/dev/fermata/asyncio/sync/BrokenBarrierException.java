package dev.fermata.asyncio.sync;

import java.io.Serial;

/** What {@link AsyncBarrier#waitFor} throws if the barrier was aborted or reset. */
public final class BrokenBarrierException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened
     */
    public BrokenBarrierException(String message) {
        super(message);
    }
}
