package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cancelling tasks that await tasks: statement 88 of the asyncio semantics, and what has no end. */
final class CancellationChainTest extends LoopTestCase {
    private final Promise<Object> promise = promise();

    private List<Task<Object>> chain(int length) {
        List<Task<Object>> chain = new ArrayList<>();
        chain.add(loop.createTask(steps().awaits(promise)));
        while (chain.size() < length) {
            chain.add(loop.createTask(steps().awaits(chain.get(chain.size() - 1))));
        }
        turn();
        return chain;
    }

    /** Each awaits the next, the last one the one with the given number. */
    private List<Task<Object>> ring(int length, int backTo) {
        List<Task<Object>> ring = new ArrayList<>();
        for (int number = 0; number < length; number++) {
            int next = number + 1 < length ? number + 1 : backTo;
            ring.add(loop.createTask(steps().awaits(() -> ring.get(next))));
        }
        turn();
        return ring;
    }

    /** Statement 88; CPython: test_tasks.test_cancel_awaited_task. */
    @Test
    void it_reaches_through_awaited_tasks_to_the_innermost_promise() {
        Task<Object> inner = loop.createTask(steps().awaits(promise).lastly(() -> log.add("inner")));
        Task<Object> middle = loop.createTask(steps().awaits(inner).lastly(() -> log.add("middle")));
        Task<Object> outer = loop.createTask(steps().awaits(middle).lastly(() -> log.add("outer")));
        turn();

        outer.cancel("deep");
        assertThat(promise.isCancelled()).isTrue();
        assertThat(inner.cancelling()).isEqualTo(1);
        turns(3);

        assertThat(log).containsExactly("inner", "middle", "outer");
        assertThat(inner.isCancelled()).isTrue();
        assertThat(middle.isCancelled()).isTrue();
        assertThatThrownBy(outer::result).isInstanceOf(CancelledError.class).hasMessage("deep");
    }

    @Test
    void an_awaited_task_that_swallows_it_keeps_the_outer_task_going() {
        Task<Object> inner = loop.createTask(steps().awaits(promise).catching(CancelledError.class, it -> "refused"));
        Task<Object> outer = loop.createTask(steps().awaits(inner));
        turn();

        outer.cancel();
        turns(2);

        assertThat(outer.result()).isEqualTo("refused");
    }

    @Test
    void others_that_await_the_innermost_task_are_cancelled_with_it() {
        List<Task<Object>> chain = chain(2);
        Task<Object> sibling = loop.createTask(steps().awaits(chain.get(0)));
        turn();

        chain.get(1).cancel();
        turns(2);

        assertThat(sibling.isCancelled()).isTrue();
        assertThat(sibling.cancelling()).isZero();
    }

    @Test
    void a_chain_may_be_longer_than_the_stack() {
        List<Task<Object>> chain = chain(50_000);

        chain.get(chain.size() - 1).cancel();
        turns(chain.size());

        assertThat(chain).allMatch(Promise::isCancelled).allMatch(it -> it.cancelling() == 1);
    }

    @Test
    void tasks_that_await_each_other_are_all_cancelled() {
        for (int length = 2; length < 9; length++) {
            List<Task<Object>> ring = ring(length, 0);

            assertThat(ring.get(1).cancel("ring")).isTrue();
            turns(length);

            assertThat(ring).allMatch(Promise::isCancelled);
            assertThat(ring.get(1).cancelling()).isEqualTo(1);
            assertThatThrownBy(ring.get(0)::result).hasMessage("ring");
        }
    }

    @Test
    void a_task_that_awaits_a_ring_leaves_it_alone() {
        for (int length = 3; length < 12; length++) {
            for (int backTo = 1; backTo < length - 1; backTo++) {
                List<Task<Object>> ring = ring(length, backTo);

                ring.get(0).cancel();
                turn();

                assertThat(ring.get(0).isCancelled()).isTrue();
                assertThat(ring.subList(1, length)).noneMatch(Promise::isDone);
            }
        }
    }

    @Test
    void a_task_of_a_ring_that_swallows_it_goes_on_and_can_be_cancelled_again() {
        List<Task<Object>> ring = new ArrayList<>();
        ring.add(loop.createTask(steps().awaits(() -> ring.get(1))
                .catching(CancelledError.class, it -> "swallowed")
                .awaits(promise)));
        ring.add(loop.createTask(steps().awaits(() -> ring.get(0))));
        turn();
        ring.get(0).cancel();
        turn();

        ring.get(1).cancel();
        turns(3);

        assertThat(promise.isCancelled()).isTrue();
        assertThat(ring.get(0).isCancelled()).isTrue();
        assertThat(ring.get(1).isCancelled()).isTrue();
    }
}
