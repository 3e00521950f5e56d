package dev.fermata.asyncio.testing;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Idle;
import dev.fermata.asyncio.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A clock for tests. It stands still while anything can run, and jumps to the first timer when everything is blocked: what
 * sleeps for an hour wakes at once, and in the same order each time. trio's {@code MockClock} with autojump.
 *
 * <pre>
 *   ManualClock clock = new ManualClock();
 *   try (EventLoop loop = clock.newLoop()) {
 *       assertThat(loop.runUntilComplete(fetchWithRetries())).isEqualTo("page");
 *       assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(30));
 *   }
 * </pre>
 *
 * <p>To look at what is there at a certain time, {@link #runFor} the loop until then.
 *
 * <p><b>Other threads.</b> While calls of {@link EventLoop#runInExecutor} run, time stands still and the thread waits for them,
 * as a thread's work takes no time that this clock knows. Of other work in other threads it knows nothing; tests do without.
 *
 * <p><b>Deadlocks.</b> Where a loop would wait for ever, an {@link AssertionError} is thrown out of its run, which lists the
 * tasks that wait, and where.
 *
 * <p>One clock is for one loop. Threads: that of the loop, but for {@link #nanoTime} and {@link #wake}.
 */
public final class ManualClock implements Idle {
    private final long start;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile long now;
    private volatile @Nullable Thread thread;

    private final List<Promise<@Nullable Object>> untilBlocked = new ArrayList<>();

    /** How far it may jump; null if as far as the first timer is. */
    private @Nullable Long end;

    /** Makes a clock that shows one second. */
    public ManualClock() {
        this(1_000_000_000L);
    }

    /**
     * Makes a clock.
     *
     * @param start what it shows, in nanoseconds
     */
    public ManualClock(long start) {
        this.start = start;
        this.now = start;
    }

    /**
     * Makes a loop that goes by this clock.
     *
     * @return a loop
     */
    public EventLoop newLoop() {
        return EventLoop.create(this);
    }

    /**
     * Tells how much time has passed.
     *
     * @return the time since the clock was made
     */
    public Duration elapsed() {
        return Duration.ofNanos(now - start);
    }

    /**
     * Moves it, and runs nothing: in a callback, as if that had taken some time.
     *
     * @param step how far
     * @throws IllegalArgumentException if that is backwards
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a monotonic clock does not go backwards: " + step);
        }
        moveBy(step.toNanos());
    }

    /**
     * Runs what can run now, and what that makes ready, until all tasks wait for another time or for somebody outside. No
     * time passes.
     *
     * @param loop a loop of this clock that does not run
     */
    public void runUntilBlocked(EventLoop loop) {
        runFor(loop, Duration.ZERO);
    }

    /**
     * Waits, in a coroutine of the loop, until all others wait for another time or for somebody outside, before the time moves:
     * trio's {@code wait_all_tasks_blocked}. If several wait for it, they go on together.
     *
     * @return a coroutine that suspends at least until the next turn
     */
    public Coroutine<Void> untilBlocked() {
        return new BlockedWait(this);
    }

    /**
     * Runs a loop for some time: jumps from timer to timer, and ends when the time is over and everything is blocked.
     *
     * @param loop a loop of this clock that does not run
     * @param time how long
     * @throws IllegalArgumentException if it is negative
     */
    public void runFor(EventLoop loop, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a monotonic clock does not go backwards: " + time);
        }
        end = now + time.toNanos();
        try {
            loop.runForever();
        } finally {
            end = null;
        }
    }

    // ---- for the loop

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void enter() {
        thread = Thread.currentThread();
    }

    @Override
    public void exit() {
        thread = null;
    }

    @Override
    public void park(long nanos) {
        park(nanos, 0);
    }

    @Override
    public void park(long nanos, int callsElsewhere) {
        if (woken.getAndSet(false)) {
            return;
        }
        if (tellThatAllIsBlocked()) {
            return;
        }
        if (callsElsewhere > 0) {
            waitForThreads();
        } else if (end != null && (nanos == FOREVER || nanos > end - now)) {
            moveBy(Math.max(0, end - now)); // a callback may have moved it beyond
            EventLoop.running().stop();
        } else if (nanos == FOREVER) {
            throw new AssertionError(deadlock());
        } else {
            moveBy(nanos);
        }
    }

    void tellWhenBlocked(Promise<@Nullable Object> waiter) {
        untilBlocked.add(waiter);
    }

    private boolean tellThatAllIsBlocked() {
        boolean told = false;
        for (Promise<@Nullable Object> waiter : untilBlocked) {
            if (!waiter.isDone()) {
                waiter.setResult(null);
                told = true;
            }
        }
        untilBlocked.clear();
        return told;
    }

    private void waitForThreads() {
        while (!woken.getAndSet(false)) {
            if (Thread.currentThread().isInterrupted()) { // as a test is that takes too long
                throw new AssertionError(
                        "interrupted while it waited for calls in other threads" + WaitingTasks.listed());
            }
            LockSupport.park(this);
        }
    }

    @Override
    public void wake() {
        woken.set(true);
        LockSupport.unpark(thread);
    }

    private void moveBy(long nanos) {
        long moved = now + nanos;
        now = moved;
    }

    private static String deadlock() {
        return "deadlock: nothing is ready, nothing is planned, and no other thread is at work" + WaitingTasks.listed();
    }
}
