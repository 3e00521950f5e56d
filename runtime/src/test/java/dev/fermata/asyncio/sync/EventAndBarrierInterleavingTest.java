package dev.fermata.asyncio.sync;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Interleaving;
import dev.fermata.asyncio.Interleavings;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events and barriers in every order, with a cancel at every await. Statements 130 and 134. */
final class EventAndBarrierInterleavingTest {
    /** Set and cleared at once: who waited at that moment goes on, who came later waits, and a cancel is of one only. */
    private static void event(Interleaving order) {
        AsyncEvent event = new AsyncEvent();
        List<String> waiting = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        List<Task<Object>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            tasks.add(order.startVictim(steps().run(() -> waiting.add(name))
                    .awaits(event::waitFor)
                    .run(() -> passed.add(name))
                    .lastly(() -> waiting.remove(name))));
        }
        order.start(steps().turn().run(() -> {
            expected.addAll(waiting);
            event.set();
            event.clear();
        }));
        order.runUntilQuiet();
        for (int number = 0; number < 2; number++) {
            String name = List.of("a", "b").get(number);
            Task<Object> task = tasks.get(number);
            assertThat(task.isCancelled()).isEqualTo(task.cancelling() > 0);
            assertThat(passed.contains(name) || task.isCancelled() || !expected.contains(name))
                    .isTrue();
            assertThat(task.isDone()).isEqualTo(task.isCancelled() || passed.contains(name));
        }
        assertThat(event.toString()).endsWith("waiters: " + order.stuck().size());
        event.set();
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
    }

    @Test
    void anEvent_inEveryOrder_withACancelEverywhere() {
        assertThat(Interleavings.permuted(1).all(EventAndBarrierInterleavingTest::event))
                .isGreaterThan(100);
    }

    /** Three come to a barrier for two, one of them may be cancelled: two pass, with distinct numbers, and nobody is counted twice. */
    private static void barrier(Interleaving order) {
        AsyncBarrier barrier = new AsyncBarrier(2);
        List<Object> numbers = new ArrayList<>();
        Task<Object> victim = order.startVictim(steps().awaits(barrier::waitFor).then(numbers::add));
        for (int other = 0; other < 2; other++) {
            order.start(steps().turn().awaits(barrier::waitFor).then(numbers::add));
        }
        order.runUntilQuiet();
        assertThat(victim.isCancelled()).isEqualTo(victim.cancelling() > 0);
        if (victim.isCancelled()) {
            assertThat(order.stuck().size())
                    .isIn(0, 1); // it was cancelled as one of a pair that had been released, or before
            assertThat(numbers.size()).isIn(1, 2);
        } else {
            assertThat(order.stuck()).hasSize(1);
            assertThat(numbers).containsExactlyInAnyOrder(0, 1);
        }
        assertThat(numbers.size() + order.stuck().size() + (victim.isCancelled() ? 1 : 0))
                .isEqualTo(3);
        assertThat(barrier.waiting()).isEqualTo(order.stuck().size());
        assertUsable(order, barrier);
    }

    @Test
    void aBarrier_inEveryOrder_withACancelEverywhere() {
        assertThat(Interleavings.permuted(1).all(EventAndBarrierInterleavingTest::barrier))
                .isGreaterThan(100);
    }

    /** Reset or aborted somewhere on the way: who waited fails or has passed, and after a reset it is as new. */
    private static void brokenBarrier(Interleaving order, boolean aborts) {
        AsyncBarrier barrier = new AsyncBarrier(2);
        List<Object> ends = new ArrayList<>();
        for (int party = 0; party < 3; party++) {
            order.startVictim(
                    steps().awaits(barrier::waitFor).then(ends::add).catching(BrokenBarrierException.class, ends::add));
        }
        order.start(steps().turn().awaits(aborts ? barrier::abort : barrier::reset));
        order.runUntilQuiet();
        if (aborts) {
            assertThat(order.stuck()).isEmpty();
            order.start(steps().awaits(barrier::reset));
            order.runUntilQuiet();
        }
        assertThat(barrier.isBroken()).isFalse();
        assertUsable(order, barrier);
    }

    /** No two wait at a barrier for two, however many come. */
    private static void assertUsable(Interleaving order, AsyncBarrier barrier) {
        for (int more = 0; more < 3; more++) {
            assertThat(order.stuck().size()).isLessThan(2);
            assertThat(barrier.waiting()).isEqualTo(order.stuck().size());
            order.start(steps().awaits(barrier::waitFor));
            order.runUntilQuiet();
        }
    }

    @Test
    void aBarrierThatIsReset_inManyOrders_withACancel() {
        Interleavings.permuted(1).some(4000, order -> brokenBarrier(order, false));
    }

    @Test
    void aBarrierThatIsAborted_inManyOrders_withACancel() {
        Interleavings.permuted(1).some(4000, order -> brokenBarrier(order, true));
    }
}
