package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.StopAsyncIteration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Statement 117 of the asyncio semantics. */
final class AsCompletedTest extends LoopTestCase {
    private static final Duration LIMIT = Duration.ofMillis(10);

    private AsyncIterator<Task<Object>> completions;

    private Task<Object> sleeping(long millis, Object name) {
        return loop.createTask(steps("sleeping")
                .awaits(Asyncio.sleep(Duration.ofMillis(millis)))
                .returns(name));
    }

    /** In a task: {@code for (Task<Object> it : Asyncio.asCompleted(..)) log.add(it);}, {@code count} times at most. */
    private Steps iterating(Supplier<AsyncIterator<Task<Object>>> source, int count) {
        Steps steps = steps().run(() -> completions = source.get());
        for (int number = 0; number < count; number++) {
            steps.awaits(() -> completions.anext()).then(it -> log.add(it));
        }
        return steps;
    }

    private AsyncIterator<Task<Object>> of(List<? extends Awaitable<Object>> awaitables) {
        return Asyncio.asCompleted(awaitables).iterator();
    }

    private void assertExhausted() {
        assertThatThrownBy(() -> run(steps().awaits(() -> completions.anext()))).isInstanceOf(StopAsyncIteration.class);
    }

    /** Statement 117; CPython: test_tasks.BaseTaskTests.test_as_completed, test_as_completed_same_tasks_in_as_out. */
    @Test
    void tasks_areGivenAsTheyAre_inTheOrderInWhichTheyEnd() {
        Task<Object> slow = sleeping(3, "slow");
        Task<Object> quick = sleeping(1, "quick");
        Task<Object> middling = sleeping(2, "middling");
        run(iterating(() -> of(List.of(slow, quick, middling)), 3));
        assertThat(log).containsExactly(quick, middling, slow);
        assertExhausted();
    }

    /** Statement 117; CPython: test_tasks.BaseTaskTests.test_as_completed_coroutine_with_loop. */
    @Test
    void coroutinesAndPromises_becomeTasks_atOnce() {
        Promise<Object> promise = promise();
        promise.setResult("promise");
        run(steps().run(() -> completions = of(List.of(
                        steps().run(() -> log.add("started"))
                                .turn()
                                .turn()
                                .turn()
                                .returns("coroutine"),
                        promise)))
                .turn()
                .run(() -> assertThat(log).containsExactly("started"))
                .awaits(() -> completions.anext())
                .then(it -> log.add(((Task<?>) it).result()))
                .awaits(() -> completions.anext())
                .then(it -> log.add(((Task<?>) it).result())));
        assertThat(log).containsExactly("started", "promise", "coroutine");
    }

    /** Statement 117: failures are in the tasks. */
    @Test
    void failuresAndCancellations_areGivenAsTasks() {
        Task<Object> cancelled = sleeping(1, "lost");
        run(iterating(() -> of(List.of(steps().fails(new RuntimeException()), cancelled)), 1)
                .run(cancelled::cancel)
                .awaits(() -> completions.anext())
                .then(it -> log.add(it)));
        assertThat(log).hasSize(2).last().isSameAs(cancelled);
        assertThat(((Task<?>) log.get(0)).exception()).isInstanceOf(RuntimeException.class);
    }

    /** Statement 117; CPython: test_tasks.BaseTaskTests.test_as_completed_with_timeout. */
    @Test
    void outOfTime_theRestIsAnError_andKeepsRunning() {
        Task<Object> quick = sleeping(5, "quick");
        Task<Object> slow = sleeping(15, "slow");
        run(iterating(() -> Asyncio.asCompleted(List.of(slow, quick), LIMIT).iterator(), 1));
        assertThat(log).containsExactly(quick);
        assertThatThrownBy(() -> run(steps().awaits(() -> completions.anext())))
                .isInstanceOf(AsyncTimeoutException.class)
                .hasMessage("timed out after PT0.01S");
        assertExhausted();
        assertThat(slow.isDone()).isFalse();
        assertThat(loop.runUntilComplete(slow)).isEqualTo("slow");
    }

    /** Statement 117: what ended in time and was not asked for yet is given first. */
    @Test
    void outOfTime_whatIsDoneIsStillGiven() {
        Task<Object> quick = sleeping(5, "quick");
        Task<Object> slow = sleeping(20, "slow");
        run(steps().run(() -> completions =
                        Asyncio.asCompleted(List.of(slow, quick), LIMIT).iterator())
                .awaits(Asyncio.sleep(Duration.ofMillis(15)))
                .awaits(() -> completions.anext())
                .then(it -> log.add(it)));
        assertThat(log).containsExactly(quick);
        assertThatThrownBy(() -> run(steps().awaits(() -> completions.anext())))
                .isInstanceOf(AsyncTimeoutException.class);
    }

