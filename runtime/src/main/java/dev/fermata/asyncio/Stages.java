package dev.fermata.asyncio;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What holds of completion stages of any library. */
final class Stages {
    private Stages() {}

    /** What a stage has failed with, without the wrapping of those that depend on others. */
    static @Nullable Throwable failure(@Nullable Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** Tells a stage's maker that nobody waits any more, if it is of a kind that can be told. */
    static void cancel(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (RuntimeException notCancellable) {
            // Such as a stage that has no future (CompletionStage's contract allows it): whoever waited stops waiting
            // all
            // the same, and whoever cancels it must not suffer.
        }
    }
}
