package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks and callbacks, one at a time, in one thread.
 *
 * <p><b>Order.</b> In turns: what is ready at the start of a turn runs in it, first in, first out; what becomes ready
 * meanwhile runs in the next. Timers that are due join at the start of a turn, by time, and equal times in order of creation.
 *
 * <p><b>Threads.</b> A loop that runs may be used only by its own thread, and one that does not run by one thread at a time;
 * {@link #callSoonThreadsafe} and {@link #execute} are for all. The use by a wrong thread is an IllegalStateException. After
 * {@link #close}, so is every use but asking for its state.
 */
public interface EventLoop extends Executor, AutoCloseable {
    /**
     * Makes a loop: the one of the program's {@link LoopProvider}, or else one that parks its thread when it has nothing to do.
     *
     * @return a new loop that does not run
     * @throws IllegalStateException if there are several providers
     */
    static EventLoop create() {
        return DefaultLoop.create();
    }

    /**
     * Makes a loop that waits, and tells the time, in its own way.
     *
     * @param idle how
     * @return a new loop that does not run
     */
    static EventLoop create(Idle idle) {
        return new BaseEventLoop(Objects.requireNonNull(idle, "idle"));
    }

    /**
     * Makes a loop that runs in the thread of a foreign one, in turns that alternate with the host's own work. Any thread.
     *
     * <p>It runs from now on until it is closed, and so it is used from the host's thread only, in its turns and between
     * them, or through {@link #callSoonThreadsafe}. {@link EventLoop#running} finds it in all code of the host's thread; of
     * several loops on one host, the first one between turns. {@link #runForever}, {@link #runUntilComplete} and
     * {@link #stop} are refused with an IllegalStateException, as the host decides when it runs. {@link #close} is for the
     * host's thread; called in a turn, it takes effect at the turn's end. A host that takes no more turns closes it.
     *
     * @param host the host
     * @return a new loop
     * @throws java.util.concurrent.RejectedExecutionException if the host has ended
     */
    static EventLoop hostedBy(LoopHost host) {
        return HostedTurns.on(Objects.requireNonNull(host, "host"));
    }

    /**
     * Returns the loop that runs in this thread.
     *
     * @return the loop
     * @throws IllegalStateException if none does
     */
    static EventLoop running() {
        return CurrentLoop.requireRunning();
    }

    /**
     * Runs until an awaitable has its outcome.
     *
     * @param <T> what it gives
     * @param awaitable a coroutine, which becomes a task, or a task or promise of this loop
     * @return its result; what it failed with is thrown as it is, checked exceptions included
     * @throws IllegalStateException if this loop runs, another one runs in this thread, or {@link #stop} came first
     * @throws IllegalArgumentException if it is the promise of another loop
     */
    <T extends @Nullable Object> T runUntilComplete(Awaitable<T> awaitable);

    /** Runs until {@link #stop}. If that was called before, runs one turn. */
    void runForever();

    /** Makes the loop return when the turn at hand is done. */
    void stop();

    /**
     * Tells whether it runs.
     *
     * @return true if it does
     */
    boolean isRunning();

    /**
     * Tells whether it was closed.
     *
     * @return true if it was
     */
    boolean isClosed();

    /**
     * Names it, for messages. A loop's text is {@code <NAME running=true closed=false debug=false>}.
     *
     * @param name the name
     */
    void setName(String name);

    /**
     * Returns its name. Any thread.
     *
     * @return the name, {@code EventLoop} unless it was set
     */
    String name();

    /**
     * Ends the loop for good. Drops what is planned, shuts the default executor down without waiting, and reports failures
     * that nobody retrieved and tasks that are pending: these will not go on, and their finally blocks do not run. Cancel
     * them and run them to their end before, as {@link Asyncio#run} does. Again: no effect.
     *
     * @throws IllegalStateException if it runs
     */
    @Override
    void close();

    /**
     * Makes a task of a coroutine: it starts in the next turn, in a copy of the current {@link Context}. The loop keeps it
     * until it is done.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine; closed if no task can be made
     * @return the task
     */
    <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine);

    /**
     * As {@link #createTask(Coroutine)}, with a name.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @param name the name
     * @return the task
     */
    <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, String name);

    /**
     * As {@link #createTask(Coroutine)}, with options.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine; closed if no task can be made
     * @param options its name, its context, and whether it begins at once
     * @return the task
     * @throws IllegalStateException also if it is to begin at once in a context that is entered and not the current one
     */
    <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, TaskOptions options);

    /**
     * Sets who makes the tasks of this loop from now on: those of {@link #createTask}, of task groups, of {@code gather} and of
     * all else that starts tasks. asyncio's {@code set_task_factory}.
     *
     * @param factory the factory, or null for none
     */
    void setTaskFactory(@Nullable TaskFactory factory);

    /**
     * Returns who makes the tasks.
     *
     * @return the factory that was set, or null
     */
    @Nullable
    TaskFactory taskFactory();

    /**
     * Makes a promise of this loop.
     *
     * @param <T> what it will give
     * @return a pending promise
     */
    <T extends @Nullable Object> Promise<T> createPromise();

    /**
     * Calls something in the next turn, in a copy of the current {@link Context}; so do the methods below.
     *
     * @param callback what to call
     * @return a handle to take it back
     */
    Handle callSoon(Runnable callback);

    /**
     * As {@link #callSoon(Runnable)}, in a context.
     *
     * @param callback what to call
     * @param context what to call it in
     * @return a handle to take it back
     */
    Handle callSoon(Runnable callback, Context context);

    /**
     * As {@link #callSoon}, from any thread; wakes the loop. What one thread gives keeps its order.
     *
     * @param callback what to call
     * @return a handle, to be cancelled in the loop's thread
     */
    Handle callSoonThreadsafe(Runnable callback);

    /**
     * As {@link #callSoonThreadsafe(Runnable)}, in a context.
     *
     * @param callback what to call
     * @param context what to call it in
     * @return a handle, to be cancelled in the loop's thread
     */
    Handle callSoonThreadsafe(Runnable callback, Context context);

    /**
     * Calls something after a delay.
     *
     * @param delay how long; negative counts as zero
     * @param callback what to call
     * @return a handle to take it back
     */
    TimerHandle callLater(Duration delay, Runnable callback);

    /**
     * As {@link #callLater(Duration, Runnable)}, in a context.
     *
     * @param delay how long; negative counts as zero
     * @param callback what to call
     * @param context what to call it in
     * @return a handle to take it back
     */
    TimerHandle callLater(Duration delay, Runnable callback, Context context);

    /**
     * Calls something at a time.
     *
     * @param nanos when, by {@link #time}; what is more than 146 years away counts as that
     * @param callback what to call
     * @return a handle to take it back
     */
    TimerHandle callAt(long nanos, Runnable callback);

    /**
     * As {@link #callAt(long, Runnable)}, in a context.
     *
     * @param nanos when, by {@link #time}
     * @param callback what to call
     * @param context what to call it in
     * @return a handle to take it back
     */
    TimerHandle callAt(long nanos, Runnable callback, Context context);

    /**
     * Returns the loop's time.
     *
     * @return monotonic nanoseconds; only differences mean something
     */
    long time();

    /**
     * Runs something that blocks elsewhere. Cancelling the promise does not stop what has begun; what has not, is not run.
     *
     * @param <T> what it returns
     * @param executor where; null for the default executor
     * @param callable what
     * @return a promise of its outcome
     * @throws IllegalStateException if it is for the default executor, and that has been shut down
     * @throws java.util.concurrent.RejectedExecutionException if the executor refuses it
     */
    <T extends @Nullable Object> Promise<T> runInExecutor(@Nullable Executor executor, Callable<T> callable);

    /**
     * Sets the executor for calls that name none, those of {@link Asyncio#toThread} among them. Without this, it is one that
     * gives each call a thread of its own: a virtual one, or before JDK 21 a daemon of a pool without a bound. The loop shuts
     * it down.
     *
     * @param executor the executor
     * @throws IllegalStateException if the default executor has been shut down
     */
    void setDefaultExecutor(ExecutorService executor);

    /**
     * Shuts the default executor down: calls to it are refused from the first step of the coroutine on, and those that it
     * runs are waited for. What takes longer than the timeout is reported to the exception handler and goes on, uninterrupted.
     * {@link Asyncio#run} does this with a timeout of five minutes.
     *
     * @param timeout how long to wait; null for no limit
     * @return a coroutine that ends when all calls have, or when the time is over; cancelling it ends the wait
     */
    Coroutine<Void> shutdownDefaultExecutor(@Nullable Duration timeout);

    /**
     * Returns the tasks that are not done.
     *
     * @return a snapshot, in order of creation
     */
    Set<Task<?>> allTasks();

    /**
     * Closes all async generators that began to run on this loop and have not ended, side by side. What one throws goes to
     * the exception handler. One that begins afterwards is reported there, too: nobody is going to close it.
     * {@link Asyncio#run} does this before it closes its loop.
     *
     * @return a coroutine that ends when all of them have; cancelling it cancels what they still do
     */
    Coroutine<Void> shutdownAsyncGenerators();

    /**
     * Sets who takes what nobody else does.
     *
     * @param handler the handler, or null for the default, which logs
     */
    void setExceptionHandler(@Nullable ExceptionHandler handler);

    /**
     * Returns who takes what nobody else does.
     *
     * @return the handler that was set, or null
     */
    @Nullable
    ExceptionHandler exceptionHandler();

    /**
     * Gives something to the exception handler, or to the log if there is none; what the handler throws is logged. It runs in
     * the context of the task or the callback that the error concerns.
     *
     * @param context what happened
     */
    void callExceptionHandler(ErrorContext context);

    /**
     * Does with something what a loop without an exception handler does: logs it, at level ERROR, by the {@code System.Logger}
     * named {@code dev.fermata.asyncio}. For handlers that take some of what they are given, and leave the rest; asyncio's
     * {@code default_exception_handler}.
     *
     * @param context what happened
     */
    void defaultExceptionHandler(ErrorContext context);

    /**
     * Has thread-locals follow the tasks and callbacks that are made from now on.
     *
     * @param bridge the thread-locals, or null for none
     */
    void setThreadLocalBridge(@Nullable ThreadLocalBridge bridge);

    /**
     * In debug mode slow callbacks are reported, see {@link #setSlowCallbackDuration}. It is on from the start if the system
     * property {@code fermata.debug} is {@code true}. What asyncio checks in debug mode only, as the thread of a call, is
     * checked always.
     *
     * @param on whether
     */
    void setDebug(boolean on);

    /**
     * Tells whether it is in debug mode.
     *
     * @return true if it is
     */
    boolean isDebug();

    /**
     * Sets how long a callback or a step of a task may keep all others waiting. What takes longer is logged twice: while it
     * blocks, once, with the line that it has come to and the stack of the loop's thread, read by a daemon thread; and when
     * it has ended, with the time that it took. Works with and without debug mode.
     *
     * @param limit how long; null for the default, which is 100 ms in debug mode and no watch at all otherwise
     */
    void setSlowCallbackDuration(@Nullable Duration limit);

    /**
     * Returns how long a callback or a step may take.
     *
     * @return the limit in force, or null if nothing is watched
     */
    @Nullable
    Duration slowCallbackDuration();

    /** As {@link #callSoonThreadsafe}: a loop is an executor for callbacks of other libraries. */
    @Override
    void execute(Runnable command);
}