    /** Statement 117. */
    @Test
    void inTime_leavesNoTimer() {
        run(iterating(() -> Asyncio.asCompleted(List.of(steps()), LIMIT).iterator(), 1));
        run(iterating(() -> Asyncio.asCompleted(List.<Steps>of(), LIMIT).iterator(), 0));
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 117; CPython: test_tasks.BaseTaskTests.test_as_completed_resume_iterator. */
    @Test
    void aLoopThatWasLeft_canBeGoneOnWith() {
        List<Task<Object>> tasks = List.of(sleeping(1, 1), sleeping(2, 2), sleeping(3, 3));
        run(steps().run(() -> {
            var iterable = Asyncio.asCompleted(tasks);
            completions = iterable.iterator();
            assertThat(iterable.iterator()).isSameAs(completions);
        }));
        run(steps().awaits(() -> completions.anext()).then(it -> log.add(it)));
        run(steps().awaits(() -> completions.anext())
                .then(it -> log.add(it))
                .awaits(() -> completions.anext())
                .then(it -> log.add(it)));
        assertThat(log).containsExactlyElementsOf(tasks);
        assertExhausted();
    }

    /** Statement 117; CPython: test_tasks.BaseTaskTests.test_as_completed_duplicate_coroutines. */
    @Test
    void onesThatAreGivenTwice_areGivenOnce() {
        Steps twice = steps().run(() -> log.add("ran"));
        run(iterating(() -> of(List.of(twice, twice)), 1));
        assertThat(log).hasSize(2).first().isEqualTo("ran");
        assertExhausted();
    }

    /** Statement 117: unlike asyncio's, where one is lost. */
    @Test
    void aCancelledWait_losesNothing() {
        Task<Object> task = sleeping(5, "value");
        run(steps().run(() -> completions = of(List.of(task))));
        Task<Object> waiter = loop.createTask(iteratingNext());
        turn();
        waiter.cancel();
        turn();
        assertThat(waiter.isCancelled()).isTrue();
        assertThat(task.isDone()).isFalse();
        run(iteratingNext());
        assertThat(log).containsExactly(task);
    }

    /** A waiter that was woken, and is cancelled before it runs, wakes the next one. */
    @Test
    void aWaiterThatIsWokenAndCancelled_handsOn() {
        Promise<Object> promise = promise();
        Task<Object> task = loop.createTask(steps().awaits(promise));
        run(steps().run(() -> completions = of(List.of(task, sleeping(5, "other")))));
        Task<Object> first = loop.createTask(iteratingNext());
        Task<Object> second = loop.createTask(iteratingNext());
        turn();
        promise.setResult(null);
        turn();
        loop.callSoon(first::cancel); // after taskDone(), before the step of the first
        turn();
        turns(3);
        assertThat(first.isCancelled()).isTrue();
        assertThat(second.isDone()).isTrue();
        assertThat(log).containsExactly(task);
    }

    private Steps iteratingNext() {
        return steps().awaits(() -> completions.anext()).then(it -> log.add(it));
    }

    /** Two who wait share what comes, each task once; those who are left when the time is up get the error. */
    @Test
    void severalWaiters_shareWhatComes() {
        run(steps().run(() -> completions = Asyncio.asCompleted(
                        List.of(sleeping(1, 1), sleeping(2, 2), sleeping(99, 3), sleeping(99, 4)), LIMIT)
                .iterator()));
        List<Task<Object>> waiters = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            waiters.add(loop.createTask(iteratingNext().catching(AsyncTimeoutException.class, it -> log.add("late"))));
        }
        loop.runUntilComplete(Asyncio.wait(waiters, WaitOptions.allCompleted()));
        assertThat(log).hasSize(4).endsWith("late", "late").doesNotContainNull();
        assertThat(log.subList(0, 2)).doesNotHaveDuplicates().hasOnlyElementsOfType(Task.class);
    }

    /** Statement 117: the wait is cancelled, not the tasks. */
    @Test
    void aCancelledLoop_leavesTheTasksRunning() {
        Task<Object> task = sleeping(5, "value");
        Task<Object> waiter = loop.createTask(iterating(() -> of(List.of(task)), 1));
        turns(2);
        waiter.cancel("outside");
        turn();
        assertThatThrownBy(waiter::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        assertThat(task.cancelling()).isZero();
    }

    /** Statement 117; CPython: test_tasks.BaseTaskTests.test_as_completed_coroutine_without_loop. */
    @Test
    void outsideALoop_isRefused() {
        assertThatThrownBy(() -> Asyncio.asCompleted(List.of(steps())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop");
    }

    /** Statement 117. */
    @Test
    void onesOfAnotherLoop_areRefused_beforeAnythingStarts() {
        try (EventLoop other = EventLoop.create()) {
            run(steps().run(() -> assertThatThrownBy(
                            () -> Asyncio.asCompleted(List.of(steps(), other.<Object>createPromise())))
                    .isInstanceOf(IllegalArgumentException.class)));
            assertThat(loop.allTasks()).isEmpty();
        }
    }
}
