package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
     * @throws IllegalStateException if a loop runs in this thread, or if the class that calls this has {@code @Async} methods
     *     and was not rewritten; the coroutine stays fresh
     * @throws KeyboardInterrupt if Ctrl-C has ended it, see {@link Runner}
     */
    public static <T extends @Nullable Object> T run(Coroutine<T> main) {
        return run(main, RunOptions.defaults());
    }

    /**
     * As {@link #run(Coroutine)}, with options.
     *
     * @param <T> what it returns
     * @param main a fresh coroutine
     * @param options the options
     * @return its result
     * @throws IllegalStateException as there
     */
    public static <T extends @Nullable Object> T run(Coroutine<T> main, RunOptions options) {
        RewrittenCaller.require();
        return Runner.runOnce(Objects.requireNonNull(main, "a coroutine was expected, got null"), options);
    }

    /**
     * As {@link #run(Coroutine)}, of an async lambda.
     *
     * @param <T> what it returns
     * @param main makes the coroutine, on the loop
     * @return its result
     * @throws IllegalStateException as there
     */
    public static <T extends @Nullable Object> T run(AsyncSupplier<T> main) {
        return run(main, RunOptions.defaults());
    }

    /**
     * As {@link #run(AsyncSupplier)}, with options.
     *
     * @param <T> what it returns
     * @param main makes the coroutine, on the loop
     * @param options the options
     * @return its result
     * @throws IllegalStateException as there
     */
    public static <T extends @Nullable Object> T run(AsyncSupplier<T> main, RunOptions options) {
        return run(new SupplierCoroutine<>(Objects.requireNonNull(main, "main")::get), options);
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
     * @param delay how long; null for no limit: until it is cancelled
     * @return a coroutine without a value
     */
    @SuppressWarnings("NullAway") // Void has no value but null
    public static Coroutine<Void> sleep(@Nullable Duration delay) {
        return new Sleep<>(delay, null);
    }

    /**
     * Waits and returns something.
     *
     * @param <T> its type
     * @param delay how long; null for no limit: until it is cancelled
     * @param result what to return
     * @return a coroutine that returns it
     */
    public static <T extends @Nullable Object> Coroutine<T> sleep(@Nullable Duration delay, T result) {
        return new Sleep<>(delay, result);
    }

    /**
     * Makes a task of a coroutine on the running loop.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return onRunning(coroutine).createTask(coroutine);
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
        return onRunning(coroutine).createTask(coroutine, name);
    }

    /**
     * Makes a task with options of a coroutine on the running loop.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine; closed if no task can be made
     * @param options its name, its context, and whether it begins at once
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, TaskOptions options) {
        return onRunning(coroutine).createTask(coroutine, options);
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
        return Gather.results(Arrays.asList(awaitables));
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
        return Gather.results(awaitables);
    }

    /**
     * Runs a body that has only so much time: asyncio's timeout.
     *
     * <p>When the time is up, the body is cancelled; when it has ended, an {@link AsyncTimeoutException} is thrown in place
     * of the CancelledError, which is its cause. A body that takes the CancelledError and returns is late and no error; one
     * that throws something else throws that, with the timeout suppressed. A cancellation by others stays one, whenever it
     * comes. The time begins when the coroutine is awaited; no time at all means: up to the first suspension.
     *
     * @param <T> what the body returns
     * @param limit how long; null: for ever
     * @param body an async lambda; it gets the timeout, to look at it or set a new limit
     * @return a coroutine with the body's outcome; it fails with an AsyncTimeoutException when the time is up, and with an
     *     IllegalStateException outside a task
     */
    public static <T extends @Nullable Object> Coroutine<T> timeout(
            @Nullable Duration limit, AsyncFunction<Timeout, T> body) {
        return TimeLimits.timeout(limit, body);
    }

    /**
     * As {@link #timeout(Duration, AsyncFunction)}, for bodies that do not care about the timeout.
     *
     * @param <T> what the body returns
     * @param limit how long; null: for ever
     * @param body an async lambda
     * @return a coroutine with the body's outcome
     */
    public static <T extends @Nullable Object> Coroutine<T> timeout(@Nullable Duration limit, AsyncSupplier<T> body) {
        return TimeLimits.timeout(limit, TimeLimits.ignoring(body));
    }

    /**
     * As {@link #timeout(Duration, AsyncFunction)}, up to a time of the loop: asyncio's timeout_at.
     *
     * @param <T> what the body returns
     * @param nanos in nanoseconds of {@link EventLoop#time}
     * @param body an async lambda
     * @return a coroutine with the body's outcome
     */
    public static <T extends @Nullable Object> Coroutine<T> timeoutAt(long nanos, AsyncFunction<Timeout, T> body) {
        return TimeLimits.timeoutAt(nanos, body);
    }

    /**
     * As {@link #timeoutAt(long, AsyncFunction)}, for bodies that do not care about the timeout.
     *
     * @param <T> what the body returns
     * @param nanos in nanoseconds of {@link EventLoop#time}
     * @param body an async lambda
     * @return a coroutine with the body's outcome
     */
    public static <T extends @Nullable Object> Coroutine<T> timeoutAt(long nanos, AsyncSupplier<T> body) {
        return TimeLimits.timeoutAt(nanos, TimeLimits.ignoring(body));
    }

    /**
     * Runs a body that has only so much time, as {@link #timeout(Duration, AsyncFunction)}, and goes on without an error when
     * that was not enough: trio's move_on_after.
     *
     * @param <T> what the body returns
     * @param limit how long; null: for ever
     * @param body an async lambda
     * @return a coroutine that returns whether the body was stopped; what the body throws is thrown
     */
    public static <T extends @Nullable Object> Coroutine<Boolean> moveOnAfter(
            @Nullable Duration limit, AsyncSupplier<T> body) {
        return TimeLimits.moveOnAfter(limit, body);
    }

    /**
     * As {@link #moveOnAfter(Duration, AsyncSupplier)}, with a value in place of the body's.
     *
     * @param <T> what the body returns
     * @param limit how long; null: for ever
     * @param otherwise the value if the body was stopped
     * @param body an async lambda
     * @return a coroutine that returns what the body does, or {@code otherwise}
     */
    public static <T extends @Nullable Object> Coroutine<T> moveOnAfter(
            @Nullable Duration limit, T otherwise, AsyncSupplier<T> body) {
        return TimeLimits.moveOnAfter(limit, otherwise, body);
    }

    /**
     * Waits for an awaitable, so long and no longer: asyncio's wait_for.
     *
     * <p>When the time is up, it is cancelled, and this waits until it has ended: with an AsyncTimeoutException if it was
     * cancelled by that, else with its outcome. Without any time (zero or less) a coroutine is not begun, and a promise that
     * has its outcome gives it. To leave it running, await shield() of it. Cancellation: the awaitable is cancelled.
     *
     * @param <T> what it gives
     * @param awaitable the awaitable
     * @param limit how long; null: for ever
     * @return a coroutine with its outcome; it fails with an {@link AsyncTimeoutException} when the time is up
     */
    public static <T extends @Nullable Object> Coroutine<T> waitFor(Awaitable<T> awaitable, @Nullable Duration limit) {
        return TimeLimits.waitFor(awaitable, limit);
    }

    /**
     * Runs awaitables side by side as {@link #gather(Collection)}, waits for all, and gives what each came to: asyncio's
     * gather with {@code return_exceptions=True}.
     *
     * @param <T> what they give
     * @param awaitables the awaitables
     * @return a coroutine that returns their outcomes, in the order of the collection; failures and cancellations of theirs
     *     are values. Cancelling it cancels them all, and is thrown when they have ended.
     */
    public static <T extends @Nullable Object> Coroutine<List<Outcome<T>>> gatherSettled(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return Gather.outcomes(awaitables);
    }

    /**
     * Waits for some or all of some promises and tells which are done. Their failures are not thrown, and none is cancelled,
     * neither when the time is up nor when the wait itself is cancelled. Suspends at least until the next turn.
     *
     * @param <T> what they give
     * @param promises tasks and other promises, at least one; copied
     * @param options for which of them to wait, and how long
     * @return a coroutine that returns those that are done, and those that are not
     * @throws IllegalArgumentException if there is none
     */
    public static <T extends @Nullable Object> Coroutine<WaitResult<T>> wait(
            Collection<? extends Promise<T>> promises, WaitOptions options) {
        return new Wait<>(promises, options);
    }

    /**
     * Starts awaitables side by side, at once, and gives the tasks in the order in which they end.
     *
     * <pre>
     *   for (Task&lt;String&gt; task : Asyncio.asCompleted(List.of(fetch("a"), fetch("b")))) {
     *       print(await(task)); // done: it does not suspend, and throws what the task has failed with
     *   }
     * </pre>
     *
     * <p>Coroutines and promises become tasks, and tasks are given as they are; one that is given twice counts once. A loop
     * that was left can be gone on with by another loop over the same object. Cancellation: of the loop, not of the tasks.
     *
     * @param <T> what they give
     * @param awaitables the awaitables
     * @return the tasks
     * @throws IllegalStateException if no loop runs in this thread
     * @throws IllegalArgumentException if a promise among them belongs to another loop
     */
    public static <T extends @Nullable Object> AsyncIterable<Task<T>> asCompleted(
            Collection<? extends Awaitable<T>> awaitables) {
        return Completions.of(awaitables, null);
    }

    /**
     * As {@link #asCompleted(Collection)}, for so long and no longer. When the time is up, those that are done are still given,
     * then an {@link AsyncTimeoutException} is thrown; the others keep running.
     *
     * @param <T> what they give
     * @param awaitables the awaitables
     * @param limit how long, from now; null: for ever
     * @return the tasks
     */
    public static <T extends @Nullable Object> AsyncIterable<Task<T>> asCompleted(
            Collection<? extends Awaitable<T>> awaitables, @Nullable Duration limit) {
        return Completions.of(awaitables, limit);
    }

    /**
     * Keeps cancellation off an awaitable: cancelling whoever awaits the shield does not reach what is behind it. That is
     * started as a task at once, and keeps running then; if it fails after that, the loop's exception handler is told. If it
     * is cancelled itself, whoever awaits the shield gets the CancelledError.
     *
     * @param <T> what it gives
     * @param awaitable the awaitable
     * @return what to await: the promise itself if it is done
     * @throws IllegalStateException if it is not a promise and no loop runs in this thread
     */
    public static <T extends @Nullable Object> Awaitable<T> shield(Awaitable<T> awaitable) {
        return Shield.around(awaitable);
    }

    /**
     * Makes a call that blocks, in another thread, of the loop's default executor (see {@link EventLoop#setDefaultExecutor}):
     * a virtual one where the JDK has them, else a daemon thread.
     *
     * <p>The call begins when the coroutine is awaited. Cancellation: a call that has not begun is not made; one that has
     * goes on, and nobody hears of its outcome. Threads: what the call touches, it shares with the loop's thread. It runs in a
     * copy of the {@link Context} of who awaits.
     *
     * @param <T> what it returns
     * @param callable makes the call
     * @return a coroutine with its outcome; what it throws is thrown as it is
     */
    public static <T extends @Nullable Object> Coroutine<T> toThread(Callable<T> callable) {
        return new ThreadCall<>(callable);
    }

    /**
     * Runs a coroutine on the loop of another thread. Cancelling the future, or completing it in any other way, cancels the
     * coroutine; what that throws instead goes to the loop's exception handler.
     *
     * <p>Any thread may call this, that of the loop included. The future is completed in the loop's thread, with what the
     * coroutine throws as it is; a cancelled coroutine cancels it. If the loop is closed before, it fails with an
     * {@link IllegalStateException}.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @param loop the loop
     * @return a future of its outcome
     * @throws IllegalStateException if the loop is closed
     */
    public static <T extends @Nullable Object> CompletableFuture<T> runCoroutineThreadsafe(
            Coroutine<T> coroutine, EventLoop loop) {
        Objects.requireNonNull(coroutine, "a coroutine was expected, got null");
        try {
            return Submission.future(loop, () -> coroutine);
        } catch (IllegalStateException closed) {
            coroutine.close();
            throw closed;
        }
    }

    /**
     * As {@link #runCoroutineThreadsafe(Coroutine, EventLoop)}, of a coroutine that is made on the loop.
     *
     * @param <T> what it returns
     * @param factory makes it; what that throws is the outcome
     * @param loop the loop
     * @return a future of its outcome
     * @throws IllegalStateException if the loop is closed
     */
    public static <T extends @Nullable Object> CompletableFuture<T> runCoroutineThreadsafe(
            CoroutineFactory<T> factory, EventLoop loop) {
        return Submission.future(loop, factory);
    }

    /** The running loop. If there is none, the coroutine is closed: nobody will run it. */
    private static EventLoop onRunning(@Nullable Coroutine<?> coroutine) {
        try {
            return EventLoop.running();
        } catch (IllegalStateException none) {
            if (coroutine != null) {
                coroutine.close();
            }
            throw none;
        }
    }
}
