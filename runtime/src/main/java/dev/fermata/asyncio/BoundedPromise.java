package dev.fermata.asyncio;

import dev.fermata.AsyncSupplier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * As {@link GatheringPromise}, of bodies that become tasks when there is room: the next one when one has ended. After the
 * first failure, and after a cancellation, none begins any more; those that run go on, or are cancelled.
 */
final class BoundedPromise<T extends @Nullable Object, R extends @Nullable Object> extends Promise<List<R>> {
    private final Iterator<AsyncSupplier<T>> waiting;
    private final int limit;
    private final boolean settles;
    private final Function<Promise<? extends T>, R> outcome;
    private final List<Promise<T>> started = new ArrayList<>();
    private final Set<Promise<?>> running = new LinkedHashSet<>();
    private final @Nullable CancelScope around;
    private @Nullable Cancellation requested;

    BoundedPromise(
            BaseEventLoop loop,
            List<AsyncSupplier<T>> bodies,
            int limit,
            boolean settles,
            Function<Promise<? extends T>, R> outcome) {
        super(loop);
        this.waiting = bodies.iterator();
        this.limit = limit;
        this.settles = settles;
        this.outcome = outcome;
        this.around = loop.current == null ? null : loop.current.scopes();
    }

    /** Makes tasks as long as there is room. What a task factory throws is the outcome: a callback could throw it to nobody. */
    void start() {
        try {
            while (!isDone() && requested == null && running.size() < limit && waiting.hasNext()) {
                Task<T> task = loop.createTask(
                        new SupplierCoroutine<>(waiting.next()::get),
                        TaskOptions.defaults(),
                        made -> made.within(around));
                started.add(task);
                running.add(task);
                task.addDoneCallback(this::childDone);
            }
        } catch (RuntimeException refused) {
            fail(refused);
        }
    }

    @Override
    boolean requestCancel(Cancellation request) {
        if (isDone()) {
            return false;
        }
        boolean any = requested == null && waiting.hasNext();
        for (Promise<?> child : List.copyOf(running)) {
            any |= child.requestCancel(request);
        }
        if (any) {
            requested = request;
        }
        return any;
    }

    private void childDone(Promise<?> child) {
        running.remove(child);
        if (isDone()) {
            return;
        }
        Throwable failure = settles ? null : child.failure();
        if (failure != null) {
            fail(failure);
            return;
        }
        start();
        if (running.isEmpty() && !isDone()) {
            if (requested != null) {
                fail(requested.errorUnawaited());
            } else {
                succeed(outcomes());
            }
        }
    }

    private List<R> outcomes() {
        List<R> outcomes = new ArrayList<>(started.size());
        started.forEach(it -> outcomes.add(outcome.apply(it)));
        return Collections.unmodifiableList(outcomes);
    }
}
