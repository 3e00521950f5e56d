package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.FrameProbe;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs awaitables side by side and collects their results. Nothing starts before it is awaited. */
final class Gather<T extends @Nullable Object, R extends @Nullable Object> extends Coroutine<List<R>>
        implements PromiseWait {
    private static final int WAITING = 1;

    private List<Awaitable<? extends T>> awaitables;
    private final boolean settles;
    private @Nullable GatheringPromise<T, R> promise;

    private Gather(Collection<? extends Awaitable<? extends T>> awaitables, boolean settles) {
        this.settles = settles;
        this.awaitables = new ArrayList<>(Objects.requireNonNull(awaitables, "awaitables"));
        for (Awaitable<? extends T> awaitable : this.awaitables) {
            Objects.requireNonNull(awaitable, "an awaitable was expected, got null");
        }
    }

    /** Fails with the first failure. */
    static <T extends @Nullable Object> Coroutine<List<T>> results(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Gather<T, T>(awaitables, false);
    }

    /** Waits for all, and takes failures and cancellations as values. */
    static <T extends @Nullable Object> Coroutine<List<Outcome<T>>> outcomes(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Gather<T, Outcome<T>>(awaitables, true);
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
        promise = new GatheringPromise<>(CurrentLoop.requireRunning(), start(), settles);
        awaitables = List.of();
        promise.watch();
        if (promise.isDone()) {
            return promise.result();
        }
        machine.yield(promise);
        return machine.suspend(this, WAITING);
    }

    /** One promise for each argument; the same one for the same argument. */
    private List<Promise<? extends T>> start() {
        BaseEventLoop loop = CurrentLoop.requireRunning();
        CancelScope around = loop.current == null ? null : loop.current.scopes();
        List<Promise<? extends T>> children = new ArrayList<>(awaitables.size());
        if (FrameProbe.areFreshAndDistinct(awaitables)) {
            for (Awaitable<? extends T> awaitable : awaitables) {
                children.add(start(awaitable, loop, around));
            }
            return children;
        }
        // Of what is no promise yet only: a table of a million is mostly in no cache, and doubled what a gather of
        // tasks costs.
        Map<Awaitable<? extends T>, Promise<? extends T>> started = null;
        for (Awaitable<? extends T> awaitable : awaitables) {
            if (awaitable instanceof Promise<? extends T>) {
                children.add(loop.ensurePromise(awaitable));
                continue;
            }
            if (started == null) {
                started = new IdentityHashMap<>(awaitables.size() - children.size());
            }
            Promise<? extends T> child = started.get(awaitable);
            if (child == null) {
                child = start(awaitable, loop, around);
                started.put(awaitable, child);
            }
            children.add(child);
        }
        return children;
    }

    private static <T extends @Nullable Object> Promise<T> start(
            Awaitable<T> awaitable, BaseEventLoop loop, @Nullable CancelScope around) {
        return loop.createTask(
                awaitable.asCoroutine(), TaskOptions.defaults(), around == null ? null : made -> made.within(around));
    }
}
