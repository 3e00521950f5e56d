package dev.fermata.asyncio.testing;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Idle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The time of the world, for tests that cannot do with a {@link ManualClock}, because they talk to other processes or to libraries
 * with threads of their own. Unlike in a program, an interrupt ends the run: test frameworks interrupt a test that takes too
 * long. It is an {@link AssertionError} then, which lists the tasks that wait, and where.
 *
 * <p>One clock is for one loop. Threads: that of the loop, but for {@link #nanoTime} and {@link #wake}.
 */
public final class RealClock implements Idle {
    private volatile @Nullable Thread thread;

    /** Makes a clock. */
    public RealClock() {}

    /**
     * Makes a loop that goes by this clock.
     *
     * @return a loop
     */
    public EventLoop newLoop() {
        return EventLoop.create(this);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void enter() {
        thread = Thread.currentThread();
    }

    @Override
    public void exit() {
        thread = null;
    }

    /** The interrupt is taken: the shutdown of the loop, which may wait as well, is not to fail by it, too. */
    @Override
    public void park(long nanos) {
        if (nanos == FOREVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, nanos);
        }
        if (Thread.interrupted()) {
            throw new AssertionError("interrupted while it waited" + WaitingTasks.listed());
        }
    }

    @Override
    public void wake() {
        LockSupport.unpark(thread);
    }
}
