package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A callback that was given to a loop. */
public sealed class Handle permits TimerHandle {
    private @Nullable Runnable callback;
    private boolean cancelled;

    Handle(Runnable callback) {
        this.callback = callback;
    }

    /** Takes the callback back: it will not be called, and is not kept. To be called in the loop's thread. */
    public void cancel() {
        cancelled = true;
        callback = null;
    }

    /**
     * Tells whether the callback was taken back.
     *
     * @return true after {@link #cancel}
     */
    public final boolean isCancelled() {
        return cancelled;
    }

    /** Calls it, once. */
    final void run() {
        Runnable call = callback;
        if (call != null) {
            callback = null;
            call.run();
        }
    }
}
