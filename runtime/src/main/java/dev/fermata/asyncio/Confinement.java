package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Which thread may use a loop.
 *
 * <pre>
 *   the loop                     may be used by
 *   does not run                 any thread, one at a time
 *   runs in a thread             that thread
 *   runs in the turns of a host  the host's thread, in its turns and between them, until the loop is closed
 * </pre>
 *
 * <p>The check costs one compare and is always on; asyncio has it in debug mode only.
 */
final class Confinement {
    private volatile @Nullable Thread thread;
    private volatile @Nullable LoopHost host;

    Confinement(@Nullable LoopHost host) {
        this.host = host;
    }

    /** Gives the loop to this thread. */
    void enter() {
        if (thread != Thread.currentThread()) { // a host does this at each turn
            thread = Thread.currentThread();
        }
    }

    /** The loop belongs to no thread any more. */
    void exit() {
        thread = null;
        host = null;
    }

    boolean isEntered() {
        return thread != null || host != null;
    }

    /** The thread that it runs in, as far as that is known. Any thread. */
    @Nullable
    Thread thread() {
        return thread;
    }

    void require() {
        if (thread != Thread.currentThread()) {
            requireElsewhere();
        }
    }

    private void requireElsewhere() {
        LoopHost itsHost = host;
        Thread own = thread;
        if (itsHost == null ? own == null : itsHost.isHostThread()) { // a host may replace its thread between two turns
            return;
        }
        throw new IllegalStateException("used in thread "
                + Thread.currentThread().getName() + ", but the event loop runs in "
                + (own == null ? "the thread of " + itsHost : "thread " + own.getName())
                + "; use callSoonThreadsafe() from other threads");
    }
}
