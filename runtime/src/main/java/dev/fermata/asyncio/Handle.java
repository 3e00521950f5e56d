package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A callback that was given to a loop. */
public sealed class Handle permits TimerHandle {
    private final BaseEventLoop loop;
    private @Nullable Runnable callback;
    private boolean cancelled;

    /** What it runs in; null is an empty one that nobody has seen. */
    @Nullable
    Context context;

    /** Of a callback that runs in a copy of the context of whoever makes this. Any thread. */
    Handle(BaseEventLoop loop, Runnable callback) {
        this(loop, callback, CurrentContext.captured(loop.bridge));
    }

    Handle(BaseEventLoop loop, Runnable callback, @Nullable Context context) {
        this.loop = loop;
        this.callback = callback;
        this.context = context;
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

    /**
     * Returns the context that the callback runs in.
     *
     * @return the context
     */
    public final Context context() {
        Context made = context;
        if (made == null) {
            made = loop.runs(this) ? CurrentContext.ofThread().context() : Context.empty();
            context = made;
        }
        return made;
    }

    /** What it calls; null once that was called or taken back. */
    final @Nullable Runnable callback() {
        return callback;
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
