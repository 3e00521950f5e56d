package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tasks of a loop: asyncio's task factory. A loop that has one, see {@link EventLoop#setTaskFactory}, asks it for
 * every task, whoever wants it: {@code createTask}, task groups, {@code gather}, {@code run} and all others.
 *
 * <pre>{@code
 * static <T> Task<T> timed(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
 *     return TaskFactory.standard().create(loop, measured(coroutine), options);
 * }
 *
 * loop.setTaskFactory(Metrics::timed);
 * }</pre>
 *
 * <p>A method reference, and not a lambda, because the method has a type parameter: what wants a {@code Task<String>} gets one.
 *
 * <p>Pass the options on, or a changed copy. They carry more than they show: a task group takes every task that is made by
 * them, before the first step of that.
 */
@FunctionalInterface
public interface TaskFactory {
    /**
     * Makes a task. In the loop's thread; it must not call the loop's {@code createTask} for the coroutine, which would ask it
     * again.
     *
     * @param <T> what the coroutine returns
     * @param loop the loop
     * @param coroutine a fresh coroutine; the factory may have the task run another one that awaits it
     * @param options as whoever wants the task has given them
     * @return a task of that loop, made by {@link #standard}. What it throws is thrown by whoever wants the task, and the
     *     coroutine is closed if no task was made
     */
    <T extends @Nullable Object> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options);

    /**
     * Returns the factory that does what a loop without one does. Other factories make their tasks with it.
     *
     * @return the factory; it throws an IllegalArgumentException for a loop that is not of this library
     */
    static TaskFactory standard() {
        return StandardTasks.FACTORY;
    }

    /**
     * Returns a factory that begins each task at once, as {@link TaskOptions#eager}, unless its options say
     * {@link TaskOptions#deferred}: asyncio's {@code eager_task_factory}. While the loop does not run it makes tasks that begin
     * in the first turn.
     *
     * @return the factory
     */
    static TaskFactory eager() {
        return eager(standard());
    }

    /**
     * Returns a factory that has another one make tasks that begin at once: asyncio's {@code create_eager_task_factory}.
     *
     * @param maker makes them
     * @return the factory
     */
    static TaskFactory eager(TaskFactory maker) {
        return new EagerTasks(maker);
    }
}
