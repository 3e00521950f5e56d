package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a call of an {@code @Async} method that returns a {@code CompletableFuture} or {@code CompletionStage} does, once it
 * has bound its arguments. For rewritten code, not for humans.
 *
 * <p>Here and not beside {@code Coroutine}, which knows no loop: such a call asks at once whether there is one.
 */
public final class FutureCall {
    private FutureCall() {}

    /**
     * Runs a body to its first suspension, on this stack. If a loop runs in this thread, the body is a task of it from the
     * start. If none does, each later part runs in the thread that completes what the body awaits.
     *
     * <p>Whoever completes the future before the body does, by {@code cancel}, {@code complete}, {@code orTimeout}, cancels
     * the body: {@link dev.fermata.CancelledError} is thrown at its await, and what it awaits is cancelled.
     *
     * @param <T> what it gives
     * @param body a fresh coroutine
     * @return the future of its outcome, done if the body did not suspend; what it throws, the future gets
     */
    public static <T extends @Nullable Object> CompletableFuture<T> start(Coroutine<T> body) {
        BaseEventLoop loop = CurrentLoop.running();
        return loop == null ? OffLoopFuture.start(body) : TaskFuture.start(loop, body);
    }
}
