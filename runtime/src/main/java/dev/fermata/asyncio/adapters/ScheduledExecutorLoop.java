package dev.fermata.asyncio.adapters;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.LoopHost;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A loop in the thread of a scheduler: {@link java.util.concurrent.Executors#newSingleThreadScheduledExecutor}, or what an
 * application server gives.
 */
public final class ScheduledExecutorLoop {
    private ScheduledExecutorLoop() {}

    /**
     * Makes a loop that runs in turns of an executor, see {@link EventLoop#hostedBy}. Any thread.
     *
     * <p>Which thread that is, the first turn finds out, which is asked for here; until it has run, use the loop through
     * {@link EventLoop#callSoonThreadsafe} only. An executor that replaces its thread, as after an error, is followed at the
     * next turn. Close the loop before the executor is shut down: it notices that only when it asks for a turn.
     *
     * @param executor an executor with one thread
     * @return a new loop
     * @throws IllegalArgumentException if the executor is seen to have several threads; where that cannot be seen, the turn
     *     that meets another one throws
     * @throws java.util.concurrent.RejectedExecutionException if it has been shut down
     */
    public static EventLoop on(ScheduledExecutorService executor) {
        Objects.requireNonNull(executor, "executor");
        if (executor instanceof ScheduledThreadPoolExecutor pool && pool.getCorePoolSize() > 1) {
            throw new IllegalArgumentException("a loop needs an executor with one thread, this one has "
                    + pool.getCorePoolSize() + "; use Executors.newSingleThreadScheduledExecutor()");
        }
        return EventLoop.hostedBy(new Host(executor));
    }

    private static final class Host implements LoopHost {
        private final ScheduledExecutorService executor;
        private volatile @Nullable Thread thread;

        Host(ScheduledExecutorService executor) {
            this.executor = executor;
        }

        @Override
        public void execute(Runnable turn) {
            executor.execute(() -> run(turn));
        }

        @Override
        public Runnable schedule(Runnable turn, long nanos) {
            Future<?> timer = executor.schedule(() -> run(turn), nanos, TimeUnit.NANOSECONDS);
            return () -> timer.cancel(false);
        }

        @Override
        public boolean isHostThread() {
            return thread == Thread.currentThread();
        }

        private void run(Runnable turn) {
            thread = Thread.currentThread();
            turn.run();
        }

        @Override
        public String toString() {
            return executor.toString();
        }
    }
}
