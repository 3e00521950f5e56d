package dev.fermata.asyncio;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Closes all async generators of a loop side by side, and reports those that fail. */
final class AsyncGeneratorShutdown extends Coroutine<Void> implements PromiseWait {
    private static final int WAITING = 1;

    private final BaseEventLoop loop;
    private final List<Task<?>> tasks = new ArrayList<>();
    private List<AsyncGenerator<?>> generators = List.of();
    private @Nullable Promise<@Nullable Object> closed;
    private int unfinished;

    private AsyncGeneratorShutdown(BaseEventLoop loop) {
        this.loop = loop;
    }

    /** Declared so for the same reason as {@link Wait#of}. */
    static Coroutine<Void> of(BaseEventLoop loop) {
        return new AsyncGeneratorShutdown(loop);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            waited(machine, Objects.requireNonNull(closed));
            report();
            return null;
        }
        generators = loop.generators().shutDown();
        if (generators.isEmpty()) {
            return null;
        }
        Promise<@Nullable Object> allDone = loop.createPromise();
        closed = allDone;
        unfinished = generators.size();
        for (AsyncGenerator<?> generator : generators) {
            Task<Void> task = loop.createTask(generator.aclose());
            tasks.add(task);
            task.addDoneCallback(done -> {
                if (--unfinished == 0 && !allDone.isDone()) {
                    allDone.setResult(null);
                }
            });
        }
        machine.yield(allDone);
        return machine.suspend(this, WAITING);
    }

    /** As gather() does, it passes a cancellation on. */
    private void waited(Machine machine, Promise<?> allDone) {
        try {
            machine.resumed();
            allDone.resultFor(this);
        } catch (Throwable cancelled) {
            tasks.forEach(Task::cancel);
            throw cancelled;
        }
    }

    private void report() {
        for (int i = 0; i < tasks.size(); i++) {
            Task<?> task = tasks.get(i);
            Throwable failure = task.isCancelled() ? null : task.exception();
            if (failure != null) {
                loop.report(new ErrorContext(
                        "an error occurred during closing of asynchronous generator " + generators.get(i),
                        failure,
                        null,
                        null,
                        null));
            }
        }
    }
}
