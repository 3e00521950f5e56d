package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.List;
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
    private enum State {
        PENDING,
        RESULT,
        EXCEPTION,
        CANCELLED
    }

    final BaseEventLoop loop;
    private State state = State.PENDING;
    private boolean retrieved;

    /** Whether its failure has in its trace who awaited it; the first one only, as it may be awaited by thousands. */
    private boolean traced;

    /** The result, the exception, or the {@link Cancellation}. */
    private @Nullable Object outcome;

    /** Null, a task that awaits, a callback, or a list of these: most promises have one. */
    private @Nullable Object waiters;

    Promise(BaseEventLoop loop) {
        this.loop = loop;
    }

    /**
     * Tells whether it has an outcome.
     *
     * @return true if it has, a cancellation included
     */
    public final boolean isDone() {
        return state != State.PENDING;
    }

    /**
     * Tells whether it was cancelled.
     *
     * @return true if it was
     */
    public final boolean isCancelled() {
        return state == State.CANCELLED;
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
        retrieved |= isDone(); // who asks too early has not seen the failure
        return switch (state) {
            case PENDING -> throw new InvalidStateException("Result is not set.");
            case CANCELLED -> throw cancellation();
            case EXCEPTION -> throw Machine.sneak((Throwable) Objects.requireNonNull(outcome));
            case RESULT -> (T) outcome;
        };
    }

    /**
     * Returns what it failed with.
     *
     * @return the exception, or null if it has a result
     * @throws InvalidStateException if it is pending
     * @throws CancelledError if it was cancelled
     */
    public final @Nullable Throwable exception() {
        retrieved |= isDone();
        return switch (state) {
            case PENDING -> throw new InvalidStateException("Exception is not set.");
            case CANCELLED -> throw cancellation();
            case EXCEPTION -> (Throwable) outcome;
            case RESULT -> null;
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
        complete(State.RESULT, value);
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
        loop.requireUsable();
        if (isDone()) {
            return false;
        }
        complete(State.CANCELLED, request);
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
        return new PromiseCoroutine<>(this);
    }

    @Override
    public String toString() {
        return "Promise " + describeState();
    }

    // ---- for the loop and tasks

    final String describeState() {
        return switch (state) {
            case PENDING -> "pending";
            case RESULT -> "finished, result=" + outcome;
            case EXCEPTION -> "finished, exception=" + outcome;
            case CANCELLED -> "cancelled";
        };
    }

    /** Whether somebody has asked for its outcome, or was told. */
    final boolean isRetrieved() {
        return retrieved;
    }

    final CancelledError cancellation() {
        return request().error();
    }

    /** By what it was cancelled. */
    final Cancellation request() {
        return (Cancellation) Objects.requireNonNull(outcome);
    }

    /** As result(), for a coroutine that has waited for it. */
    final T resultFor(Frame leaf) {
        if (state == State.EXCEPTION && !traced) {
            traced = true;
            Machine.awaited((Throwable) Objects.requireNonNull(outcome), leaf, false);
        }
        return result();
    }

    /** What awaiting it throws, or null if it has a result. */
    final @Nullable Throwable failure() {
        return isCancelled() ? cancellation() : exception();
    }

    /** Makes {@code task} run when it has an outcome. */
    final void addWaiter(Task<?> task) {
        addWaiter((Object) task);
    }

    final void succeed(T value) {
        complete(State.RESULT, value);
    }

    final void fail(Throwable thrown) {
        complete(State.EXCEPTION, thrown);
        if (!retrieved) {
            loop.failed(this);
        }
    }

    final void cancelled(Cancellation request) {
        complete(State.CANCELLED, request);
    }

    private void requirePending() {
        loop.requireUsable();
        if (isDone()) {
            throw new InvalidStateException("invalid state: " + this);
        }
    }

    private void copyTo(CompletableFuture<T> future) {
        switch (state) {
            case CANCELLED -> future.cancel(false);
            case EXCEPTION -> future.completeExceptionally(Objects.requireNonNull(exception()));
            case RESULT -> future.complete(result());
            case PENDING -> throw new InvalidStateException("Result is not set.");
        }
    }

    private void complete(State end, @Nullable Object value) {
        state = end;
        outcome = value;
        Object told = waiters;
        waiters = null;
        if (told instanceof List<?> list) { // empty if all were removed
            list.forEach(this::tell);
        } else if (told != null) {
            tell(told);
        }
    }

    /** Takes a task or a callback back; returns how many times it had been added. */
    final int removeWaiter(Object waiter) {
        if (waiters instanceof List<?> list) {
            int before = list.size();
            list.removeIf(it -> waiter.equals(ContextCallback.callback(it)));
            return before - list.size();
        }
        if (waiters != null && waiter.equals(ContextCallback.callback(waiters))) {
            waiters = null;
            return 1;
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    private void addWaiter(Object waiter) {
        loop.requireUsable();
        if (isDone()) {
            tell(waiter);
        } else if (waiters == null) {
            waiters = waiter;
        } else if (waiters instanceof List<?> list) {
            ((List<Object>) list).add(waiter);
        } else {
            List<Object> list = new ArrayList<>(4);
            list.add(waiters);
            list.add(waiter);
            waiters = list;
        }
    }

    @SuppressWarnings("unchecked")
    private void tell(Object waiter) {
        retrieved = true;
        if (waiter instanceof Task<?> task) {
            loop.schedule(task);
        } else {
            Consumer<Object> callback = (Consumer<Object>) ContextCallback.callback(waiter);
            loop.callIn(ContextCallback.context(waiter), () -> callback.accept(this));
        }
    }
}
