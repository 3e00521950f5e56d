package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends all that is left on a loop that has done its work, and closes it: the end of {@code asyncio.run}. */
final class LoopShutdown {
    /**
     * How often tasks are cancelled that others have made while they ended. CPython does it once and drops what is left; for
     * ever, the other alternative, would hang a program that has such a task make the next one.
     */
    private static final int ROUNDS = 16;

    /** asyncio's {@code constants.THREAD_JOIN_TIMEOUT}. No Duration, for which the JDK loads three classes, as long as there is no executor. */
    private static final int EXECUTOR_SHUTDOWN_MINUTES = 5;

    private LoopShutdown() {}

    static void of(EventLoop loop) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                cancel(loop, loop.allTasks());
            }
            closeGenerators(loop);
            shutDownExecutor(loop);
        } finally {
            loop.close();
        }
    }

    /**
     * Runs the loop as if there was something to close even if there is not: what has been planned for its next turns still runs,
     * and may begin something.
     */
    private static void closeGenerators(EventLoop loop) {
        if (loop instanceof BaseEventLoop it && !it.hasGenerators()) {
            loop.runUntilComplete(Coroutine.done());
            if (!it.hasGenerators()) {
                return;
            }
        }
        loop.runUntilComplete(loop.shutdownAsyncGenerators());
    }

    /** As {@link #closeGenerators}. */
    private static void shutDownExecutor(EventLoop loop) {
        if (loop instanceof BaseEventLoop it && !it.hasExecutors()) {
            loop.runUntilComplete(Coroutine.done());
            if (!it.hasExecutors()) {
                return;
            }
        }
        loop.runUntilComplete(loop.shutdownDefaultExecutor(Duration.ofMinutes(EXECUTOR_SHUTDOWN_MINUTES)));
    }

    /** Cancels tasks, runs them to their end, and reports those that fail instead of ending. */
    private static void cancel(EventLoop loop, Set<Task<?>> rest) {
        if (rest.isEmpty()) {
            return;
        }
        List<Task<?>> tasks = new ArrayList<>(rest);
        tasks.forEach(Task::cancel);
        Promise<@Nullable Object> allDone = loop.createPromise();
        int[] left = {tasks.size()};
        for (Task<?> task : tasks) {
            task.addDoneCallback(done -> {
                if (--left[0] == 0) {
                    allDone.setResult(null);
                }
            });
        }
        loop.runUntilComplete(allDone);
        for (Task<?> task : tasks) {
            Throwable failure = task.isCancelled() ? null : task.exception();
            if (failure != null) {
                loop.callExceptionHandler(new ErrorContext(
                        "unhandled exception during Asyncio.run() shutdown", failure, task, task, null));
            }
        }
    }
}
