package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
     *     and was not rewritten, which is looked at where no rewritten method has made {@code main}; the coroutine stays fresh
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
        Runner.requireRewritten(Objects.requireNonNull(main, "a coroutine was expected, got null"));
        return Runner.runOnce(main, options);
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
        return run(MainCoroutine.of(main), options);
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
        return Sleep.of(delay, null);
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
        return Sleep.of(delay, result);
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
        return Gather.results(Arrays.asList(Objects.requireNonNull(awaitables, "awaitables")));
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
     * Runs async lambdas side by side, so many at a time and no more. They start in order, each as a task of its own: the next
     * one when one has ended.
     *
     * <p>The first failure is thrown at once. Those that run go on, as with {@link #gather(Collection)}; those that wait are
     * never started. Cancellation: of all that run; none starts any more.
     *
     * @param <T> what they give
     * @param bodies async lambdas; copied
     * @param maxConcurrency how many run at a time, at least 1
     * @return a coroutine that returns their results, in the order of the collection
     * @throws IllegalArgumentException if maxConcurrency is less than 1
     */
    public static <T extends @Nullable Object> Coroutine<List<T>> gather(
            Collection<? extends AsyncSupplier<T>> bodies, int maxConcurrency) {
        return BoundedGather.results(bodies, maxConcurrency);
    }

    /**
     * As {@link #gather(Collection, int)}, runs all of them, and gives what each came to, as {@link #gatherSettled(Collection)}.
     *
     * @param <T> what they give
     * @param bodies async lambdas; copied
     * @param maxConcurrency how many run at a time, at least 1
     * @return a coroutine that returns their outcomes, in the order of the collection
     * @throws IllegalArgumentException if maxConcurrency is less than 1
     */
    public static <T extends @Nullable Object> Coroutine<List<Outcome<T>>> gatherSettled(
            Collection<? extends AsyncSupplier<T>> bodies, int maxConcurrency) {
        return BoundedGather.outcomes(bodies, maxConcurrency);
    }

    /**
     * Runs a body that no cancellation from around it reaches: trio's shielded scope. Unlike {@link #shield}, it runs in the
     * same task, and whoever awaits it waits for its end.
     *
     * <p>Cancellation: a request to cancel the task, and one of a timeout or a task group around the body, is counted, waits, and
     * is delivered at the first suspension after the body has ended; the body's value or failure is given all the same. A timeout
     * or a task group within the body works as ever, and should be there if the body may take long. The tasks that the body awaits
     * may be cancelled by whoever has them.
     *
     * @param <T> what the body returns
     * @param body an async lambda
     * @return a coroutine with the body's outcome; it fails with an IllegalStateException outside a task
     */
    public static <T extends @Nullable Object> Coroutine<T> shielded(AsyncSupplier<T> body) {
        return ShieldedBody.of(body);
    }

    /**
     * Tells how much time there is: the nearest deadline of the timeouts around what the current task does, trio's
     * {@code current_effective_deadline}. Those around a task group or a gather count for its tasks too; those around
     * {@link #shielded} do not count within, and those around a plain {@code createTask} never do: they do not cancel the task.
     *
     * @return nanoseconds of {@link EventLoop#time}, past ones included; empty if there is no limit, or in a callback
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static OptionalLong effectiveDeadline() {
        Task<?> task = CurrentLoop.requireRunning().current;
        return task == null ? OptionalLong.empty() : CancelScope.deadline(task);
    }

    /**
     * Runs a body in a context manager: {@code async with manager as value}. Enters the manager, runs the body, exits the manager,
     * however the body has ended.
     *
     * <p>As in Python, and unlike in {@code try} with resources, the manager has the last word: it may swallow what the body
     * throws, and what its exit throws takes the place of that, which it has suppressed then. Suspension: where manager and
     * body do. Cancellation: while it is entered, the body is not begun and the manager not exited; in the body, the manager
     * is exited; while it is exited, its exit gets it.
     *
     * @param <T> what the body gets
     * @param <R> what the body returns
     * @param manager the manager
     * @param body an async lambda; it gets what the manager has returned at its entry
     * @return a coroutine that returns what the body does, or null if it has thrown and the manager swallowed that
     */
    public static <T extends @Nullable Object, R extends @Nullable Object> Coroutine<R> with(
            AsyncContextManager<T> manager, AsyncFunction<T, R> body) {
        return ContextRun.of(Objects.requireNonNull(manager, "manager"), Objects.requireNonNull(body, "body"));
    }

    /**
     * As {@link #with(AsyncContextManager, AsyncFunction)}, for bodies that do not care what the manager returns.
     *
     * @param <R> what the body returns
     * @param manager the manager
     * @param body an async lambda
     * @return a coroutine as there
     */
    public static <R extends @Nullable Object> Coroutine<R> with(
            AsyncContextManager<?> manager, AsyncSupplier<R> body) {
        Objects.requireNonNull(body, "body");
        return with(manager, entered -> body.get());
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
        return Wait.of(promises, options);
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
     * Asks for the next element of an iterator: Python's {@code anext} with a default.
     *
     * @param <T> the type of the elements
     * @param iterator the iterator; an async generator is one
     * @param otherwise what to give if there is no further element; no other failure is taken for that
     * @return a coroutine that returns the element. Cancellation: thrown in the iterator
     */
    public static <T extends @Nullable Object> Coroutine<T> anext(AsyncIterator<? extends T> iterator, T otherwise) {
        return NextElement.of(Objects.requireNonNull(iterator, "iterator"), otherwise);
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
        return toThread(callable, ThreadOptions.defaults());
    }

    /**
     * As {@link #toThread(Callable)}, with options: another executor, and what cancellation does.
     *
     * @param <T> what it returns
     * @param callable makes the call
     * @param options where, and whether cancelling interrupts the call and waits for its end
     * @return a coroutine with its outcome; what it throws is thrown as it is
     */
    public static <T extends @Nullable Object> Coroutine<T> toThread(Callable<T> callable, ThreadOptions options) {
        return ThreadCall.of(callable, options);
    }

    /**
     * Makes a promise of the running loop of what a completion stage comes to: asyncio's {@code wrap_future}.
     *
     * <p>Cancelling the promise cancels the stage's future; a stage whose future is a copy, as CompletionStage allows, does not
     * hear of it. A stage that was cancelled cancels the promise. Order: the promise has its outcome in the turn after that of
     * the stage, also if that is complete already. Threads: any one may complete the stage. A promise that was given an outcome
     * by others keeps that.
     *
     * @param <T> what the stage gives
     * @param stage the stage
     * @return the promise
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static <T extends @Nullable Object> Promise<T> wrapFuture(CompletionStage<? extends T> stage) {
        return WrappedStage.of(stage);
    }

    /**
     * Makes sure that an awaitable has begun, or is about to: a promise is returned as it is, of whatever loop; anything else
     * becomes a task of the running loop. asyncio's {@code ensure_future}.
     *
     * @param <T> what it gives
     * @param awaitable the awaitable
     * @return the promise itself, or the task
     * @throws IllegalStateException if it is no promise and no loop runs in this thread; a coroutine is closed then
     */
    public static <T extends @Nullable Object> Promise<T> ensureFuture(Awaitable<T> awaitable) {
        Objects.requireNonNull(awaitable, "an awaitable was expected, got null");
        return awaitable instanceof Promise<T> promise ? promise : createTask(awaitable.asCoroutine());
    }

    /**
     * As {@link #ensureFuture(Awaitable)}, on a loop, which need not run.
     *
     * @param <T> what it gives
     * @param awaitable the awaitable
     * @param loop the loop
     * @return the promise itself, or the task
     * @throws IllegalArgumentException if it is the promise of another loop
     */
    public static <T extends @Nullable Object> Promise<T> ensureFuture(Awaitable<T> awaitable, EventLoop loop) {
        Objects.requireNonNull(awaitable, "an awaitable was expected, got null");
        Objects.requireNonNull(loop, "loop");
        if (awaitable instanceof Promise<T> promise) {
            if (promise.loop() != loop) {
                throw new IllegalArgumentException(
                        "The promise belongs to a different loop than the one specified as the loop argument");
            }
            return promise;
        }
        return loop.createTask(awaitable.asCoroutine());
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
