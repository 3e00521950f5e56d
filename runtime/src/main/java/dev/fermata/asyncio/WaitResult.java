package dev.fermata.asyncio;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Asyncio#wait} came to.
 *
 * @param <T> what the promises give
 * @param done those that have an outcome, in the order in which they were given; unmodifiable
 * @param pending the others, likewise
 */
public record WaitResult<T extends @Nullable Object>(Set<Promise<T>> done, Set<Promise<T>> pending) {
    /** Checks that both sets are there. */
    public WaitResult {
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(pending, "pending");
    }

    static <T extends @Nullable Object> WaitResult<T> of(Collection<? extends Promise<T>> promises) {
        Set<Promise<T>> done = new LinkedHashSet<>();
        Set<Promise<T>> pending = new LinkedHashSet<>();
        for (Promise<T> promise : promises) {
            (promise.isDone() ? done : pending).add(promise);
        }
        return new WaitResult<>(Collections.unmodifiableSet(done), Collections.unmodifiableSet(pending));
    }
}
