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
import org.jspecify.annotations.Nullable;

/** Runs awaitables side by side and collects their results. Nothing starts before it is awaited. */
final class Gather<T extends @Nullable Object> extends Coroutine<List<T>> implements PromiseWait {
    private static final int WAITING = 1;

    private List<Awaitable<? extends T>> awaitables;
    private @Nullable GatheringPromise<T> promise;

    Gather(Collection<? extends Awaitable<? extends T>> awaitables) {
        this.awaitables = new ArrayList<>(awaitables);
        this.awaitables.forEach(it -> Objects.requireNonNull(it, "an awaitable was expected, got null"));
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
            return Objects.requireNonNull(promise).result();
        }
        if (awaitables.isEmpty()) {
            return List.of();
        }
        promise = new GatheringPromise<>(CurrentLoop.requireRunning(), start());
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
