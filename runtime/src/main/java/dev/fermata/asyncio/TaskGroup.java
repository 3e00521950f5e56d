package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.machine.FrameProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that belong together: {@link #run} ends when all of them have, and no failure is lost (asyncio.TaskGroup).
 *
 * <pre>
 *   List&lt;String&gt; pages = await(TaskGroup.run(group -&gt; {
 *       Task&lt;String&gt; first = group.createTask(fetch("a"));
 *       Task&lt;String&gt; second = group.createTask(fetch("b"));
 *       return result(List.of(await(first), await(second)));
 *   }));
 * </pre>
 *
 * <p>The first failure, of a task or of the body, cancels all others; when they have ended, {@code run} throws an
 * {@link ExceptionGroup} of all failures. A task that is merely cancelled is no failure. Cancelling the task that runs the
 * group cancels its tasks, and the {@link CancelledError} goes on once they have ended; if some failed all the same, the
 * exception group is thrown and the cancellation is delivered again at the next await; also one that the body has refused
 * without {@link Task#uncancel}.
 *
 * <pre>
 *   state      meaning                                       leaves it by
 *   OPEN       the body runs, or tasks are left              a failure, a cancellation, cancel(), the end
 *   ABORTING   the tasks were cancelled, and the body too    the end
 *   CLOSED     run() has ended
 * </pre>
 *
 * <p>Threads: that of its loop.
 */
public final class TaskGroup {
    private enum State {
        OPEN,
        ABORTING,
        CLOSED
    }

    private final CancelScope scope;
    private final LiveTasks tasks = new LiveTasks();
    private final List<Throwable> failures = new ArrayList<>();
    private final TaskListener whenDone = new WhenDone();
    private final Consumer<Task<?>> whenMade = new Watch();
    private State state = State.OPEN;
    private boolean bodyEnded;
    private boolean cancelled;

    /** A cancellation that has reached the body, or the wait for the tasks. */
    private @Nullable CancelledError interruption;

    /** What no group may hold back, see {@link EventLoop}. */
    private @Nullable VirtualMachineError fatal;

    private @Nullable Throwable bodyFailure;

    private @Nullable Promise<@Nullable Object> allDone;

    /** Enters one in the task whose step runs. */
    TaskGroup() {
        scope = CancelScope.enter(this, "TaskGroup.run()");
    }

    /**
     * Runs a body and the tasks that it starts.
     *
     * <p>Suspension: where the body does, and then until the tasks are done; they may start more meanwhile. Cancellation: see
     * above. Order: the exception group has the failures of tasks in the order in which they ended, then that of the body.
     *
     * @param <R> what the body returns
     * @param body an async lambda; it gets the group
     * @return a coroutine that returns what the body does, or null if {@link #cancel} ended the group. It fails with an
     *     {@link ExceptionGroup} if anything did; with the VirtualMachineError itself if one of the failures is one; and with
     *     an IllegalStateException when it runs outside a task
     */
    public static <R extends @Nullable Object> Coroutine<R> run(AsyncFunction<TaskGroup, R> body) {
        return new TaskGroupRun<>(Objects.requireNonNull(body, "body"));
    }

    /**
     * Starts a task in this group.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @return the task; its first step runs in the next turn
     * @throws IllegalStateException if the group has ended or is being aborted; the coroutine is closed then
     */
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, TaskOptions.defaults());
    }

    /**
     * Starts a task with a name in this group.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @param name the name
     * @return the task
     * @throws IllegalStateException as {@link #createTask(Coroutine)}
     */
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, String name) {
        if (name == null) {
            BaseEventLoop.discard(coroutine);
            throw new NullPointerException("name");
        }
        return createTask(coroutine, TaskOptions.defaults().withName(name));
    }

    /**
     * Starts a task with options in this group. One that is eager belongs to the group before its first step runs.
     *
     * @param <T> what it returns
     * @param coroutine a fresh coroutine
     * @param options name, context, and when it begins
     * @return the task
     * @throws IllegalStateException as {@link #createTask(Coroutine)}, and as {@link EventLoop#createTask(Coroutine,
     *     TaskOptions)}
     */
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, TaskOptions options) {
        requireOpen(coroutine);
        try {
            return scope.host().loop.createTask(coroutine, options, whenMade);
        } catch (Throwable refused) {
            tasks.removeIf(
                    it -> !it.isDone() && FrameProbe.isClosed(it.coroutine())); // it will not run, and so not end
            throw refused;
        }
    }

    /**
     * Starts an async lambda as a task in this group. The lambda is called in the task, so that what it throws is a failure
     * of the task.
     *
     * @param <T> what it returns
     * @param body an async lambda
     * @return the task
     * @throws IllegalStateException as {@link #createTask(Coroutine)}
     */
    public <T extends @Nullable Object> Task<T> start(AsyncSupplier<T> body) {
        return createTask(new SupplierCoroutine<>(Objects.requireNonNull(body, "body")::get));
    }

    /**
     * Ends the group early: cancels its tasks and its body, and {@link #run} returns null once they have ended, unless one
     * of them fails or somebody else has cancelled the task that runs the group. No effect if it has ended, or is being
     * aborted.
     */
    public void cancel() {
        scope.host().loop.requireThread();
        if (state == State.OPEN) {
            cancelled = true;
            abort("the task group was cancelled");
        }
    }

    @Override
    public String toString() {
        String what = switch (state) {
            case OPEN -> "open";
            case ABORTING -> "cancelling";
            case CLOSED -> "closed";
        };
        return "TaskGroup " + what + ", tasks=" + tasks.size() + ", errors=" + failures.size();
    }

    // ---- tasks

    private void requireOpen(Coroutine<?> coroutine) {
        Objects.requireNonNull(coroutine, "a coroutine was expected, got null");
        try {
            scope.host().loop.requireUsable();
            if (state == State.CLOSED || bodyEnded && tasks.isEmpty()) {
                throw new IllegalStateException(
                        this + " is finished; create tasks before the body and the last task have ended");
            }
            if (state == State.ABORTING) {
                throw new IllegalStateException(this + " is shutting down; no task can be created any more");
            }
        } catch (IllegalStateException refused) {
            coroutine.close(); // so that it does not look forgotten
            throw refused;
        }
    }

    /** A task of it has been made, and not begun. */
    void watch(Task<?> task) {
        tasks.add(task);
        task.addDoneCallback(whenDone);
        task.within(scope);
    }

    /** One for all tasks, and a class, since each program's start would pay for a lambda. */
    private final class Watch implements Consumer<Task<?>> {
        @Override
        public void accept(Task<?> task) {
            watch(task);
        }
    }

    private final class WhenDone implements TaskListener {
        @Override
        public void accept(Promise<?> task) {
            taskDone(task);
        }

        @Override
        public CancelScope scope() {
            return scope;
        }
    }

    private void taskDone(Promise<?> task) {
        tasks.ended();
        if (tasks.isEmpty() && allDone != null && !allDone.isDone()) {
            allDone.setResult(null);
        }
        Throwable failure = task.isCancelled() ? null : task.exception();
        if (failure != null) {
            failed(failure);
            if (state == State.OPEN) {
                abort("a task of the group has failed");
            }
        }
    }

    private void failed(Throwable failure) {
        if (fatal == null && failure instanceof VirtualMachineError error) {
            fatal = error;
        } else {
            failures.add(failure);
        }
    }

    private void abort(String why) {
        abort(new Cancellation(why, this, null));
        if (!bodyEnded) {
            scope.request(why);
        }
    }

    private void abort(Cancellation request) {
        state = State.ABORTING;
        for (Task<?> task : tasks.snapshot()) { // what a cancelled future calls may come back here
            task.requestCancel(request);
        }
    }

    // ---- for the coroutine that runs it

    void bodyReturned() {
        bodyEnded = true;
    }

    void bodyFailed(Throwable thrown) {
        bodyEnded = true;
        bodyFailure = thrown;
        if (state == State.OPEN) {
            abort("the body of the group has failed");
        }
    }

    /**
     * Notes a cancellation that the body did not take, or of the wait that follows it. One by somebody else is more worth
     * knowing than the own.
     */
    void interrupted(CancelledError error) {
        bodyEnded = true;
        if (interruption == null || interruption.source() == this) {
            interruption = error;
        }
        if (state == State.OPEN) {
            abort(Cancellation.of(error));
        }
    }

    /** What to wait for, or null if all tasks are done. */
    @Nullable
    Promise<@Nullable Object> rest() {
        allDone = tasks.isEmpty() ? null : scope.host().loop.createPromise();
        return allDone;
    }

    /** Ends it without waiting: nobody is there any more who could wait. */
    void abandon() {
        bodyEnded = true;
        if (state == State.OPEN) {
            abort("the coroutine that runs the group was closed");
        }
        state = State.CLOSED;
        scope.leave();
    }

    /** Ends it when all is done; returns whether {@link #cancel} did that, else throws what is to be thrown. */
    boolean end() {
        state = State.CLOSED;
        boolean others = scope.leave();
        if (bodyFailure != null) {
            failed(bodyFailure);
        }
        if (fatal != null) {
            failures.forEach(fatal::addSuppressed);
            throw fatal;
        }
        if (!failures.isEmpty()) {
            if (others) {
                scope.deliverAgain(interruption);
            }
            throw new ExceptionGroup("unhandled errors in a TaskGroup", failures);
        }
        // Without others it is the own request that has come back, if there was one.
        if (interruption != null && (others || !scope.isRequested())) {
            throw interruption;
        }
        return cancelled;
    }
}
