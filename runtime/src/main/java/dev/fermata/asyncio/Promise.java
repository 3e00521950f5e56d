package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that will be there some time: asyncio's Future. It can be awaited as often as one likes.
 *
 * <pre>
 *   PENDING   -> RESULT      setResult
 *   PENDING   -> EXCEPTION   setException
 *   PENDING   -> CANCELLED   cancel
 * </pre>
 *
 * <p>Callbacks are never called by the call that gives the outcome, but in the loop's next turn, in the order in which they
 * were added. Threads: those of its loop, see {@link EventLoop}.
 *
 * @param <T> what it gives
 */
public class Promise<T extends @Nullable Object> implements Awaitable<T> {
    // Numbers and not an enum: with the flags they share one word, of objects of which there are millions.
    private static final byte PENDING = 0;
    private static final byte RESULT = 1;
    private static final byte EXCEPTION = 2;
    private static final byte CANCELLED = 3;

    private static final byte BY_NOBODY = 0;

    /** A callback was told, which may have looked away. */
    private static final byte TOLD = 1;

    /** Somebody has asked for the outcome, or waited for it. */
    private static final byte RETRIEVED = 2;

    final BaseEventLoop loop;
    private byte state;
    /** Who has seen its failure: one of the next three, which only goes up. */
    private byte seen;

    /** Whether its failure has in its trace who awaited it; the first one only, as it may be awaited by thousands. */
    private boolean traced;

    /** While it is pending, its {@link Waiters}; then the result, the exception, or the {@link Cancellation}. */
    private @Nullable Object content;

    Promise(BaseEventLoop loop) {
        this.loop = loop;
    }

    /**
     * Tells whether it has an outcome.
     *
     * @return true if it has, a cancellation included
     */
    public final boolean isDone() {
        return state != PENDING;
    }

    /**
     * Tells whether it was cancelled.
     *
     * @return true if it was
     */
    public final boolean isCancelled() {
        return state == CANCELLED;
    }

    /**
     * Returns the result.
     *
     * @return the result; what it failed with is thrown as it is, checked exceptions included
     * @throws InvalidStateException if it is pending
     * @throws CancelledError if it was cancelled
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // a null result is a T, for then T is nullable
    public final T result() {
        if (state == RESULT) { // most often; and a program that sees no other needs no table for the switch
            seen = RETRIEVED;
            return (T) content;
        }
        if (state == PENDING) { // who asks too early has not seen the failure
            throw InvalidStateException.of("Result is not set.");
        }
        seen = RETRIEVED;
        if (state == CANCELLED) {
            throw cancellation();
        }
        throw Machine.sneak((Throwable) Objects.requireNonNull(content));
    }

    /**
     * Returns what it failed with.
     *
     * @return the exception, or null if it has a result
     * @throws InvalidStateException if it is pending
     * @throws CancelledError if it was cancelled
     */
    public final @Nullable Throwable exception() {
        if (isDone()) {
            seen = RETRIEVED;
        }
        return switch (state) {
            case RESULT -> null;
            case EXCEPTION -> (Throwable) content;
            case CANCELLED -> throw cancellation();
            default -> throw InvalidStateException.of("Exception is not set.");
        };
    }

    /**
     * Gives it a result.
     *
     * @param value the result
     * @throws InvalidStateException if it has an outcome
     */
    public void setResult(T value) {
        requirePending();
        complete(RESULT, value);
    }

    /**
     * Makes it fail.
     *
     * @param thrown what with
     * @throws InvalidStateException if it has an outcome
     */
    public void setException(Throwable thrown) {
        requirePending();
        fail(Objects.requireNonNull(thrown, "thrown"));
    }

    /**
     * Cancels it.
     *
     * @return false if it has an outcome
     */
    public boolean cancel() {
        return cancel(null);
    }

    /**
     * Cancels it: whoever awaits it gets a {@link CancelledError}.
     *
     * @param message for the error, or null
     * @return false if it has an outcome
     */
    public boolean cancel(@Nullable String message) {
        return requestCancel(new Cancellation(message, loop.current, null));
    }

    /** Cancels it on behalf of whoever asked; false if it has an outcome. */
    boolean requestCancel(Cancellation request) {
        loop.requireThread();
        if (isDone()) { // told before the loop is asked whether it is closed: nothing would be done anyway
            return false;
        }
        loop.requireUsable();
        complete(CANCELLED, request);
        return true;
    }

    /**
     * Calls something when it has an outcome; in the next turn, if it has one already. It runs in a copy of the context of
     * whoever adds it.
     *
     * @param callback what to call
     */
    public final void addDoneCallback(Consumer<? super Promise<T>> callback) {
        Objects.requireNonNull(callback, "callback");
        addWaiter(ContextCallback.of(callback, CurrentContext.captured(loop.bridge)));
    }

    /**
     * As {@link #addDoneCallback(Consumer)}, in a context.
     *
     * @param callback what to call
     * @param context what to call it in
     */
    public final void addDoneCallback(Consumer<? super Promise<T>> callback, Context context) {
        Objects.requireNonNull(callback, "callback");
        addWaiter(ContextCallback.of(
                callback, CurrentContext.given(Objects.requireNonNull(context, "context"), loop.bridge)));
    }

    /**
     * Takes a callback back.
     *
     * @param callback what was to be called
     * @return how many times it had been added
     */
    public final int removeDoneCallback(Consumer<? super Promise<T>> callback) {
        Objects.requireNonNull(callback, "callback");
        loop.requireUsable();
        return removeWaiter(callback);
    }

    /**
     * Returns its loop.
     *
     * @return the loop
     */
    public final EventLoop loop() {
        return loop;
    }

