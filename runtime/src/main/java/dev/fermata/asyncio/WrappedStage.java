package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The promise of what a completion stage comes to. It is told by the stage through the loop's entrance for other threads, and
 * cancels the stage when it is cancelled itself; that tells it once more, which it then does not heed.
 */
final class WrappedStage<T extends @Nullable Object> extends Promise<T> {
    private final CompletionStage<? extends T> stage;

    private WrappedStage(BaseEventLoop loop, CompletionStage<? extends T> stage) {
        super(loop);
        this.stage = stage;
    }

    static <T extends @Nullable Object> Promise<T> of(CompletionStage<? extends T> stage) {
        Objects.requireNonNull(stage, "a completion stage was expected, got null");
        BaseEventLoop loop = CurrentLoop.requireRunning();
        loop.requireUsable();
        WrappedStage<T> promise = new WrappedStage<>(loop, stage);
        stage.whenComplete((value, thrown) -> promise.arrived(value, Stages.failure(thrown)));
        return promise;
    }

    @Override
    boolean requestCancel(Cancellation request) {
        boolean cancelled = super.requestCancel(request);
        if (cancelled) {
            Stages.cancel(stage);
        }
        return cancelled;
    }

    /** In the thread of whoever completes the stage. */
    private void arrived(T value, @Nullable Throwable failure) {
        if (loop.isClosed()) {
            return;
        }
        try {
            loop.callSoonThreadsafe(() -> take(value, failure));
        } catch (RuntimeException closed) {
            // Nobody waits any more, and the thread is not ours to throw in.
        }
    }

    private void take(T value, @Nullable Throwable failure) {
        if (isDone()) {
            return;
        }
        if (failure instanceof CancellationException) {
            cancelled(new Cancellation(failure.getMessage(), stage, null));
        } else if (failure != null) {
            fail(failure);
        } else {
            succeed(value);
        }
    }
}
