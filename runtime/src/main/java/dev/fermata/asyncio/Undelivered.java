package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Requests to cancel a task that wait for its next suspension; one error delivers them all. A list, the latest first, and
 * not a count, because a scope takes back its own request and no other. Those without a scope that follow each other are one
 * element, so that the list grows with the scopes that ask, each once, and not as often as somebody cancels.
 */
record Undelivered(
        Cancellation request, int count, @Nullable Undelivered earlier) {
    static Undelivered add(@Nullable Undelivered all, Cancellation request) {
        if (all != null && all.request.scope() == null && request.scope() == null) {
            return new Undelivered(request, all.count + 1, all.earlier);
        }
        return new Undelivered(request, 1, all);
    }

    static int count(@Nullable Undelivered all) {
        int count = 0;
        for (Undelivered it = all; it != null; it = it.earlier) {
            count += it.count;
        }
        return count;
    }

    static @Nullable Undelivered without(@Nullable Undelivered all, CancelScope scope) {
        if (all == null) {
            return null;
        }
        return all.request.scope() == scope
                ? all.earlier
                : new Undelivered(all.request, all.count, without(all.earlier, scope));
    }
}
