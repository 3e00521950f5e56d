package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * One run of a program in one order. Before each step of a task something is chosen: which of those that are ready runs next,
 * or, as long as there are cancels left, which of the tasks that may be cancelled is cancelled here.
 */
public final class Interleaving {
    /** More turns than any program of these tests takes; one that takes more does not end. */
    private static final int TURNS = 500;

    private final IntUnaryOperator choice;
    private final boolean permuted;
    private final BaseEventLoop loop;
    private final List<Task<?>> tasks = new ArrayList<>();
    private final List<Task<?>> victims = new ArrayList<>();
    private int cancels;
    private int ready;

    /** {@code choice} gives a number less than the one that it is given. */
    Interleaving(IntUnaryOperator choice, boolean permuted, int cancels) {
        this.choice = choice;
        this.permuted = permuted;
        this.cancels = cancels;
        this.loop = new BaseEventLoop(new ManualClock(), new PermutedQueue(this::next));
    }

    /** Starts a task that nobody cancels. */
    public <T> Task<T> start(Coroutine<T> coroutine) {
        Task<T> task = loop.createTask(coroutine);
        tasks.add(task);
        return task;
    }

    /** Starts a task that may be cancelled anywhere, once. */
    public <T> Task<T> startVictim(Coroutine<T> coroutine) {
        Task<T> task = start(coroutine);
        victims.add(task);
        return task;
    }

    /** Runs until nothing is ready any more, and nobody who waits is to be cancelled. Who is not done then waits for ever. */
    public void runUntilQuiet() {
        int turns = 0;
        do {
            do {
                if (turns++ == TURNS) {
                    throw new AssertionError("does not end");
                }
                ready = 0;
                loop.stop();
                loop.runForever();
            } while (ready > 0);
        } while (cancelOne());
        for (Task<?> task : tasks) { // what failed is not what was to be seen
            if (task.isDone() && !task.isCancelled() && task.exception() != null) {
                throw new AssertionError("failed: " + task, task.exception());
            }
        }
    }

    /** Those that wait for ever. */
    public List<Task<?>> stuck() {
        return tasks.stream().filter(it -> !it.isDone()).toList();
    }

    void close() {
        loop.close();
    }

    private int next(int candidates) {
        ready = candidates;
        int runnable = permuted ? candidates : 1;
        for (; ; ) {
            int chosen = choose(runnable);
            if (chosen < runnable) {
                return chosen;
            }
        }
    }

    /** When all is quiet. */
    private boolean cancelOne() {
        return choose(1) > 0;
    }

    /** Chooses one of {@code others}, or cancels somebody: then the answer is larger. What that makes ready runs later. */
    private int choose(int others) {
        List<Task<?>> cancellable = cancels == 0
                ? List.of()
                : victims.stream().filter(it -> !it.isDone()).toList();
        int chosen = choice.applyAsInt(others + cancellable.size());
        if (chosen >= others) {
            cancels--;
            cancellable.get(chosen - others).cancel();
        }
        return chosen;
    }
}
