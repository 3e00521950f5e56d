package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * One run of a program in one order. Before each step of a task something is chosen: which of those that are ready runs next,
 * or, as long as there are cancels left, which of the tasks that may be cancelled is cancelled here, or, while a timer is
 * planned, that its time has come. When nothing is ready, time moves on by itself.
 */
public final class Interleaving {
    /** More turns than any program of these tests takes; one that takes more does not end. */
    private static final int TURNS = 500;

    private final IntUnaryOperator choice;
    private final boolean permuted;
    private final ManualClock clock = new ManualClock();
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
        this.loop = new BaseEventLoop(clock, new PermutedQueue(this::next), null);
    }

    Promise<Object> promise() {
        return loop.createPromise();
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

    /** Lets a task be cancelled that the program has started itself. */
    void addVictim(Task<?> task) {
        victims.add(task);
    }

    /** Asserts that no task is left, and nothing planned: those that are done have taken their timers along. */
    void assertNothingLeft() {
        assertThat(loop.allTasks()).isEmpty();
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /**
     * Runs until nothing is ready or planned any more, and nobody who waits is to be cancelled. Who is not done then waits
     * for ever.
     */
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
        } while (cancelOne() || moveTime());
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

    /** Without a word on those that are stuck: the program has looked. */
    void close() {
        loop.setExceptionHandler((loop, left) -> {});
        loop.close();
    }

    private int next(int candidates) {
        ready = candidates;
        int runnable = permuted ? candidates : 1;
        for (; ; ) {
            int chosen = choose(runnable, timersAhead());
            if (chosen < runnable) {
                return chosen;
            }
        }
    }

    /** When all is quiet. */
    private boolean cancelOne() {
        return choose(1, 0) > 0;
    }

    /** Whether a timer is planned whose time has not come yet. */
    private int timersAhead() {
        return !loop.timers.isEmpty() && loop.timers.firstTime() > clock.nanoTime() ? 1 : 0;
    }

    private boolean moveTime() {
        if (timersAhead() == 0) {
            return false;
        }
        clock.advance(Duration.ofNanos(loop.timers.firstTime() - clock.nanoTime()));
        return true;
    }

    /**
     * Chooses one of {@code others}, or moves the time, or cancels somebody: then the answer is larger. What that makes ready
     * runs later.
     */
    private int choose(int others, int moves) {
        List<Task<?>> cancellable = cancels == 0
                ? List.of()
                : victims.stream().filter(it -> !it.isDone()).toList();
        int chosen = choice.applyAsInt(others + moves + cancellable.size());
        if (chosen >= others + moves) {
            cancels--;
            cancellable.get(chosen - others - moves).cancel();
        } else if (chosen >= others) {
            moveTime();
        }
        return chosen;
    }
}
