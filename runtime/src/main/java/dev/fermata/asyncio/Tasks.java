package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.FrameProbe;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the tasks of a loop, and keeps those that are not done: nobody else has to hold on to a task. */
final class Tasks {
    private final BaseEventLoop loop;
    private final TaskList pending = new TaskList();

    /** Made for the first eager task: each program's start would pay for the class. */
    private @Nullable EagerSteps eagerSteps;

    private int created;
    private @Nullable TaskFactory factory;

    /** The coroutine that the factory makes a task of at present. */
    private @Nullable Coroutine<?> asked;

    Tasks(BaseEventLoop loop) {
        this.loop = loop;
    }

    void setFactory(@Nullable TaskFactory factory) {
        this.factory = factory;
    }

    @Nullable
    TaskFactory factory() {
        return factory;
    }

    /**
     * Makes a task, or has the factory make it. It begins in the next turn, or now if it is eager and the loop runs here.
     * {@code made} gets it before it has done anything.
     */
    <T extends @Nullable Object> Task<T> create(
            Coroutine<T> coroutine, TaskOptions options, @Nullable Consumer<? super Task<?>> made) {
        return factory == null
                ? make(coroutine, options, made)
                : ask(factory, coroutine, options, new TaskRequest(false, made));
    }

    /**
     * Makes a task and runs it to its first suspension within whatever runs now. It throws nothing but what a factory does: an
     * error of the virtual machine, which leaves the loop, does so in the next turn.
     */
    <T extends @Nullable Object> Task<T> start(Coroutine<T> coroutine) {
        return factory == null
                ? startNow(coroutine, TaskOptions.defaults(), null)
                : ask(factory, coroutine, TaskOptions.defaults().eager(), new TaskRequest(true, null));
    }

    /** As a factory wants it. */
    <T extends @Nullable Object> Task<T> make(Coroutine<T> coroutine, TaskOptions options) {
        TaskRequest request = options.request;
        if (request == null) {
            return make(coroutine, options, null);
        }
        return request.inline && options.eager
                ? startNow(coroutine, options, request::made)
                : make(coroutine, options, request::made);
    }

    private <T extends @Nullable Object> Task<T> ask(
            TaskFactory maker, Coroutine<T> coroutine, TaskOptions options, TaskRequest request) {
        if (coroutine == asked) {
            throw new IllegalStateException("the task factory " + maker + " has called createTask() for the coroutine"
                    + " that it was given; it makes the task with TaskFactory.standard().create(..)");
        }
        Coroutine<?> outer = asked;
        asked = coroutine;
        try {
            Task<T> task = maker.create(loop, coroutine, options.of(request));
            if (task == null || task.loop != loop) {
                throw new IllegalStateException("the task factory " + maker + " returned " + task + " to " + loop
                        + "; it returns a task of that loop, made with TaskFactory.standard().create(..)");
            }
            request.made(task);
            return task;
        } catch (Throwable refused) {
            if (!request.isFulfilled() && FrameProbe.isCreated(coroutine)) {
                coroutine.close();
            }
            throw refused;
        } finally {
            asked = outer;
        }
    }

    private <T extends @Nullable Object> Task<T> make(
            Coroutine<T> coroutine, TaskOptions options, @Nullable Consumer<? super Task<?>> made) {
        Task<T> task = pending(coroutine, options);
        if (made != null) {
            made.accept(task);
        }
        if (options.eager && CurrentLoop.running() == loop) {
            eagerSteps().start(task);
        } else {
            loop.schedule(task);
        }
        return task;
    }

    private <T extends @Nullable Object> Task<T> startNow(
            Coroutine<T> coroutine, TaskOptions options, @Nullable Consumer<? super Task<?>> made) {
        Task<T> task = pending(coroutine, options);
        if (made != null) {
            made.accept(task);
        }
        try {
            eagerSteps().run(task);
        } catch (VirtualMachineError fatal) {
            loop.callSoon(() -> {
                throw fatal;
            });
        }
        return task;
    }

    private <T extends @Nullable Object> Task<T> pending(Coroutine<T> coroutine, TaskOptions options) {
        ThreadLocalBridge bridge = loop.bridge;
        Context context =
                options.context == null ? creator().capture(bridge) : CurrentContext.given(options.context, bridge);
        Task<T> task = new Task<>(loop, coroutine, ++created, context);
        if (options.name != null) {
            task.setName(options.name);
        }
        pending.add(task);
        return task;
    }

    private CurrentContext creator() {
        return loop.here == Thread.currentThread() ? loop.contexts : CurrentContext.ofThread();
    }

    /** Whether a task runs inside the step of the one that has made it. */
    boolean runsInside() {
        return eagerSteps != null && eagerSteps.areRunning();
    }

    private EagerSteps eagerSteps() {
        EagerSteps own = eagerSteps;
        if (own == null) {
            own = new EagerSteps(loop);
            eagerSteps = own;
        }
        return own;
    }

    void ended(Task<?> task) {
        pending.remove(task);
    }

    /** Those that are not done, in order of creation. */
    Set<Task<?>> snapshot() {
        return pending.snapshot();
    }
}
