package dev.fermata.asyncio;

import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of Python's module asyncio. A facade: what they do is done elsewhere in this package. */
public final class Asyncio {
    private Asyncio() {}

    /**
     * Runs a coroutine on a loop of its own, as a program's main does. When it ends, tasks that are left are cancelled and
     * run to their end, and the loop is closed.
     *
     * @param <T> what it returns
     * @param main a fresh coroutine
     * @return its result; what it failed with is thrown as it is, checked exceptions included
     * @throws IllegalStateException if a loop runs in this thread
     */
    public static <T extends @Nullable Object> T run(Coroutine<T> main) {
        return MainRun.run(Objects.requireNonNull(main, "a coroutine was expected, got null"));
    }

    /**
     * As {@link #run(Coroutine)}, of an async lambda.
     *
     * @param <T> what it returns
     * @param main makes the coroutine, on the loop
     * @return its result
     */
    public static <T extends @Nullable Object> T run(AsyncSupplier<T> main) {
        return MainRun.run(new SupplierCoroutine<>(Objects.requireNonNull(main, "main")));
    }

    /**
     * Returns this thread's loop: the one that runs, else the one that was set, else a new one, which is set.
     *
     * @return a loop
     */
    public static EventLoop getEventLoop() {
        EventLoop loop = CurrentLoop.running();
        if (loop == null) {
            loop = CurrentLoop.get();
        }
        if (loop == null) {
            loop = newEventLoop();
            setEventLoop(loop);
        }
        return loop;
    }

    /**
     * Returns the loop that runs in this thread.
     *
     * @return the loop
     * @throws IllegalStateException if none does
     */
    public static EventLoop getRunningLoop() {
        return EventLoop.running();
    }

    /**
     * Makes a loop.
     *
     * @return a new loop that does not run
     */
    public static EventLoop newEventLoop() {
        return EventLoop.create();
    }

    /**
     * Sets the loop that {@link #getEventLoop} returns in this thread while none runs.
     *
     * @param loop the loop, or null for none
     */
    public static void setEventLoop(@Nullable EventLoop loop) {
        CurrentLoop.set(loop);
    }

    /**
     * Waits. Suspends at least until the next turn, also if there is nothing to wait for.
     *
     * @param delay how long
     * @return a coroutine without a value
     */
    @SuppressWarnings("NullAway") // Void has no value but null
    public static Coroutine<Void> sleep(Duration delay) {
        return new Sleep<>(Objects.requireNonNull(delay, "delay"), null);
    }

    /**
     * Waits and returns something.
     *
     * @param <T> its type
     * @param delay how long
     * @param result what to return
     * @return a coroutine that returns it
     */
    public static <T extends @Nullable Object> Coroutine<T> sleep(Duration delay, T result) {
        return new Sleep<>(Objects.requireNonNull(delay, "delay"), result);
    }

    /**
     * Makes a task of a coroutine on the running loop.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return EventLoop.running().createTask(coroutine);
    }

    /**
     * Makes a task with a name of a coroutine on the running loop.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @param name the name
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, String name) {
        return EventLoop.running().createTask(coroutine, name);
    }

    /**
     * Returns the task whose step runs.
     *
     * @return the task, or null in a callback
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static @Nullable Task<?> currentTask() {
        return CurrentLoop.requireRunning().current;
    }

    /**
     * Returns the tasks of the running loop that are not done.
     *
     * @return a snapshot, in order of creation
     */
    public static Set<Task<?>> allTasks() {
        return EventLoop.running().allTasks();
    }

    /**
     * Runs awaitables side by side: coroutines become tasks.
     *
     * <p>Arguments are copied at the call and started when the coroutine is awaited or made a task; one that is given twice
     * runs once. The first failure is thrown at once, while the others keep running. Cancelling it cancels them all.
     *
     * @param <T> what they give
     * @param awaitables the awaitables
     * @return a coroutine that returns their results, in the order of the arguments
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T extends @Nullable Object> Coroutine<List<T>> gather(Awaitable<? extends T>... awaitables) {
        return new Gather<>(Arrays.asList(awaitables));
    }

    /**
     * As {@link #gather(Awaitable[])}.
     *
     * @param <T> what they give
     * @param awaitables the awaitables
     * @return a coroutine that returns their results, in the order of the collection
     */
    public static <T extends @Nullable Object> Coroutine<List<T>> gather(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Gather<>(awaitables);
    }
}
