package dev.fermata.asyncio.sync;

import static dev.fermata.asyncio.sync.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AsyncBarrierTest extends SyncTestCase {
    private final AsyncBarrier barrier = new AsyncBarrier(3);

    private List<Task<Integer>> arrive(int count) {
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            tasks.add(start(barrier.waitFor()));
        }
        return tasks;
    }

    private static void assertBroken(Task<?> task) {
        assertThat(failure(task)).isInstanceOf(BrokenBarrierException.class);
    }

    /** CPython: test_locks.BarrierTests.test_barrier_parties. */
    @Test
    void parties_areOneOrMore() {
        assertThatThrownBy(() -> new AsyncBarrier(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a barrier cannot have 0 parties; give 1 or more");
        assertThat(barrier.parties()).isEqualTo(3);
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_filling_one_task, test_filling_one_task_twice. */
    @Test
    void aBarrierForOne_doesNotSuspend() {
        AsyncBarrier alone = new AsyncBarrier(1);
        assertThat(alone.waitFor().send(null)).isEqualTo(new Coroutine.Step.Returned<>(0));
        assertThat(alone.waitFor().send(null)).isEqualTo(new Coroutine.Step.Returned<>(0));
        assertThat(alone.waiting()).isZero();
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_filling_task_by_task. */
    @Test
    void whoArrives_waitsForTheLast() {
        List<Task<Integer>> tasks = arrive(2);
        turns(3);
        assertThat(barrier.waiting()).isEqualTo(2);
        assertThat(tasks).noneMatch(Task::isDone);
        tasks.addAll(arrive(1));
        turns(2);
        assertThat(tasks).allMatch(Task::isDone);
        assertThat(barrier.waiting()).isZero();
        assertThat(barrier.isBroken()).isFalse();
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_filling_tasks_check_return_value. */
    @Test
    void eachGetsANumber_inTheOrderOfArrival() {
        List<Task<Integer>> tasks = arrive(3);
        turns(2);
        assertThat(tasks).extracting(Task::result).containsExactly(0, 1, 2);
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_filling_tasks_wait_twice. */
    @Test
    void itFillsAgain_whenItHasDrained() {
        List<Task<Integer>> tasks = arrive(6);
        turns(4);
        assertThat(tasks).extracting(Task::result).containsExactly(0, 1, 2, 0, 1, 2);
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_draining_state. */
    @Test
    void whileItDrains_nobodyWaitsForOthers() {
        arrive(2);
        turn();
        start(steps().awaits(barrier::waitFor).run(() -> log.add(barrier.waiting())));
        turn();
        assertThat(log).containsExactly(0);
        assertThat(barrier).hasToString("AsyncBarrier draining, waiters: 0/3");
        turn();
        assertThat(barrier).hasToString("AsyncBarrier filling, waiters: 0/3");
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_blocking_tasks_while_draining. */
    @Test
    void whoArrivesWhileItDrains_waitsUntilItFills() {
        List<Task<Integer>> first = arrive(3);
        List<Task<Integer>> early = arrive(1);
        turn();
        assertThat(first.get(2).result()).isEqualTo(2);
        assertThat(barrier.waiting()).isZero();
        turn();
        assertThat(first).allMatch(Task::isDone);
        turn();
        assertThat(barrier.waiting()).isEqualTo(1);
        assertThat(early.get(0).isDone()).isFalse();
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_filling_tasks_cancel_one. */
    @Test
    void aCancelledWaiter_isOneLess() {
        List<Task<Integer>> tasks = arrive(2);
        turn();
        tasks.get(0).cancel();
        turn();
        assertThat(barrier.waiting()).isEqualTo(1);
        assertThat(tasks.get(0).isCancelled()).isTrue();
        List<Task<Integer>> later = arrive(2);
        turns(2);
        assertThat(tasks.get(1).result()).isZero();
        assertThat(later).extracting(Task::result).containsExactly(1, 2); // CPython gives 1, 1, 2
    }

    /** Unlike in CPython, where it counts until it has run. */
    @Test
    void aCancelledWaiter_doesNotCountEvenBeforeItRuns() {
        List<Task<Integer>> tasks = arrive(2);
        turn();
        List<Task<Integer>> third = arrive(1); // runs before the cancelled one
        tasks.get(0).cancel();
        turns(2);
        assertThat(tasks.get(1).isDone()).isFalse();
        assertThat(third.get(0).isDone()).isFalse();
        assertThat(barrier.waiting()).isEqualTo(2);
        arrive(1);
        turns(2);
        assertThat(tasks.get(1).result()).isZero();
        assertThat(third.get(0).result()).isEqualTo(1);
    }

    /** Statement 134: it is too late to cancel the others' release. */
    @Test
    void aWaiterThatIsCancelledAfterItWasReleased_doesNotHoldTheOthers() {
        List<Task<Integer>> tasks = arrive(3);
        turn();
        tasks.get(0).cancel();
        turn();
        assertThat(tasks.get(0).isCancelled()).isTrue();
        assertThat(tasks.get(1).result()).isEqualTo(1);
        assertThat(tasks.get(2).result()).isEqualTo(2);
        assertThat(barrier).hasToString("AsyncBarrier filling, waiters: 0/3");
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_reset_barrier. */
    @Test
    void reset_ofAnEmptyBarrier_changesNothing() {
        run(barrier.reset());
        assertThat(barrier.isBroken()).isFalse();
        assertThat(barrier.waiting()).isZero();
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_reset_barrier_while_tasks_waiting. */
    @Test
    void reset_breaksThoseWhoWait_andTheBarrierFillsAgain() {
        List<Task<Integer>> tasks = arrive(2);
        turn();
        run(barrier.reset());
        turns(2);
        tasks.forEach(AsyncBarrierTest::assertBroken);
        assertThat(barrier.isBroken()).isFalse();
        List<Task<Integer>> again = arrive(3);
        turns(2);
        assertThat(again).extracting(Task::result).containsExactly(0, 1, 2);
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_reset_barrier_while_tasks_waiting_and_waiting_again. */
    @Test
    void whoArrivesWhileItIsReset_waitsUntilItFills() {
        List<Task<Integer>> tasks = arrive(2);
        turn();
        List<Task<Integer>> early = new ArrayList<>();
        start(steps().awaits(barrier::reset).run(() -> early.addAll(arrive(3))));
        turns(4);
        tasks.forEach(AsyncBarrierTest::assertBroken);
        assertThat(early).extracting(Task::result).containsExactly(0, 1, 2);
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_reset_barrier_when_tasks_half_draining. */
    @Test
    void reset_whileItDrains_breaksThoseThatHaveNotGoneOn() {
        List<Task<Integer>> tasks = arrive(3);
        turn();
        run(steps().awaits(barrier::reset)); // its task runs after the two that were woken
        assertThat(tasks).extracting(Task::result).containsExactly(0, 1, 2);

        List<Task<Integer>> again = arrive(2);
        turn();
        start(steps().awaits(barrier::waitFor).awaits(barrier::reset));
        turns(2);
        again.forEach(AsyncBarrierTest::assertBroken);
        assertThat(barrier).hasToString("AsyncBarrier filling, waiters: 0/3");
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_abort_barrier. */
    @Test
    void abort_breaksIt_untilItIsReset() {
        run(barrier.abort());
        assertThat(barrier.isBroken()).isTrue();
        assertThatThrownBy(() -> run(barrier.waitFor()))
                .isInstanceOf(BrokenBarrierException.class)
                .hasMessage("Barrier aborted");
        run(barrier.reset());
        assertThat(barrier.isBroken()).isFalse();
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_abort_barrier_when_exception. */
    @Test
    void abort_breaksThoseWhoWait() {
        List<Task<Integer>> tasks = arrive(2);
        turn();
        run(barrier.abort());
        turn();
        tasks.forEach(AsyncBarrierTest::assertBroken);
        assertThat(barrier.isBroken()).isTrue();
        assertThat(failure(tasks.get(0))).hasMessage("Abort or reset of barrier");
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_abort_barrier_when_tasks_half_draining_half_blocking. */
    @Test
    void abort_breaksThoseThatHaveNotGoneOn_andThoseThatWaitForItToFill() {
        List<Task<Integer>> tasks = arrive(2);
        turn();
        start(steps().awaits(barrier::waitFor)
                .run(() -> tasks.addAll(arrive(2)))
                .turn()
                .awaits(barrier::abort));
        turns(4);
        assertThat(tasks.subList(0, 2)).extracting(Task::result).containsExactly(0, 1);
        tasks.subList(2, 4).forEach(AsyncBarrierTest::assertBroken);
        assertThat(barrier.isBroken()).isTrue();
    }

    /** Statement 134; CPython: test_locks.BarrierTests.test_abort_barrier_when_exception_then_resetting. */
    @Test
    void reset_mendsABrokenBarrier() {
        List<Task<Integer>> tasks = arrive(2);
        turn();
        run(steps().awaits(barrier::abort).awaits(barrier::reset));
        turns(2);
        tasks.forEach(AsyncBarrierTest::assertBroken);
        List<Task<Integer>> again = arrive(3);
        turns(2);
        assertThat(again).extracting(Task::result).containsExactly(0, 1, 2);
    }

    /** As in CPython. */
    @Test
    void partiesThatGoRound_getTheSameNumbersAsInPython() {
        AsyncBarrier two = new AsyncBarrier(2);
        for (String name : new String[] {"a", "b"}) {
            Steps rounds = steps();
            for (int round = 0; round < 3; round++) {
                rounds.awaits(two::waitFor).then(number -> log.add(name + number));
            }
            start(rounds);
        }
        turns(6);
        assertThat(log).containsExactly("b1", "a0", "b1", "a0", "b1", "a0");
    }

    /** In CPython it goes to the end of the line. */
    @Test
    void whoFindsItDrainingAgain_keepsItsPlace() {
        AsyncBarrier two = new AsyncBarrier(2);
        for (String name : new String[] {"a", "b", "early"}) {
            logging(name, two::waitFor);
        }
        turn();
        for (String name : new String[] {"c", "d", "late"}) {
            logging(name, two::waitFor);
        }
        turns(5);
        assertThat(log).containsExactly("b", "a", "d", "c", "late", "early"); // the last one to arrive goes on first
    }
}
