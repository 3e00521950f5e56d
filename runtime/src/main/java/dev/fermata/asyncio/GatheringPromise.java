package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The promise of many outcomes. The first failure is its own at once, while the others keep running; their later failures
 * count as seen. One that settles waits for all, and a failure is an outcome as any other. Cancelling it cancels them all.
 */
final class GatheringPromise<T extends @Nullable Object, R extends @Nullable Object> extends Promise<List<R>> {
    private final List<Promise<? extends T>> children;
    private final boolean settles;
    private final Function<Promise<? extends T>, R> outcome;
    private int unfinished;
    private @Nullable Cancellation requested;

    GatheringPromise(
            BaseEventLoop loop,
            List<Promise<? extends T>> children,
            boolean settles,
            Function<Promise<? extends T>, R> outcome) {
        super(loop);
        this.children = children;
        this.settles = settles;
        this.outcome = outcome;
    }

    /** Starts to listen. Not in the constructor, which must not let this escape. */
    void watch() {
        Consumer<Promise<?>> childDone = this::childDone;
        unfinished = children.size();
        for (Promise<? extends T> child : children) { // one that is there twice tells twice
            child.addDoneCallback(childDone);
        }
    }

    @Override
    boolean requestCancel(Cancellation request) {
        if (isDone()) {
            return false;
        }
        boolean any = false;
        for (Promise<? extends T> child : new LinkedHashSet<>(children)) {
            any |= child.requestCancel(request);
        }
        if (any) {
            requested = request;
        }
        return any;
    }

    private void childDone(Promise<?> child) {
        unfinished--;
        if (isDone()) {
            return;
        }
        Throwable failure = settles ? null : child.failure();
        if (failure != null) {
            fail(failure);
        } else if (unfinished == 0) {
            if (requested != null) {
                fail(requested.error());
            } else {
                succeed(outcomes());
            }
        }
    }

    private List<R> outcomes() {
        List<R> outcomes = new ArrayList<>(children.size());
        for (Promise<? extends T> child : children) {
            outcomes.add(outcome.apply(child));
        }
        return Collections.unmodifiableList(outcomes);
    }
}
