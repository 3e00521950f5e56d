package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Requests to cancel a task that wait for its next suspension; one error delivers them all. A list, the latest first, and
 * not a count, because a scope takes back its own request and no other. Those without a scope that follow each other are one
 * element, so that the list grows with the scopes that ask, each once, and not as often as somebody cancels.
 *
 * <p>A request that was delivered, and that a task group delivers again, is the earliest if it is there, and on its own: the
 * scope that it was for takes it along when it is left, and nothing else.
 */
record Undelivered(
        Cancellation request,
        int count,
        boolean again,
        @Nullable Undelivered earlier) {
    static Undelivered add(@Nullable Undelivered all, Cancellation request) {
        if (all != null && !all.again && all.request.scope() == null && request.scope() == null) {
            return new Undelivered(request, all.count + 1, false, all.earlier);
        }
        return new Undelivered(request, 1, false, all);
    }

    /** Behind those that a shield keeps off. */
    static Undelivered again(@Nullable Undelivered held, Cancellation request) {
        return held == null
                ? new Undelivered(request, 1, true, null)
                : new Undelivered(held.request, held.count, held.again, again(held.earlier, request));
    }

    static @Nullable Undelivered withoutAgain(@Nullable Undelivered all) {
        return all == null || all.again
                ? null
                : new Undelivered(all.request, all.count, false, withoutAgain(all.earlier));
    }

    static int count(@Nullable Undelivered all) {
        int count = 0;
        for (Undelivered it = all; it != null; it = it.earlier) {
            count += it.count;
        }
        return count;
    }

    /** The latest one that no shield of the task keeps off; null if there is none. */
    static @Nullable Cancellation deliverable(@Nullable Undelivered all, Task<?> task) {
        for (Undelivered it = all; it != null; it = it.earlier) {
            if (!CancelScope.isHeld(task, it.request)) {
                return it.request;
            }
        }
        return null;
    }

    /** Those that a shield of the task keeps off. */
    static @Nullable Undelivered held(@Nullable Undelivered all, Task<?> task) {
        if (all == null) {
            return null;
        }
        Undelivered earlier = held(all.earlier, task);
        return CancelScope.isHeld(task, all.request)
                ? new Undelivered(all.request, all.count, all.again, earlier)
                : earlier;
    }

    static @Nullable Undelivered without(@Nullable Undelivered all, CancelScope scope) {
        if (all == null) {
            return null;
        }
        return all.request.scope() == scope
                ? all.earlier
                : new Undelivered(all.request, all.count, all.again, without(all.earlier, scope));
    }
}
