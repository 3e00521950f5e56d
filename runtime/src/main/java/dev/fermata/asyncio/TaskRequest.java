package dev.fermata.asyncio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What whoever wants a task wants beside its options. It goes with these through a {@link TaskFactory}, so that a task group
 * knows a task before its first step runs, whatever the factory does.
 */
final class TaskRequest {
    /** Whether the first step is to run in the call, however deep: of functions that return futures. */
    final boolean inline;

    private final @Nullable Consumer<? super Task<?>> made;
    private @Nullable Task<?> told;

    TaskRequest(boolean inline, @Nullable Consumer<? super Task<?>> made) {
        this.inline = inline;
        this.made = made;
    }

    /** Whether a task was made. */
    boolean isFulfilled() {
        return told != null;
    }

    /** A task was made; once more for the one that the factory returns, which may be none of those made by these options. */
    void made(Task<?> task) {
        if (task != told) {
            told = task;
            if (made != null) {
                made.accept(task);
            }
        }
    }
}
