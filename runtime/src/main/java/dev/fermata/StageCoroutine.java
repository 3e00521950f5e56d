package dev.fermata;

import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a completion stage of any library. The stage itself is what it yields: the driver knows how a foreign thread
 * gets back to it, and resumes with the stage's value or failure.
 */
final class StageCoroutine<T extends @Nullable Object> extends Coroutine<T> {
    private static final int WAITING = 1;

    private final CompletionStage<? extends T> stage;

    StageCoroutine(CompletionStage<? extends T> stage) {
        // To be told here, where it is awaited: yielded, null would read as a bare yield to the driver.
        this.stage = Objects.requireNonNull(stage, "null instead of a completion stage");
    }

    /** Declared so for the same reason as {@link Completed#with}. */
    static <T extends @Nullable Object> Coroutine<T> awaiting(CompletionStage<? extends T> stage) {
        return new StageCoroutine<>(stage);
    }

    @Override
    protected Object shownAs() {
        return stage;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        if (state == WAITING) {
            return machine.resumed();
        }
        if (stage instanceof CompletableFuture) {
            // Itself, but for minimalCompletionStage(), which refuses isDone() and gives a copy that does not.
            CompletableFuture<? extends T> future = stage.toCompletableFuture();
            if (future.isDone()) {
                return outcome(future);
            }
        }
        machine.yield(stage);
        return machine.suspend(this, WAITING);
    }

    private static @Nullable Object outcome(CompletableFuture<?> future) throws Throwable {
        try {
            return future.join();
        } catch (CompletionException wrapped) {
            // As catch blocks want it: the failure itself. join() wraps it in any case, whenComplete only in
            // dependents.
            throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
        }
    }
}
