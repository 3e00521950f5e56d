package dev.fermata.asyncio;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs a loop in turns that a host gives it, between the host's own work. What the loop would do in one wait and one turn, it
 * does in a turn that it asks the host for.
 *
 * <pre>
 *   state      meaning                                        leaves it by
 *   quiet      nothing is ready; a timer of the host's may    something is planned, a message, the host's timer -> asked
 *              be set for the first of ours
 *   asked      the host has been asked for a turn             the turn -> in a turn
 *   in a turn                                                 its end -> asked, if something is ready; else quiet
 *   closed     what the host still gives has no effect
 * </pre>
 *
 * <p>After each turn the host gets its thread back, even if more is ready, so neither starves the other. A turn inside a turn
 * (a modal dialog that is opened by a callback runs the toolkit's events) does nothing: steps of tasks do not nest, and the
 * outer turn looks again at its end.
 */
final class HostedTurns implements Idle {
    private final LoopHost host;

    /** True from the asking to the turn: so a burst of messages asks once. Any thread. */
    private final AtomicBoolean asked = new AtomicBoolean();

    /** The thread that runs a turn, to notice a host with several. */
    private volatile @Nullable Thread turning;

    private @Nullable BaseEventLoop loop;
    private @Nullable Runnable takeTimerBack;
    private long timerFor;
    private boolean closing;

    HostedTurns(LoopHost host) {
        this.host = host;
    }

    static BaseEventLoop on(LoopHost host) {
        HostedTurns turns = new HostedTurns(host);
        BaseEventLoop loop = new BaseEventLoop(turns, new ReadyQueue(), host);
        turns.loop = loop;
        loop.turns.wakeAlways();
        if (host.isHostThread()) {
            turns.settle(loop);
        }
        turns.wake(); // the first turn finds out which thread it is
        return loop;
    }

    // ---- any thread

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void park(long nanos) {
        throw new IllegalStateException("a loop with a host does not wait");
    }

    @Override
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                host.execute(this::turn);
            } catch (Throwable refused) {
                asked.set(false);
                throw refused;
            }
        }
    }

    @Override
    public String toString() {
        return host.toString();
    }

    // ---- the host's thread

    /** Something has become ready. In a turn that is seen at its end. */
    void becameReady() {
        if (turning == null) {
            wake();
        }
    }

    /** A timer was made. */
    void timerMade() {
        if (turning == null && loop != null) {
            setTimer(loop.turns.dueIn());
        }
    }

    /**
     * Closes the loop; in a turn, at its end, since the steps of this turn are still to run.
     *
     * @return whether it is to be closed now
     */
    boolean mayCloseNow() {
        closing = true;
        return turning == null;
    }

    /** The loop has been closed. */
    void closed() {
        dropTimer();
        if (loop != null) {
            loop.trackOrigins(false);
        }
        if (CurrentLoop.running() == loop) {
            CurrentLoop.setRunning(null);
        }
    }

    private void settle(BaseEventLoop it) {
        it.enter();
        it.trackOrigins(it.isDebug());
        if (CurrentLoop.running() == null) { // so that code of the host's thread finds the loop between turns, too
            CurrentLoop.setRunning(it);
        }
    }

    private void turn() {
        asked.set(false);
        BaseEventLoop it = loop;
        if (it == null || it.isClosed()) {
            return;
        }
        Thread other = turning;
        if (other != null) {
            if (other != Thread.currentThread()) {
                throw new IllegalStateException(host + " has several threads: " + other.getName() + " and "
                        + Thread.currentThread().getName() + "; a loop needs a host with one");
            }
            return;
        }
        settle(it);
        BaseEventLoop around = CurrentLoop.running();
        CurrentLoop.setRunning(it);
        turning = Thread.currentThread();
        try {
            it.turns.runOnce();
            if (it.turns.dueIn() > 0) {
                it.aboutToIdle();
            }
        } finally {
            turning = null;
            CurrentLoop.setRunning(
                    around == null || around.isClosed() ? null : around); // it may have been closed in this turn
            ended(it);
        }
    }

    private void ended(BaseEventLoop it) {
        if (closing) {
            it.close();
            return;
        }
        try {
            setTimer(it.turns.dueIn());
        } catch (RejectedExecutionException refused) {
            it.report(new ErrorContext(
                    "The host of the loop has ended, and the loop with it: " + host, refused, null, null, null));
            it.close();
        }
    }

    /** Too early a timer of the host's stays: a turn for nothing is cheaper than a timer for each timeout that comes and goes. */
    private void setTimer(long due) {
        if (due == 0) {
            wake();
        }
        if (due == 0 || due == FOREVER) {
            return;
        }
        long when = nanoTime() + due;
        if (takeTimerBack == null || when - timerFor < 0) {
            dropTimer();
            timerFor = when;
            takeTimerBack = host.schedule(this::timerFired, due);
        }
    }

    private void timerFired() {
        takeTimerBack = null;
        turn();
    }

    private void dropTimer() {
        if (takeTimerBack != null) {
            takeTimerBack.run();
            takeTimerBack = null;
        }
    }
}
