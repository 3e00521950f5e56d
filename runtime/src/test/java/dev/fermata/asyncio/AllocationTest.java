package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Coroutine;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the loop allocates for a task, counted by the JVM for this thread: the same on a busy machine. Interpreted code allocates
 * what is written, compiled code that or less, so these are upper limits. References of 4 bytes, as heaps below 32 GB have them.
 */
final class AllocationTest extends LoopTestCase {
    private static final int MANY = 10_000;
    private static final int TASK = 56;
    private static final int CANCELLATION = 2 * 24 + 40 + 48 + 16 + 24 + 2 * 16;

    /** For what grows by doubling, and for the first use of a class. */
    private static final int SLACK = 4;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The ready queue has room then, and all classes are there. */
    @BeforeEach
    void warmUp() {
        start(coroutines(() -> Asyncio.sleep(Duration.ZERO)));
        turns(2);
        assertThat(loop.allTasks()).isEmpty();
    }

    private static List<Coroutine<Void>> coroutines(Supplier<Coroutine<Void>> one) {
        List<Coroutine<Void>> coroutines = new ArrayList<>(MANY);
        for (int number = 0; number < MANY; number++) {
            coroutines.add(one.get());
        }
        return coroutines;
    }

    private void start(List<Coroutine<Void>> coroutines) {
        for (Coroutine<Void> coroutine : coroutines) {
            loop.createTask(coroutine);
        }
    }

    /** Bytes for each of many. */
    private double allocated(Runnable work) {
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) MANY;
    }

    @Test
    void a_task_is_one_object() {
        List<Coroutine<Void>> coroutines = coroutines(() -> Asyncio.sleep(Duration.ZERO));

        assertThat(allocated(() -> start(coroutines))).isBetween((double) TASK, (double) TASK + SLACK);
        turns(2);
    }

    /** In the list of the group, 4 bytes, which has room for half as many again, with those that it grew from: three times that. */
    @Test
    void a_task_of_a_group_takes_its_place_in_a_list_and_nothing_else() {
        List<Coroutine<Void>> coroutines = coroutines(() -> Asyncio.sleep(Duration.ZERO));
        double[] made = new double[1];
        loop.createTask(TaskGroup.run(group ->
                Steps.steps().run(() -> made[0] = allocated(() -> coroutines.forEach(group::createTask)))));
        turn();

        assertThat(made[0]).isBetween((double) TASK, TASK + 3.0 * 6 + SLACK);
        assertThat(allocated(() -> turns(2))).as("ending").isLessThan(SLACK);
        turns(2);
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    void a_switch_allocates_nothing() {
        start(coroutines(() -> Asyncio.sleep(Duration.ZERO)));

        assertThat(allocated(() -> turns(2))).isLessThan(SLACK);
    }

    @Test
    void a_task_that_sleeps_takes_its_place_in_the_heap_and_nothing_else() {
        start(coroutines(() -> Asyncio.sleep(Duration.ofHours(1))));

        // Three arrays of 16 bytes for an entry, with those that they grew from: at most four times that.
        assertThat(allocated(this::turn)).isLessThan(4 * 16 + SLACK);
        clock.advance(Duration.ofHours(1));
        assertThat(allocated(() -> turns(2))).as("waking").isLessThan(4 * 16 + SLACK);
        assertThat(loop.allTasks()).isEmpty();
    }

    /**
     * A request and what it ends by, 24 bytes each, the details of the task, 40, the error, 48, its trace, which is empty here, 16,
     * from an array of 24, and the smaller arrays of the heap. If the loop's stack were walked for it, that would be hundreds more.
     */
    @Test
    void a_task_that_is_cancelled_walks_no_stack() {
        start(coroutines(() -> Asyncio.sleep(Duration.ofHours(1))));
        turn();
        List<Task<?>> tasks = List.copyOf(loop.allTasks());

        assertThat(allocated(() -> {
                    tasks.forEach(Task::cancel);
                    turn();
                }))
                .isLessThan(CANCELLATION + SLACK);
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    void tasks_that_await_a_promise_take_nothing_for_it() {
        Promise<Void> promise = loop.createPromise();
        start(coroutines(promise::asCoroutine));

        assertThat(allocated(this::turn)).isLessThan(SLACK);
        promise.setResult(null);
        assertThat(allocated(this::turn)).as("waking").isLessThan(SLACK);
        assertThat(loop.allTasks()).isEmpty();
    }

    /** There are two lists of them, with 4 bytes for each. */
    @Test
    void coroutines_that_are_gathered_are_put_into_no_table() {
        loop.createTask(Asyncio.gather(coroutines(() -> Asyncio.sleep(Duration.ZERO))));

        assertThat(allocated(this::turn)).isLessThan(TASK + 2 * 4 + SLACK);
        turns(5);
        assertThat(loop.allTasks()).isEmpty();
    }

    /** There is the list of them, 4 bytes for each. */
    @Test
    void tasks_that_are_gathered_are_put_into_no_table() {
        Promise<Void> promise = loop.createPromise();
        start(coroutines(promise::asCoroutine));
        turn();
        loop.createTask(Asyncio.gather(loop.allTasks()));

        assertThat(allocated(this::turn)).isLessThan(4 + SLACK);
        promise.setResult(null);
        turns(3);
        assertThat(loop.allTasks()).isEmpty();
    }
}
