package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the tasks of a loop, and keeps those that are not done: nobody else has to hold on to a task. */
final class Tasks {
    private final BaseEventLoop loop;
    private final TaskList pending = new TaskList();
    private final EagerSteps eagerSteps;
    private int created;

    Tasks(BaseEventLoop loop) {
        this.loop = loop;
        this.eagerSteps = new EagerSteps(loop);
    }

    /**
     * Makes a task, which begins in the next turn, or now if it is eager and the loop runs here. {@code made} gets it before
     * it has done anything.
     */
    <T extends @Nullable Object> Task<T> create(
            Coroutine<T> coroutine, TaskOptions options, Consumer<? super Task<T>> made) {
        boolean entered = loop.confinement.thread() == Thread.currentThread();
        CurrentContext creator = entered ? loop.contexts : CurrentContext.ofThread();
        ThreadLocalBridge bridge = loop.bridge;
        Context context =
                options.context == null ? creator.capture(bridge) : CurrentContext.given(options.context, bridge);
        Task<T> task = new Task<>(loop, coroutine, ++created, context);
        if (options.name != null) {
            task.setName(options.name);
        }
        pending.add(task);
        made.accept(task);
        if (options.eager && CurrentLoop.running() == loop) {
            eagerSteps.start(task);
        } else {
            loop.schedule(task);
        }
        return task;
    }

    /**
     * Makes a task and runs it to its first suspension within whatever runs now. It throws nothing: an error of the virtual
     * machine, which leaves the loop, does so in the next turn.
     */
    <T extends @Nullable Object> Task<T> start(Coroutine<T> coroutine) {
        Task<T> task = new Task<>(loop, coroutine, ++created, loop.contexts.capture(loop.bridge));
        pending.add(task);
        try {
            eagerSteps.run(task);
        } catch (VirtualMachineError fatal) {
            loop.callSoon(() -> {
                throw fatal;
            });
        }
        return task;
    }

    void ended(Task<?> task) {
        pending.remove(task);
    }

    /** Those that are not done, in order of creation. */
    Set<Task<?>> snapshot() {
        return pending.snapshot();
    }
}
