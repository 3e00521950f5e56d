package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A callback that was given to a loop. */
public sealed class Handle permits TimerHandle {
    private final BaseEventLoop loop;
    private @Nullable Runnable callback;
    private boolean cancelled;

    Handle(BaseEventLoop loop, Runnable callback) {
        this.loop = loop;
        this.callback = callback;
    }

    /**
     * Takes the callback back: it will not be called, and is not kept. No effect if it was called.
     *
     * @throws IllegalStateException if the loop runs in another thread
     */
    public void cancel() {
        loop.requireThread();
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
