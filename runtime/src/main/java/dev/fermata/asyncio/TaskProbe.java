package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Frame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code dev.fermata.inspect} may ask of the tasks of this thread's loop. Not for humans, who ask {@code Inspect}. */
public final class TaskProbe {
    private TaskProbe() {}

    /**
     * Returns where the task that drives a coroutine is suspended. Looks through all tasks: a link from a coroutine to its
     * task, the alternative, is memory that each of a million sleeping tasks would pay for.
     *
     * @param root the coroutine that a task was made of
     * @return the leaf of its chain; null if no task of the loop that runs in this thread, or is set for it, drives it
     */
    public static @Nullable Frame leaf(Coroutine<?> root) {
        Task<?> task = task(root);
        return task == null ? null : task.suspendedAt();
    }

    /**
     * Returns what the task that drives a coroutine waits for.
     *
     * @param root the coroutine that a task was made of
     * @return a promise or a completion stage; null if it is ready to go on, or as {@link #leaf} does
     */
    public static @Nullable Object awaited(Coroutine<?> root) {
        Task<?> task = task(root);
        return task == null ? null : task.waitsFor();
    }

    private static @Nullable Task<?> task(Coroutine<?> root) {
        BaseEventLoop running = CurrentLoop.running();
        EventLoop loop = running == null ? CurrentLoop.get() : running;
        Set<Task<?>> tasks = loop == null ? Set.of() : loop.allTasks();
        return tasks.stream().filter(it -> it.coroutine() == root).findFirst().orElse(null);
    }
}
