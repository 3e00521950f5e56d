package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C does to a run. Each one is stronger than the one before, so that pressing it again always helps.
 *
 * <pre>
 *   1st   cancels the main task
 *   2nd   leaves the loop after the step at hand, by a KeyboardInterrupt, and interrupts its thread: a step that blocks ends
 *   3rd   what it would have done without us: the JVM ends
 * </pre>
 *
 * <p>Signals belong to the process. CPython takes this one in the main thread only; so is it here, where any thread could, since
 * a worker's short run must not take Ctrl-C away from a server. The main thread is the one that the launcher has named so.
 */
final class Interrupts implements Runnable {
    private final EventLoop loop;
    private final Task<?> main;
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Sigint signal;

    /** Guards what follows: signals come in a thread of their own. */
    private final Object lock = new Object();

    private int count;
    private boolean over;

    private Interrupts(EventLoop loop, Task<?> main) {
        this.loop = loop;
        this.main = main;
    }

    /** Listens on behalf of a run in this thread, if it is the main thread and the signal is to be had. */
    static Interrupts of(EventLoop loop, Task<?> main, boolean wanted) {
        Interrupts interrupts = new Interrupts(loop, main);
        if (wanted && Thread.currentThread().getName().equals("main")) {
            interrupts.listen();
        }
        return interrupts;
    }

    private void listen() {
        try {
            signal = Sigint.take(this);
        } catch (LinkageError unavailable) {
            // No jdk.unsupported: the signal is left to the JVM.
            signal = null;
        }
    }

    /**
     * Returns what the run throws when it has thrown an error. Its kinds are asked for here, and not by handlers of them, for
     * which each program's start would load their classes.
     */
    Error outcome(Error thrown) {
        if (thrown instanceof CancelledError) {
            // As CPython: if nobody else has asked for it, Ctrl-C was the reason.
            return any() && main.cancelling() <= 1 ? KeyboardInterrupt.because(thrown) : thrown;
        }
        if (thrown instanceof KeyboardInterrupt && main.isDone()) {
            Throwable failure = main.failure();
            if (failure != null && failure != thrown) {
                thrown.addSuppressed(failure); // it has ended, and nobody else will see how
            }
        }
        return thrown;
    }

    private boolean any() {
        synchronized (lock) {
            return count > 0;
        }
    }

    /** Ends listening. The thread does not stay interrupted by what was meant for the run. */
    void end() {
        Sigint taken = signal;
        if (taken == null) {
            return;
        }
        taken.giveBack();
        synchronized (lock) {
            over = true;
            if (count > 1) {
                Thread.interrupted();
            }
        }
    }

    /** The signal has arrived. In a thread of the JVM. */
    @Override
    public void run() {
        int number;
        synchronized (lock) {
            if (over) {
                return;
            }
            number = ++count;
            if (number <= 2) {
                loop.callSoonThreadsafe(number == 1 ? this::cancelMain : this::leaveLoop);
            }
            if (number == 2) {
                thread.interrupt();
            }
        }
        Sigint taken = signal;
        if (number > 2 && taken != null) {
            taken.passOn();
        }
    }

    private void cancelMain() {
        if (!main.cancel()) {
            leaveLoop();
        }
    }

    /** Not what runs after the run, for then the loop is ending what is left. */
    private void leaveLoop() {
        synchronized (lock) {
            if (over) {
                return;
            }
        }
        throw KeyboardInterrupt.because(null);
    }
}
