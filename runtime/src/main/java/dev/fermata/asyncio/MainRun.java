package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Asyncio.run}: a loop for one main coroutine, and the clearing up after it. */
final class MainRun {
    private MainRun() {}

    static <T extends @Nullable Object> T run(Coroutine<T> main) {
        if (CurrentLoop.running() != null) {
            main.close();
            throw new IllegalStateException(
                    "Asyncio.run() cannot be called from a running event loop; write await(..) instead");
        }
        BaseEventLoop loop = new BaseEventLoop(new ParkedThread());
        try {
            return loop.runUntilComplete(main);
        } finally {
            try {
                cancelRest(loop);
                loop.runUntilComplete(loop.shutdownAsyncGenerators());
            } finally {
                loop.close();
            }
        }
    }

    /** Cancels the tasks that are left, runs them to their end, and reports those that fail instead of ending. */
    private static void cancelRest(BaseEventLoop loop) {
        List<Task<?>> rest = new ArrayList<>(loop.allTasks());
        if (rest.isEmpty()) {
            return;
        }
        rest.forEach(Task::cancel);
        Promise<@Nullable Object> allDone = loop.createPromise();
        int[] left = {rest.size()};
        for (Task<?> task : rest) {
            task.addDoneCallback(done -> {
                if (--left[0] == 0) {
                    allDone.setResult(null);
                }
            });
        }
        loop.runUntilComplete(allDone);
        for (Task<?> task : rest) {
            Throwable failure = task.isCancelled() ? null : task.exception();
            if (failure != null) {
                loop.report(new ErrorContext(
                        "unhandled exception during Asyncio.run() shutdown", failure, task, task, null));
            }
        }
    }
}
