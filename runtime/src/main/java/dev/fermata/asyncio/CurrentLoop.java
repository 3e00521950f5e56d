package dev.fermata.asyncio;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** The loops of a thread: the one that runs in it, and the one that was set for it. */
final class CurrentLoop {
    /** Why a coroutine has no loop although it looks as if it had: the start of a message. */
    static final String OFF_LOOP = "no running event loop: an @Async method that returns a future was called where none"
            + " runs; it has no task and no timers";

    /** In the place of the loop while code runs that belongs to none, also in the thread of a loop. */
    private static final Object NONE = new Object();

    private static final ThreadLocal<@Nullable Object> RUNNING = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable EventLoop> SET = new ThreadLocal<>();

    /**
     * The loop that was the last one to begin, of any thread: most programs have no other, and are spared the look into the
     * thread's table. Plain, and perhaps stale: it is believed only if it says itself that it runs here.
     */
    private static @Nullable BaseEventLoop recent;

    private CurrentLoop() {}

    static @Nullable BaseEventLoop running() {
        BaseEventLoop loop = recent;
        return loop != null && loop.here == Thread.currentThread() ? loop : runningHere();
    }

    private static @Nullable BaseEventLoop runningHere() {
        return RUNNING.get() instanceof BaseEventLoop loop ? loop : null;
    }

    static BaseEventLoop requireRunning() {
        BaseEventLoop loop = running();
        if (loop == null) {
            if (RUNNING.get() == NONE) {
                throw new IllegalStateException(
                        OFF_LOOP + "; call it in a coroutine, or return Coroutine<T> and give that to a loop");
            }
            throw new IllegalStateException("no running event loop in thread "
                    + Thread.currentThread().getName() + "; call this in a coroutine, or start one with Asyncio.run()");
        }
        return loop;
    }

    /** Whether a loop is the one that runs here: as {@link #running}, for those who know whom to ask, without a look into the thread's table. */
    static boolean isRunning(EventLoop loop) {
        return loop instanceof BaseEventLoop it && it.here == Thread.currentThread();
    }

    static void setRunning(@Nullable BaseEventLoop loop) {
        BaseEventLoop before = running();
        if (before != null && before != loop) {
            before.here = null;
            if (recent == before) {
                recent = null;
            }
            before.trackOrigins(false);
        }
        set(RUNNING, loop);
        if (loop != null) {
            loop.here = Thread.currentThread();
            recent = loop;
            loop.contexts = CurrentContext.ofThread();
            loop.trackOrigins(loop.isDebug());
        }
    }

    /**
     * Resumes a chain that belongs to no loop. The thread may be that of a loop, which has completed what the chain awaits:
     * that loop is none of its business, nor is it the other way round.
     */
    static @Nullable Object runOffLoop(
            Machine machine, Frame leaf, @Nullable Object value, @Nullable Throwable thrown) {
        Object before = RUNNING.get();
        RUNNING.set(NONE);
        if (before instanceof BaseEventLoop loop) {
            loop.here = null;
        }
        try {
            return machine.resume(leaf, value, thrown);
        } finally {
            set(RUNNING, before);
            if (before instanceof BaseEventLoop loop) {
                loop.here = Thread.currentThread();
            }
        }
    }

    static @Nullable EventLoop get() {
        return SET.get();
    }

    static void set(@Nullable EventLoop loop) {
        set(SET, loop);
    }

    private static <L> void set(ThreadLocal<@Nullable L> local, @Nullable L loop) {
        if (loop == null) {
            local.remove();
        } else {
            local.set(loop);
        }
    }
}
