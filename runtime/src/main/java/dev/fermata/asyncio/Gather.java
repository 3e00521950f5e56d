package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs awaitables side by side and collects their results. Nothing starts before it is awaited. */
final class Gather<T extends @Nullable Object, R extends @Nullable Object> extends Coroutine<List<R>>
        implements PromiseWait {
    private static final int WAITING = 1;

    private List<Awaitable<? extends T>> awaitables;
    private final boolean settles;
    private final Function<Promise<? extends T>, R> outcome;
    private @Nullable GatheringPromise<T, R> promise;

    private Gather(
            Collection<? extends Awaitable<? extends T>> awaitables,
            boolean settles,
            Function<Promise<? extends T>, R> outcome) {
        this.settles = settles;
        this.outcome = outcome;
        this.awaitables = new ArrayList<>(awaitables);
        this.awaitables.forEach(it -> Objects.requireNonNull(it, "an awaitable was expected, got null"));
    }

    /** Fails with the first failure. */
    static <T extends @Nullable Object> Coroutine<List<T>> results(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Gather<T, T>(awaitables, false, Promise::result);
    }

    /** Waits for all, and takes failures and cancellations as values. */
    static <T extends @Nullable Object> Coroutine<List<Outcome<T>>> outcomes(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Gather<T, Outcome<T>>(awaitables, true, Gather::settled);
    }

    private static <T extends @Nullable Object> Outcome<T> settled(Promise<? extends T> done) {
        Throwable failure = done.failure();
        return failure == null ? new Outcome.Success<>(done.result()) : new Outcome.Failure<>(failure);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
            return Objects.requireNonNull(promise).resultFor(this);
        }
        if (awaitables.isEmpty()) {
            return List.of();
        }
        promise = new GatheringPromise<>(CurrentLoop.requireRunning(), start(), settles, outcome);
        awaitables = List.of();
        promise.watch();
        machine.yield(promise);
        return machine.suspend(this, WAITING);
    }

    /** One promise for each argument; the same one for the same argument. */
    private List<Promise<? extends T>> start() {
        BaseEventLoop loop = CurrentLoop.requireRunning();
        Map<Awaitable<? extends T>, Promise<? extends T>> started = new IdentityHashMap<>();
        List<Promise<? extends T>> children = new ArrayList<>(awaitables.size());
        for (Awaitable<? extends T> awaitable : awaitables) {
            Promise<? extends T> child = started.get(awaitable);
            if (child == null) {
                child = loop.ensurePromise(awaitable);
                started.put(awaitable, child);
            }
            children.add(child);
        }
        return children;
    }
}
