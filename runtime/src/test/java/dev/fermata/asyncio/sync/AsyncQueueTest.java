package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AsyncQueueTest extends SyncTestCase {
    private final AsyncQueue<Object> queue = new AsyncQueue<>();
    private final AsyncQueue<Object> one = new AsyncQueue<>(1);

    private void fill(AsyncQueue<Object> queue, Object... elements) {
        for (Object element : elements) {
            queue.putNow(element);
        }
    }

    // ---- order and size

    /** CPython: test_queues.QueueBasicTests.test_empty, test_full, test_maxsize, test_float_maxsize. */
    @Test
    void itKnowsItsSize() {
        AsyncQueue<Object> two = new AsyncQueue<>(2);
        assertThat(two.isEmpty()).isTrue();
        fill(two, 1);
        assertThat(two.isEmpty() || two.isFull()).isFalse();
        fill(two, 2);
        assertThat(two.isFull()).isTrue();
        assertThat(two.size()).isEqualTo(2);
        AsyncQueue<Object> unbounded = new AsyncQueue<>(-1);
        fill(unbounded, 1, 2, 3);
        assertThat(unbounded.isFull()).isFalse();
    }

    /** CPython: test_queues.QueueBasicTests.test_order. */
    @Test
    void itGivesTheFirstOneFirst_nullAsAnyOther() {
        fill(queue, 1, null, 3);
        assertThat(new Object[] {queue.getNow(), queue.getNow(), queue.getNow()})
                .containsExactly(1, null, 3);
    }

    /** CPython: test_queues.LifoQueueTests.test_order. */
    @Test
    void aLifoQueue_givesTheLastOneFirst() {
        AsyncQueue<Object> lifo = AsyncQueue.lifo(0);
        fill(lifo, 1, null, 3);
        assertThat(new Object[] {lifo.getNow(), lifo.getNow(), lifo.getNow()}).containsExactly(3, null, 1);
    }

    /** CPython: test_queues.PriorityQueueTests.test_order. */
    @Test
    void aPriorityQueue_givesTheLeastOneFirst_andEqualOnesInTheirOrder() {
        AsyncQueue<String> priority = AsyncQueue.priority(0, Comparator.comparing(String::length));
        for (String word : new String[] {"ccc", "b", "aaa", "bb", "a"}) {
            priority.putNow(word);
        }
        for (int left = priority.size(); left > 0; left--) {
            log.add(priority.getNow());
        }
        assertThat(log).containsExactly("b", "a", "bb", "ccc", "aaa");
    }

    @Test
    void aPriorityQueue_takesNull_ifItsOrderDoes() {
        AsyncQueue<String> priority = AsyncQueue.priority(2, Comparator.nullsFirst(Comparator.naturalOrder()));
        priority.putNow("a");
        priority.putNow(null);
        assertThat(priority.isFull()).isTrue();
        assertThat(priority.getNow()).isNull();
    }

    // ---- getting

    /** CPython: test_queues.QueueGetTests.test_blocking_get. */
    @Test
    void get_ofWhatIsThere_doesNotSuspend() {
        fill(queue, "x");
        assertThat(queue.get().send(null)).isEqualTo(new Coroutine.Step.Returned<Object>("x"));
    }

    /** CPython: test_queues.QueueGetTests.test_blocking_get_wait. */
    @Test
    void get_waitsForAnElement() {
        Task<Object> getter = start(queue.get());
        turns(2);
        assertThat(getter.isDone()).isFalse();
        fill(queue, "x");
        turn();
        assertThat(getter.result()).isEqualTo("x");
    }

    /** CPython: test_queues.QueueGetTests.test_nonblocking_get_exception. */
    @Test
    void getNow_ofNothing_isAnError() {
        assertThatThrownBy(queue::getNow)
                .isInstanceOf(QueueEmptyException.class)
                .hasMessage("the queue is empty");
    }

    /** CPython: test_queues.QueueGetTests.test_get_with_putters, test_get_with_waiting_putters. */
    @Test
    void get_letsAPutterIn() {
        fill(one, 1);
        Task<Void> putter = start(one.put(2));
        turn();
        assertThat(putter.isDone()).isFalse();
        assertThat(one.getNow()).isEqualTo(1);
        turn();
        assertThat(putter.isDone()).isTrue();
        assertThat(one.getNow()).isEqualTo(2);
    }

    /** CPython: test_queues.QueueGetTests.test_why_are_getters_waiting. */
    @Test
    void getters_areServedInTheOrderOfArrival() {
        for (int number = 1; number <= 3; number++) {
            int own = number;
            start(steps().awaits(queue::get).then(element -> log.add(own + " got " + element)));
        }
        turn();
        fill(queue, "a", "b", "c");
        turn();
        assertThat(log).containsExactly("1 got a", "2 got b", "3 got c");
    }

    /** Statement 135; CPython: test_queues.QueueGetTests.test_get_cancelled_race. */
    @Test
    void aCancelledGetter_takesNothing() {
        Task<Object> cancelled = start(queue.get());
        Task<Object> other = start(queue.get());
        turn();
        cancelled.cancel();
        turn();
        assertThat(cancelled.isCancelled()).isTrue();
        fill(queue, "a");
        turn();
        assertThat(other.result()).isEqualTo("a");
    }

    /** Statement 135; CPython: test_queues.QueueGetTests.test_cancelled_getters_not_being_held_in_self_getters. */
    @Test
    void aCancelledGetter_isForgotten() {
        Task<Object> cancelled = start(queue.get());
        turn();
        cancelled.cancel();
        turn();
        assertThat(queue).hasToString("AsyncQueue size: 0, getters: 0, putters: 0, unfinished: 0");
    }

    /** Statement 135; section 4, #9: the element is taken when the getter runs. */
    @Test
    void aGetterThatIsCancelledAfterItWasWoken_losesNothing() {
        Task<Object> cancelled = start(queue.get());
        turn();
        fill(queue, "a");
        cancelled.cancel();
        turn();
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(queue.getNow()).isEqualTo("a");
    }

    /** Statement 135; CPython: test_queues.QueuePutTests.test_get_cancel_drop_one_pending_reader. */
    @Test
    void aGetterThatIsCancelledAfterItWasWoken_wakesTheNext() {
        Task<Object> cancelled = start(queue.get());
        Task<Object> next = start(queue.get());
        turn();
        fill(queue, "a");
        cancelled.cancel();
        turns(2);
        assertThat(next.result()).isEqualTo("a");
    }

    /** Statement 135; CPython: test_queues.QueuePutTests.test_get_cancel_drop_many_pending_readers. */
    @Test
    void ofManyGettersThatAreCancelled_theOthersGetAll() {
        Task<Object> first = start(queue.get());
        Task<Object> second = start(queue.get());
        Task<Object> third = start(queue.get());
        turn();
        fill(queue, 1, 2);
        first.cancel();
        second.cancel();
        turns(3);
        assertThat(third.result()).isEqualTo(1);
        assertThat(queue.getNow()).isEqualTo(2);
    }

    /** No barging: in CPython the newcomer gets it, and the woken one goes to the end of the line. */
    @Test
    void whoComesWhileAGetterIsWoken_waitsBehindIt() {
        Task<Object> woken = start(queue.get());
        turn();
        Task<Object> newcomer = start(queue.get()); // runs first
        fill(queue, "a");
        turns(3);
        assertThat(woken.result()).isEqualTo("a");
        assertThat(newcomer.isDone()).isFalse();
        fill(queue, "b");
        turn();
        assertThat(newcomer.result()).isEqualTo("b");
    }

    @Test
    void getNow_takesWhatAGetterWasWokenFor_whichKeepsItsPlace() {
        Task<Object> first = start(queue.get());
        Task<Object> second = start(queue.get());
        turn();
        fill(queue, "a");
        assertThat(queue.getNow()).isEqualTo("a"); // in CPython the first one is now behind the second
        turn();
        assertThat(first.isDone()).isFalse();
        fill(queue, "b");
        turn();
        assertThat(first.result()).isEqualTo("b");
        assertThat(second.isDone()).isFalse();
    }

    @Test
    void aGetterThatRunsWhileOneBeforeItWaitsOn_letsThatPass() {
        Task<Object> first = start(queue.get());
        Task<Object> second = start(queue.get());
        turn();
        fill(queue, "a");
        loop.callSoon(() -> queue.putNow("c")); // runs after the first one has found nothing, and before the second
        fill(queue, "b");
        queue.getNow();
        queue.getNow();
        turns(2);
        assertThat(first.result()).isEqualTo("c");
        assertThat(second.isDone()).isFalse();
        fill(queue, "d");
        turn();
        assertThat(second.result()).isEqualTo("d");
    }

    // ---- putting

    /** CPython: test_queues.QueuePutTests.test_blocking_put. */
    @Test
    void put_whereThereIsRoom_doesNotSuspend() {
        assertThat(one.put("x").send(null)).isInstanceOf(Coroutine.Step.Returned.class);
        assertThat(one.getNow()).isEqualTo("x");
    }

    /** CPython: test_queues.QueuePutTests.test_nonblocking_put_exception. */
    @Test
    void putNow_whereThereIsNoRoom_isAnError() {
        fill(one, 1);
        assertThatThrownBy(() -> one.putNow(2))
                .isInstanceOf(QueueFullException.class)
                .hasMessage("the queue holds 1 of 1");
    }

    /** CPython: test_queues.QueuePutTests.test_blocking_put_wait, test_why_are_putters_waiting. */
    @Test
    void putters_areServedInTheOrderOfArrival() {
        fill(one, 0);
        for (int number = 1; number <= 3; number++) {
            start(one.put(number));
        }
        turn();
        for (int expected = 0; expected <= 3; expected++) {
            assertThat(one.getNow()).isEqualTo(expected);
            turn();
        }
    }

    /** Statement 135; CPython: test_queues.QueuePutTests.test_put_cancelled. */
    @Test
    void aCancelledPutter_putsNothing() {
        fill(one, 1);
        Task<Void> cancelled = start(one.put(2));
        turn();
        cancelled.cancel();
        turn();
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(one.getNow()).isEqualTo(1);
        assertThat(one.isEmpty()).isTrue();
    }

    /** Statement 135; CPython: test_queues.QueuePutTests.test_put_cancelled_race, test_put_cancel_drop. */
    @Test
    void aPutterThatIsCancelledAfterItWasWoken_wakesTheNext() {
        fill(one, 1);
        Task<Void> cancelled = start(one.put(2));
        Task<Void> next = start(one.put(3));
        turn();
        assertThat(one.getNow()).isEqualTo(1);
        cancelled.cancel();
        turns(2);
        assertThat(next.isDone()).isTrue();
        assertThat(one.getNow()).isEqualTo(3);
    }

    /** Statement 135; CPython: test_queues.QueuePutTests.test_cancelled_puts_not_being_held_in_self_putters. */
    @Test
    void aCancelledPutter_isForgotten() {
        fill(one, 1);
        Task<Void> cancelled = start(one.put(2));
        turn();
        cancelled.cancel();
        turn();
        assertThat(one).hasToString("AsyncQueue size: 1 of 1, getters: 0, putters: 0, unfinished: 1");
    }

    /** No barging. */
    @Test
    void whoComesWhileAPutterIsWoken_waitsBehindIt() {
        fill(one, 0);
        start(one.put("woken"));
        turn();
        start(one.put("newcomer"));
        one.getNow();
        turn();
        assertThat(one.getNow()).isEqualTo("woken");
        turn();
        assertThat(one.getNow()).isEqualTo("newcomer");
    }

    @Test
    void putNow_takesTheRoomThatAPutterWasWokenFor_whichKeepsItsPlace() {
        fill(one, 0);
        start(one.put("first"));
        start(one.put("second"));
        turn();
        one.getNow();
        one.putNow("quick");
        turn();
        assertThat(one.getNow()).isEqualTo("quick");
        turn();
        assertThat(one.getNow()).isEqualTo("first");
    }

    // ---- work

    /** Statement 136; CPython: test_queues.QueueJoinTests.test_task_done_underflow. */
    @Test
    void taskDone_tooOften_isAnError() {
        assertThatThrownBy(queue::taskDone)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("taskDone() called too many times");
    }

    /** Statement 136; CPython: test_queues.QueueJoinTests.test_join_empty_queue. */
    @Test
    void join_withNothingToDo_doesNotSuspend() {
        assertThat(queue.join().send(null)).isInstanceOf(Coroutine.Step.Returned.class);
    }

    /** Statement 136; CPython: test_queues.QueueJoinTests.test_task_done. */
    @Test
    void join_waitsUntilAllIsDone() {
        fill(queue, 1, 2);
        Task<Void> joined = start(queue.join());
        Task<Void> other = start(queue.join());
        turn();
        queue.getNow();
        queue.getNow();
        queue.taskDone();
        turns(2);
        assertThat(joined.isDone()).isFalse();
        queue.taskDone();
        turn();
        assertThat(joined.isDone() && other.isDone()).isTrue();
        fill(queue, 3);
        Task<Void> again = start(queue.join());
        turns(2);
        assertThat(again.isDone()).isFalse();
    }

    /** Statement 135; section 4, #9: put = got + left. */
    @Test
    void tenThousandTasks_cancelledAtRandom_loseNothing() {
        Random random = new Random(1);
        AsyncQueue<Integer> bounded = new AsyncQueue<>(10);
        Set<Integer> put = new HashSet<>();
        List<Integer> got = new ArrayList<>();
        List<Task<Object>> tasks = new ArrayList<>();
        for (int number = 0; number < 5_000; number++) {
            int own = number;
            tasks.add(start(steps().awaits(() -> bounded.put(own)).run(() -> put.add(own))));
            tasks.add(start(steps().awaits(bounded::get).then(element -> got.add((Integer) element))));
        }
        Collections.shuffle(tasks, random);
        for (Task<Object> task : tasks.subList(0, 3_000)) {
            loop.callSoon(task::cancel);
            if (random.nextInt(10) == 0) {
                turn();
            }
        }
        turns(5_000);
        while (!bounded.isEmpty()) {
            got.add(bounded.getNow());
        }
        assertThat(got).hasSizeGreaterThan(1_000).containsExactlyInAnyOrderElementsOf(put);
    }
}
