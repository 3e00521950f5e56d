package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that a thread has given to the loop of another. Its outcome is there when the coroutine has ended, and not
 * before: a cancelled one may have to clean up. A loop that is closed gives an outcome to what it leaves.
 */
final class Submission<T extends @Nullable Object> implements LoopDependent {
    private final EventLoop loop;
    private final CoroutineFactory<T> factory;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /** Set by the loop that begins, or by whoever takes it back before. */
    private final AtomicBoolean decided = new AtomicBoolean();

    private volatile boolean abandoned;

    /** Belongs to the loop's thread. */
    private @Nullable Task<T> task;

    private Submission(EventLoop loop, CoroutineFactory<T> factory) {
        this.loop = loop;
        this.factory = factory;
    }

    /**
     * Gives a coroutine to a loop. Any thread.
     *
     * @throws IllegalStateException if the loop is closed
     */
    static <T extends @Nullable Object> Submission<T> to(EventLoop loop, CoroutineFactory<T> factory) {
        Objects.requireNonNull(loop, "loop");
        Objects.requireNonNull(factory, "factory");
        Submission<T> submission = new Submission<>(loop, factory);
        if (loop instanceof BaseEventLoop own) {
            own.submissions.add(submission);
        }
        try {
            loop.callSoonThreadsafe(submission::begin);
        } catch (Throwable refused) {
            submission.forget();
            throw refused;
        }
        if (loop.isClosed()) { // it may have looked for submissions before this one was among them
            submission.loopClosed();
        }
        return submission;
    }

    /**
     * Returns a future of what a loop does with a coroutine: whoever completes it first, cancels the coroutine.
     *
     * @throws IllegalStateException if the loop is closed
     */
    static <T extends @Nullable Object> CompletableFuture<T> future(EventLoop loop, CoroutineFactory<T> factory) {
        Submission<T> submission = to(loop, factory);
        CompletableFuture<T> future = new CompletableFuture<>();
        submission.outcome.whenComplete((value, thrown) -> deliver(future, value, thrown));
        future.whenComplete((value, thrown) -> {
            if (!submission.outcome.isDone()) {
                submission.abandon();
                submission.cancel();
            }
        });
        return future;
    }

    private static <T extends @Nullable Object> void deliver(
            CompletableFuture<T> future, T value, @Nullable Throwable thrown) {
        if (thrown == null) {
            future.complete(value);
        } else if (thrown instanceof CancelledError) {
            future.cancel(false);
        } else {
            future.completeExceptionally(thrown);
        }
    }

    /** Returns what has the outcome when the coroutine has ended; a cancelled one ends with a CancelledError. */
    CompletableFuture<T> outcome() {
        return outcome;
    }

    /** Nobody is going to look at the outcome any more: a failure goes to the loop's exception handler. Any thread. */
    void abandon() {
        abandoned = true;
    }

    /** Requests that the coroutine be cancelled. One that has not begun does not begin. Any thread. */
    void cancel() {
        if (decided.compareAndSet(false, true)) {
            forget();
            outcome.completeExceptionally(new CancelledError());
            return;
        }
        try {
            loop.callSoonThreadsafe(this::cancelTask);
        } catch (IllegalStateException closed) {
            // Then there is nothing that could be cancelled, and loopClosed() gives the outcome.
        }
    }

    /** Called by a loop that is being closed: no step of the coroutine will run any more. */
    @Override
    public void loopClosed() {
        decided.set(true);
        forget();
        outcome.completeExceptionally(new IllegalStateException("Event loop is closed"));
    }

    // ---- in the loop's thread

    private void begin() {
        if (decided.compareAndSet(false, true)) {
            try {
                task = loop.createTask(new SupplierCoroutine<>(factory));
                task.addDoneCallback(this::ended);
            } catch (Exception refused) { // by the loop's task factory; nobody else would give an outcome
                forget();
                outcome.completeExceptionally(refused);
            }
        }
    }

    private void cancelTask() {
        if (task != null) {
            task.cancel();
        }
    }

    private void ended(Promise<T> done) {
        forget();
        Throwable failure = done.failure();
        if (failure == null) {
            outcome.complete(done.result());
            return;
        }
        outcome.completeExceptionally(failure);
        if (abandoned && !done.isCancelled()) {
            done.loop.report(new ErrorContext("Task exception after its caller had left", failure, done, task, null));
        }
    }

    private void forget() {
        if (loop instanceof BaseEventLoop own) {
            own.submissions.remove(this);
        }
    }
}
