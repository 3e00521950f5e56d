package dev.fermata.asyncio.sync;

import dev.fermata.asyncio.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * The loop of an object that coroutines wait for: that of the first that has to wait. Not that of the first use: an object
 * in a static field that nobody ever waits for may serve one loop after the other.
 */
final class LoopBinding {
    private final String owner;

    /** Volatile only for threads that have no business here: they are told. */
    private volatile @Nullable EventLoop loop;

    /**
     * The same, plain: what a thread that belongs here reads, as behind a volatile read the JIT compiler loads all else again.
     * It never changes once it is there, so a stale one is none.
     */
    private @Nullable EventLoop known;

    LoopBinding(Class<?> owner) {
        this.owner = owner.getSimpleName();
    }

    /** Refuses the use from a loop or a thread that is not its own. */
    void check() {
        EventLoop bound = known;
        if (bound == null || !Waiter.runsHere(bound)) {
            checkElsewhere(loop);
        }
    }

    private void checkElsewhere(@Nullable EventLoop bound) {
        if (bound == null) {
            return;
        }
        EventLoop here = running();
        if (here == bound) {
            return;
        }
        if (here != null) {
            throw otherLoop(bound, here);
        }
        if (bound.isRunning()) {
            refuseThread(bound);
        }
    }

    /** Binds it to the loop that runs here. */
    void bind() {
        EventLoop bound = known;
        if (bound == null || !Waiter.runsHere(bound)) {
            bindElsewhere(loop);
        }
    }

    private void bindElsewhere(@Nullable EventLoop bound) {
        EventLoop here = EventLoop.running();
        if (bound == null) {
            loop = here;
            known = here;
        } else if (bound != here) {
            throw otherLoop(bound, here);
        }
    }

    /** Whether those that wait will never run again. */
    boolean isClosed() {
        EventLoop bound = known;
        return (bound == null || !Waiter.runsHere(bound)) && isClosedElsewhere(loop);
    }

    private static boolean isClosedElsewhere(@Nullable EventLoop bound) {
        return bound != null && bound.isClosed();
    }

    private IllegalStateException otherLoop(EventLoop bound, EventLoop here) {
        return new IllegalStateException(owner + " belongs to event loop " + bound + ", but was used on event loop "
                + here + ", which runs in thread " + Thread.currentThread().getName() + "; make one for each loop");
    }

    /** The loop knows the thread that it runs in, and names it to who asks it for something from another one. */
    private void refuseThread(EventLoop bound) {
        try {
            bound.createPromise();
        } catch (IllegalStateException refusal) {
            throw new IllegalStateException(owner + " " + refusal.getMessage(), refusal);
        }
    }

    /** Null outside of loops: where a program sets up what its coroutines will use, and in wrong threads; neither is hurried. */
    private static @Nullable EventLoop running() {
        try {
            return EventLoop.running();
        } catch (IllegalStateException none) {
            return null;
        }
    }
}
