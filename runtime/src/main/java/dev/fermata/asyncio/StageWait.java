package dev.fermata.asyncio;

import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A task's wait for a completion stage, which any thread may complete. The task knows it as what it waits for at present; a
 * stage that completes after the task was cancelled finds that it is not, and does nothing.
 */
final class StageWait implements BiConsumer<Object, @Nullable Throwable> {
    private final Task<?> task;
    final CompletionStage<?> stage;

    StageWait(Task<?> task, CompletionStage<?> stage) {
        this.task = task;
        this.stage = stage;
    }

    @SuppressWarnings("unchecked")
    void start() {
        ((CompletionStage<Object>) stage).whenComplete(this);
    }

    /** Called by whoever completes the stage. */
    @Override
    public void accept(Object value, @Nullable Throwable thrown) {
        if (!task.loop.isClosed()) {
            Throwable failure = Stages.failure(thrown);
            task.loop.callSoonThreadsafe(() -> task.stageDone(this, value, failure));
        }
    }

    /** Tells the stage's maker that nobody waits any more, if it is of a kind that can be told. */
    void cancel() {
        Stages.cancel(stage);
    }
}
