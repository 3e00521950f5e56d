package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * What most tasks never have: a name that was set, a context, requests to cancel it. An object of its own, made when it is
 * needed, because a million tasks that sleep have none of it. It stands in the task where the coroutine does otherwise.
 */
final class TaskDetails {
    final Coroutine<?> coroutine;

    @Nullable
    String name;

    /** What it runs in; null is an empty one that nobody has seen, see {@link CurrentContext}. */
    @Nullable
    Context context;

    /** The innermost scope around what it does; null if there is none. */
    @Nullable
    CancelScope scopes;

    /** What to throw in the next step instead of going on: a throwable, or a {@link Cancellation}. */
    @Nullable
    Object raised;

    int cancelling;

    /** Requests that wait for the next suspension to be delivered, all by one error; the latest first. */
    @Nullable
    Undelivered undelivered;

    /** Whether its next step is one as that of a task without details. */
    boolean saysNothingOfSteps() {
        return context == null && raised == null && undelivered == null;
    }

    TaskDetails(Coroutine<?> coroutine) {
        this.coroutine = coroutine;
    }
}
