package dev.fermata.asyncio;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs async lambdas side by side, so many at a time, and collects their results. Nothing starts before it is awaited. */
final class BoundedGather<T extends @Nullable Object, R extends @Nullable Object> extends Coroutine<List<R>>
        implements PromiseWait {
    private static final int WAITING = 1;

    private final List<AsyncSupplier<T>> bodies;
    private final int limit;
    private final boolean settles;
    private final Function<Promise<? extends T>, R> outcome;
    private @Nullable BoundedPromise<T, R> promise;

    private BoundedGather(
            Collection<? extends AsyncSupplier<T>> bodies,
            int limit,
            boolean settles,
            Function<Promise<? extends T>, R> outcome) {
        if (limit < 1) {
            throw new IllegalArgumentException("maxConcurrency is " + limit + "; at least 1 has to run");
        }
        this.bodies = new ArrayList<>(bodies);
        this.bodies.forEach(it -> Objects.requireNonNull(it, "an async lambda was expected, got null"));
        this.limit = limit;
        this.settles = settles;
        this.outcome = outcome;
    }

    /** Fails with the first failure. */
    static <T extends @Nullable Object> Coroutine<List<T>> results(
            Collection<? extends AsyncSupplier<T>> bodies, int limit) {
        return new BoundedGather<T, T>(bodies, limit, false, Promise::result);
    }

    /** Runs all, and takes failures and cancellations as values. */
    static <T extends @Nullable Object> Coroutine<List<Outcome<T>>> outcomes(
            Collection<? extends AsyncSupplier<T>> bodies, int limit) {
        return new BoundedGather<T, Outcome<T>>(bodies, limit, true, BoundedGather::settled);
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
        if (bodies.isEmpty()) {
            return List.of();
        }
        promise = new BoundedPromise<>(CurrentLoop.requireRunning(), bodies, limit, settles, outcome);
        promise.start();
        machine.yield(promise);
        return machine.suspend(this, WAITING);
    }
}
