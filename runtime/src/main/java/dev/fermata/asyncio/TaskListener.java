package dev.fermata.asyncio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A callback of the runtime's own that hears of the end of tasks, as any callback of {@link Promise#addDoneCallback}: in the
 * next turn. If it is all that waits for a task, and runs in the empty context, then the task itself stands in the ready queue
 * for it, and no {@link Handle} is made: a group and a gather have one of these for all their tasks.
 */
interface TaskListener extends Consumer<Promise<?>> {
    /** The scope in which the tasks run that it listens to; null if it has none. */
    default @Nullable CancelScope scope() {
        return null;
    }
}
