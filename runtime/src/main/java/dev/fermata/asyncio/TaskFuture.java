package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a task, for any thread. Unlike {@link Promise#toCompletableFuture} it is the only handle that users have of
 * the task: it gets an outcome even if the loop is closed, and whoever completes it first cancels the task.
 */
final class TaskFuture<T extends @Nullable Object> extends CompletableFuture<T> implements LoopDependent {
    private final Task<T> task;

    private TaskFuture(Task<T> task) {
        this.task = task;
    }

    /** Makes a task and runs it to its first suspension. */
    static <T extends @Nullable Object> TaskFuture<T> start(BaseEventLoop loop, Coroutine<T> body) {
        Task<T> task = loop.startTask(body);
        TaskFuture<T> future = new TaskFuture<>(task);
        if (task.isDone()) {
            future.ended(task);
        } else {
            loop.submissions.add(future);
            task.addDoneCallback(future::ended);
        }
        return future;
    }

    private void ended(Promise<T> done) {
        task.loop.submissions.remove(this);
        Throwable failure = done.failure();
        if (failure == null) {
            super.complete(done.result());
        } else if (done.isCancelled()) {
            super.cancel(false);
        } else if (!super.completeExceptionally(failure)) {
            task.loop.report(new ErrorContext(
                    "Task exception after its future was completed by others", failure, task, task, null));
        }
    }

    /** Any thread. */
    @Override
    public void loopClosed() {
        task.loop.submissions.remove(this);
        super.completeExceptionally(new IllegalStateException("Event loop is closed"));
    }

    // ---- called by others

    @Override
    public boolean complete(T value) {
        return super.complete(value) && stop();
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        return super.completeExceptionally(thrown) && stop();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (super.isDone()) {
            return super.isCancelled();
        }
        return super.cancel(mayInterruptIfRunning) && stop();
    }

    /** Cancels the task, in its loop's thread; returns true. */
    private boolean stop() {
        BaseEventLoop loop = task.loop;
        if (CurrentLoop.running() == loop) {
            Trampoline.run(task::cancel); // it may await the future of another task, and that one of a third
        } else if (!loop.isClosed()) {
            loop.callSoonThreadsafe(task::cancel);
        }
        return true;
    }
}
