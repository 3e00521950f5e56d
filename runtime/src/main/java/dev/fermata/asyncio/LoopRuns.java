package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import org.jspecify.annotations.Nullable;

/**
 * When a loop runs, and when it does not.
 *
 * <pre>
 *   state                        leaves it by
 *   stopped                      forever(), untilComplete() -> running; close() -> closed
 *   running in this thread       stop(), an error that leaves the loop -> stopped
 *   running in a host's turns    close() between two turns -> closed, in a turn at its end
 *   closed
 * </pre>
 */
final class LoopRuns implements Runnable {
    private final BaseEventLoop loop;

    LoopRuns(BaseEventLoop loop) {
        this.loop = loop;
    }

    <T extends @Nullable Object> T untilComplete(Awaitable<T> awaitable) {
        requireStartable(awaitable);
        Promise<T> promise = loop.ensurePromise(awaitable);
        Handle stop = new Handle(loop, this, null);
        promise.addWaiter(stop);
        try {
            forever();
        } catch (Throwable left) {
            promise.see(); // it left the loop, and is not to be reported too, as in CPython
            throw left;
        } finally {
            stop.cancel(); // it may still be queued when an error leaves this run, and must not stop the next one
            promise.removeWaiter(stop);
        }
        if (!promise.isDone()) {
            throw new IllegalStateException("Event loop stopped before Promise completed");
        }
        return promise.result();
    }

    void forever() {
        requireStartable(null);
        loop.enter();
        CurrentLoop.setRunning(loop);
        try {
            loop.turns.run();
        } finally {
            CurrentLoop.setRunning(null);
            loop.exit();
        }
    }

    /** Ends a run whose promise is done: not a lambda, which each program's start would pay for. */
    @Override
    public void run() {
        stop();
    }

    void stop() {
        if (loop.hosted != null) {
            throw new IllegalStateException(
                    "This event loop runs as long as " + loop.hosted + " does; close() ends it");
        }
        loop.turns.stopping = true;
    }

    /**
     * Tells whether the loop is to be closed now.
     *
     * @throws IllegalStateException if it runs
     */
    boolean mayClose() {
        HostedTurns hosted = loop.hosted;
        if (hosted != null) {
            loop.requireThread();
            return hosted.mayCloseNow();
        }
        if (loop.confinement.isEntered()) {
            throw new IllegalStateException("Cannot close a running event loop");
        }
        return true;
    }

    /** The loop has been closed. */
    void closed() {
        if (loop.hosted != null) {
            loop.hosted.closed();
            loop.exit();
        }
    }

    private void requireStartable(@Nullable Awaitable<?> awaitable) {
        String reason = null;
        if (loop.isClosed()) {
            reason = "Event loop is closed";
        } else if (loop.confinement.isEntered()) {
            reason = "This event loop is already running"
                    + (loop.hosted == null ? "" : ", in the turns of " + loop.hosted);
        } else if (CurrentLoop.running() != null) {
            reason = "Cannot run the event loop while another loop is running";
        }
        if (reason != null) {
            BaseEventLoop.discard(awaitable);
            throw new IllegalStateException(reason);
        }
    }
}
