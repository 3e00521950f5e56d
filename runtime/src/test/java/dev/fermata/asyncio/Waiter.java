package dev.fermata.asyncio;

import java.util.concurrent.Callable;

/** A thread that makes a call that blocks. */
final class Waiter {
    private final Thread thread;
    private Object outcome;
    private boolean interrupted;

    Waiter(Callable<?> call) {
        thread = new Thread(
                () -> {
                    try {
                        outcome = call.call();
                    } catch (Throwable thrown) {
                        outcome = thrown;
                    }
                    interrupted = Thread.currentThread().isInterrupted();
                },
                "the caller");
        thread.start();
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Waits until the thread has taken notice of its interrupt. */
    void untilItWaitsAgain() {
        while (thread.isInterrupted() || thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** Waits for its end; what it returned or threw. */
    Object outcome() throws InterruptedException {
        thread.join();
        return outcome;
    }

    /** Whether it was interrupted when the call was over. */
    boolean interrupted() throws InterruptedException {
        thread.join();
        return interrupted;
    }
}
