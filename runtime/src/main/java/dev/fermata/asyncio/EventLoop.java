package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
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
     * Makes a loop.
     *
     * @return a new loop that does not run
     */
    static EventLoop create() {
        return new BaseEventLoop(new ParkedThread());
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
     * Ends the loop for good; drops what is planned, and reports failures that nobody retrieved. Again: no effect.
     *
     * @throws IllegalStateException if it runs
     */
    @Override
    void close();

    /**
     * Makes a task of a coroutine: it starts in the next turn. The loop keeps it until it is done.
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
     * Makes a promise of this loop.
     *
     * @param <T> what it will give
     * @return a pending promise
     */
    <T extends @Nullable Object> Promise<T> createPromise();

    /**
     * Calls something in the next turn.
     *
     * @param callback what to call
     * @return a handle to take it back
     */
    Handle callSoon(Runnable callback);

    /**
     * As {@link #callSoon}, from any thread; wakes the loop. What one thread gives keeps its order.
     *
     * @param callback what to call
     * @return a handle, to be cancelled in the loop's thread
     */
    Handle callSoonThreadsafe(Runnable callback);

    /**
     * Calls something after a delay.
     *
     * @param delay how long; negative counts as zero
     * @param callback what to call
     * @return a handle to take it back
     */
    TimerHandle callLater(Duration delay, Runnable callback);

    /**
     * Calls something at a time.
     *
     * @param nanos when, by {@link #time}
     * @param callback what to call
     * @return a handle to take it back
     */
    TimerHandle callAt(long nanos, Runnable callback);

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
     * @param executor where
     * @param callable what
     * @return a promise of its outcome
     */
    <T extends @Nullable Object> Promise<T> runInExecutor(Executor executor, Callable<T> callable);

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
     * In debug mode the loop logs each step that took it more than 100 ms, with its name.
     *
     * @param on whether
     */
    void setDebug(boolean on);

    /** As {@link #callSoonThreadsafe}: a loop is an executor for callbacks of other libraries. */
    @Override
    void execute(Runnable command);
}