    /**
     * Makes a future that other threads may use: it gets this promise's outcome, and cancelling it cancels this promise.
     *
     * @return the future
     */
    public final CompletableFuture<T> toCompletableFuture() {
        CompletableFuture<T> future = new CompletableFuture<>();
        addDoneCallback(done -> done.copyTo(future));
        future.whenComplete((value, thrown) -> {
            if (future.isCancelled() && !loop.isClosed()) {
                loop.callSoonThreadsafe(this::cancel);
            }
        });
        return future;
    }

    @Override
    public final Coroutine<T> asCoroutine() {
        return PromiseCoroutine.awaiting(this);
    }

    @Override
    public String toString() {
        return "Promise " + describeState();
    }

    // ---- for the loop and tasks

    final String describeState() {
        return switch (state) {
            case PENDING -> "pending";
            case RESULT -> "finished, result=" + content;
            case EXCEPTION -> "finished, exception=" + content;
            default -> "cancelled";
        };
    }

    /** Whether it has a result, which is no failure and no cancellation. */
    final boolean hasResult() {
        return state == RESULT;
    }

    /** Whether somebody has asked for its outcome, or waited for it. */
    final boolean isRetrieved() {
        return seen == RETRIEVED;
    }

    /** Whether a callback was told of the outcome. */
    final boolean isTold() {
        return seen == TOLD;
    }

    private Error cancellation() {
        return request().error();
    }

    /** By what it was cancelled. */
    final Cancellation request() {
        return (Cancellation) Objects.requireNonNull(content);
    }

    /** As result(), for a coroutine that was resumed, having waited for it. */
    final T resultFor(Frame leaf) {
        if (state == CANCELLED) {
            seen = RETRIEVED;
            throw request().error(leaf);
        }
        trace(leaf);
        return result();
    }

    /** As failure(), to be thrown at a leaf that has waited for it. */
    final @Nullable Throwable failureFor(Frame leaf) {
        trace(leaf);
        return failure();
    }

    private void trace(Frame leaf) {
        if (state == EXCEPTION && !traced) {
            traced = true;
            Throwable failure = (Throwable) Objects.requireNonNull(content);
            if (failure instanceof CancelledError unawaited && unawaited.getStackTrace().length == 0) {
                unawaited.setStackTrace(Machine.trace(leaf)); // of gather(): it was thrown nowhere
            } else {
                Machine.awaited(failure, leaf, false);
            }
        }
    }

    /**
     * What awaiting it throws, or null if it has a result. Nobody waits for it in the code that asks this, so that the trace of a
     * cancellation is but the function of a task that was cancelled.
     */
    final @Nullable Throwable failure() {
        if (state != CANCELLED) {
            return exception();
        }
        return this instanceof Task<?> task ? request().error(task.coroutine()) : cancellation();
    }

    /** Counts as having been asked, if it is done. */
    final void see() {
        if (isDone() && !isCancelled()) {
            exception();
        }
    }

    /** Makes {@code task} run when it has an outcome. */
    final void addWaiter(Task<?> task) {
        addWaiter((Object) task);
    }

    /** Makes a callback of the loop run when it has an outcome: one that counts as told, and need not know of what. */
    final void addWaiter(Handle handle) {
        addWaiter((Object) handle);
    }

    final void succeed(T value) {
        complete(RESULT, value);
    }

    final void fail(Throwable thrown) {
        complete(EXCEPTION, thrown);
        if (seen != RETRIEVED) {
            loop.failed(this);
        }
    }

    final void cancelled(Cancellation request) {
        complete(CANCELLED, request);
    }

    private void requirePending() {
        loop.requireUsable();
        if (isDone()) {
            throw InvalidStateException.of("invalid state: " + this);
        }
    }

    private void copyTo(CompletableFuture<T> future) {
        switch (state) {
            case CANCELLED -> future.cancel(false);
            case EXCEPTION -> future.completeExceptionally(Objects.requireNonNull(exception()));
            case RESULT -> future.complete(result());
            default -> throw InvalidStateException.of("Result is not set.");
        }
    }

    private void complete(byte end, @Nullable Object outcome) {
        Object waiters = content;
        state = end;
        content = outcome;
        Waiters.tell(waiters, this);
    }

    /** Takes a task or a callback back; returns how many times the callback had been added. */
    final int removeWaiter(Object waiter) {
        if (isDone()) {
            return 0;
        }
        int before = Waiters.callbacks(content);
        content = Waiters.without(content, waiter);
        return before - Waiters.callbacks(content);
    }

    private void addWaiter(Object waiter) {
        loop.requireUsable();
        if (isDone()) {
            tell(waiter);
        } else {
            content = Waiters.add(content, waiter);
        }
    }

    /** Tells the only one who waits. */
    void tellOnly(Object waiter) {
        tell(waiter);
    }

    /** A callback knows now that it has its outcome, or will soon. */
    final void told() {
        if (seen == BY_NOBODY) {
            seen = TOLD;
        }
    }

    /** Who waits; null once it is done. */
    final @Nullable Object waiters() {
        return isDone() ? null : content;
    }

    @SuppressWarnings("unchecked")
    final void tell(Object waiter) {
        if (waiter instanceof Task<?> task) {
            seen = RETRIEVED;
            loop.schedule(task);
        } else {
            told();
            if (waiter instanceof Handle handle) {
                loop.schedule(handle);
            } else {
                Consumer<Object> callback = (Consumer<Object>) ContextCallback.callback(waiter);
                loop.callIn(ContextCallback.context(waiter), new DoneCall(callback, this));
            }
        }
    }
}
