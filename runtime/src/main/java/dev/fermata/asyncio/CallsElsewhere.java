package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The calls that other threads run for a loop, and the executor that they go to if none is named.
 *
 * <pre>
 *   the default executor   leaves it by
 *   not made               the first call without an executor, setDefault(), shutDown()
 *   in use                 shutDown(), close()
 *   shut down              (refuses calls; those that run go on)
 * </pre>
 */
final class CallsElsewhere {
    private final BaseEventLoop loop;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger runningInDefault = new AtomicInteger();

    /** Read by the other threads: the last one to end tells who waits for that. */
    private volatile @Nullable Promise<@Nullable Object> allEnded;

    private @Nullable ExecutorService executor;
    private boolean shutDown;

    CallsElsewhere(BaseEventLoop loop) {
        this.loop = loop;
    }

    /** How many there are. */
    int running() {
        return running.get();
    }

    void setDefault(ExecutorService executor) {
        requireNotShutDown();
        this.executor = executor;
    }

    /** Runs a call in an executor; null is the default one. */
    <T extends @Nullable Object> Promise<T> run(@Nullable Executor given, Callable<T> callable, boolean interrupts) {
        Objects.requireNonNull(callable, "callable");
        return interrupts
                ? run(given, new InterruptibleCall<>(loop, callable))
                : run(given, new Offloaded<>(loop, callable));
    }

    private <T extends @Nullable Object, C extends Promise<T> & Runnable> C run(@Nullable Executor given, C call) {
        Executor target = given == null ? defaultExecutor() : given;
        boolean inDefault = given == null;
        count(inDefault, 1);
        try {
            target.execute(() -> runHere(call, inDefault));
        } catch (Throwable refused) {
            count(inDefault, -1);
            throw refused;
        }
        return call;
    }

    /** No call goes to the default executor any more; returns what has an outcome when all that did have ended. */
    Promise<@Nullable Object> shutDown() {
        shutDown = true;
        shutDownExecutor();
        Promise<@Nullable Object> ended = loop.createPromise();
        allEnded = ended;
        tellIfEnded();
        return ended;
    }

    /** The loop is being closed: lets those that run go on. */
    void close() {
        shutDown = true;
        shutDownExecutor();
    }

    private void shutDownExecutor() {
        if (executor != null) {
            executor.shutdown();
            executor = null;
        }
    }

    private Executor defaultExecutor() {
        requireNotShutDown();
        ExecutorService own = executor;
        if (own == null) {
            own = WorkerThreads.newExecutor();
            executor = own;
        }
        return own;
    }

    private void requireNotShutDown() {
        if (shutDown) {
            throw new IllegalStateException("Executor shutdown has been called");
        }
    }

    private void count(boolean inDefault, int step) {
        running.addAndGet(step);
        if (inDefault) {
            runningInDefault.addAndGet(step);
        }
    }

    /** In the other thread. The loop is woken even if the outcome does not matter to it any more: it may wait for the number. */
    private void runHere(Runnable call, boolean inDefault) {
        try {
            try {
                call.run();
            } finally {
                count(inDefault, -1);
            }
            if (inDefault && allEnded != null && !loop.isClosed()) {
                loop.callSoonThreadsafe(this::tellIfEnded);
            } else {
                loop.turns.idle.wake();
            }
        } catch (RejectedExecutionException hostEnded) {
            // Nobody waits any more, and the thread is not ours to throw in.
        }
    }

    private void tellIfEnded() {
        Promise<@Nullable Object> ended = allEnded;
        if (ended != null && !ended.isDone() && runningInDefault.get() == 0) {
            ended.setResult(null);
        }
    }
}
