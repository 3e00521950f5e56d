package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The promise of many results. The first failure is its own at once, while the others keep running; their later failures
 * count as seen. Cancelling it cancels them all.
 */
final class GatheringPromise<T extends @Nullable Object> extends Promise<List<T>> {
    private final List<Promise<? extends T>> children;
    private int unfinished;
    private boolean cancelRequested;
    private @Nullable String cancelMessage;

    GatheringPromise(BaseEventLoop loop, List<Promise<? extends T>> children) {
        super(loop);
        this.children = children;
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
    public boolean cancel(@Nullable String message) {
        if (isDone()) {
            return false;
        }
        boolean any = false;
        for (Promise<? extends T> child : new LinkedHashSet<>(children)) {
            any |= child.cancel(message);
        }
        if (any) {
            cancelRequested = true;
            cancelMessage = message;
        }
        return any;
    }

    private void childDone(Promise<?> child) {
        unfinished--;
        if (isDone()) {
            return;
        }
        if (child.isCancelled()) {
            fail(child.cancellation());
        } else if (child.exception() != null) {
            fail(child.exception());
        } else if (unfinished == 0) {
            if (cancelRequested) {
                fail(new CancelledError(cancelMessage));
            } else {
                succeed(results());
            }
        }
    }

    private List<T> results() {
        List<T> results = new ArrayList<>(children.size());
        for (Promise<? extends T> child : children) {
            results.add(child.result());
        }
        return Collections.unmodifiableList(results);
    }
}
