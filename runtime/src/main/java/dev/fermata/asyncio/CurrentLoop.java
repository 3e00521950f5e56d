package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** The loops of a thread: the one that runs in it, and the one that was set for it. */
final class CurrentLoop {
    private static final ThreadLocal<@Nullable BaseEventLoop> RUNNING = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable EventLoop> SET = new ThreadLocal<>();

    private CurrentLoop() {}

    static @Nullable BaseEventLoop running() {
        return RUNNING.get();
    }

    static BaseEventLoop requireRunning() {
        BaseEventLoop loop = RUNNING.get();
        if (loop == null) {
            throw new IllegalStateException("no running event loop in thread "
                    + Thread.currentThread().getName() + "; call this in a coroutine, or start one with Asyncio.run()");
        }
        return loop;
    }

    static void setRunning(@Nullable BaseEventLoop loop) {
        if (loop == null) {
            RUNNING.remove();
        } else {
            RUNNING.set(loop);
        }
    }

    static @Nullable EventLoop get() {
        return SET.get();
    }

    static void set(@Nullable EventLoop loop) {
        if (loop == null) {
            SET.remove();
        } else {
            SET.set(loop);
        }
    }
}
