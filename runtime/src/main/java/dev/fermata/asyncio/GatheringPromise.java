package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The promise of many outcomes. The first failure is its own at once, while the others keep running; their later failures
 * count as seen. One that settles waits for all, and a failure is an outcome as any other. Cancelling it cancels them all.
 */
final class GatheringPromise<T extends @Nullable Object, R extends @Nullable Object> extends Promise<List<R>>
        implements TaskListener {
    private final List<Promise<? extends T>> children;
    private final boolean settles;
    private int unfinished;
    private @Nullable Cancellation requested;

    GatheringPromise(BaseEventLoop loop, List<Promise<? extends T>> children, boolean settles) {
        super(loop);
        this.children = children;
        this.settles = settles;
    }

    /** Starts to listen. Not in the constructor, which must not let this escape. */
    void watch() {
        unfinished = children.size();
        List<Promise<? extends T>> ended = new ArrayList<>();
        for (Promise<? extends T> child : children) { // one that is there twice tells twice
            if (child.isDone()) {
                ended.add(child);
            } else {
                child.addDoneCallback(this);
            }
        }
        ended.forEach(this); // as CPython since 3.12: if all have ended, so has this, in the same turn
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

    /** A child is done. */
    @Override
    public void accept(Promise<?> child) {
        unfinished--;
        if (isDone()) {
            if (!child.isCancelled()) {
                child.exception(); // counts as seen
            }
            return;
        }
        Throwable failure = settles ? null : child.failure();
        if (failure != null) {
            fail(failure);
        } else if (unfinished == 0) {
            if (requested != null) {
                fail(requested.errorUnawaited());
            } else {
                succeed(outcomes());
            }
        }
    }

    private List<R> outcomes() {
        List<R> outcomes = new ArrayList<>(children.size());
        for (Promise<? extends T> child : children) {
            outcomes.add(outcome(child));
        }
        return Collections.unmodifiableList(outcomes);
    }

    private static <T extends @Nullable Object> Outcome<T> settled(Promise<? extends T> done) {
        Throwable failure = done.failure();
        if (failure == null) { // two returns: of one for both, some compilers have the verifier load both
            return new Outcome.Success<>(done.result());
        }
        return new Outcome.Failure<>(failure);
    }

    /** An R is an Outcome of T if it settles, and else a T: the two makers of {@link Gather} see to it. */
    @SuppressWarnings("unchecked")
    private R outcome(Promise<? extends T> child) {
        return (R) (settles ? settled(child) : child.result());
    }
}
