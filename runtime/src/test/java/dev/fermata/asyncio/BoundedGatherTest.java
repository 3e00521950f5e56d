package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncSupplier;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** gather() of so many at a time. */
final class BoundedGatherTest extends LoopTestCase {
    private final List<AsyncSupplier<Object>> bodies = new ArrayList<>();
    private final List<Promise<Object>> gates = new ArrayList<>();

    /** Bodies that log their start and wait for a gate each. */
    private void bodies(int count) {
        for (int number = 0; number < count; number++) {
            int own = number;
            gates.add(promise());
            bodies.add(() -> steps().run(() -> log.add("start " + own)).awaits(gates.get(own)));
        }
    }

    @Test
    void so_many_run_at_a_time_in_order_and_the_next_one_when_one_has_ended() {
        bodies(4);
        Task<List<Object>> task = loop.createTask(Asyncio.gather(bodies, 2));
        turns(3);
        assertThat(log).containsExactly("start 0", "start 1");
        gates.get(1).setResult("b");
        turns(4);
        assertThat(log).containsExactly("start 0", "start 1", "start 2");
        gates.get(2).setResult("c");
        gates.get(3).setResult("d");
        gates.get(0).setResult("a");
        assertThat(loop.runUntilComplete(task)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void the_first_failure_is_thrown_at_once_the_running_ones_go_on_and_no_other_starts() {
        bodies(3);
        IOException failure = new IOException();
        Task<List<Object>> task = loop.createTask(Asyncio.gather(bodies, 2));
        turns(3);
        gates.get(0).setException(failure);
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isSameAs(failure);
        assertThat(loop.allTasks()).hasSize(1);
        gates.get(1).setResult(null);
        turns(4);
        assertThat(loop.allTasks()).isEmpty();
        assertThat(log).containsExactly("start 0", "start 1");
    }

    @Test
    void settled_runs_all_and_gives_their_outcomes() {
        IOException failure = new IOException();
        bodies.add(() -> (Coroutine<Object>) steps().fails(failure));
        bodies.add(() -> {
            throw failure;
        });
        bodies.add(() -> (Coroutine<Object>) steps().returns("c"));
        List<Outcome<Object>> outcomes = loop.runUntilComplete(Asyncio.gatherSettled(bodies, 1));
        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Failure<>(failure), new Outcome.Failure<>(failure), new Outcome.Success<>("c"));
    }

    @Test
    void cancelling_it_cancels_those_that_run_and_starts_no_other() {
        bodies(3);
        Task<List<Object>> task = loop.createTask(Asyncio.gather(bodies, 2));
        turns(3);
        task.cancel("enough");
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancelledError.class)
                .hasMessage("enough");
        turns(2);
        assertThat(log).containsExactly("start 0", "start 1");
        assertThat(gates.get(1).isCancelled()).isTrue();
        assertThat(loop.allTasks()).isEmpty();
    }

    /** The only one that runs has its end on its way: nothing is there to be cancelled, but no other may start. */
    @Test
    void cancelling_it_between_two_starts_no_other() {
        bodies(2);
        Task<List<Object>> task = loop.createTask(Asyncio.gather(bodies, 1));
        turns(3);
        gates.get(0).setResult("a");
        turn(); // the task ends here, and its callback comes in the next turn
        task.cancel();
        turns(4);
        assertThat(task.isCancelled()).isTrue();
        assertThat(log).containsExactly("start 0");
    }

    @Test
    void what_a_task_factory_throws_later_is_thrown() {
        bodies(2);
        Task<List<Object>> task = loop.createTask(Asyncio.gather(bodies, 1));
        turns(3);
        loop.setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(EventLoop it, Coroutine<T> coroutine, TaskOptions options) {
                throw new IllegalArgumentException("no more");
            }
        });
        gates.get(0).setResult("a");
        turns(4);
        assertThat(task.exception()).hasMessage("no more");
    }

    @Test
    void none_are_none_and_none_at_a_time_is_refused() {
        assertThat(loop.runUntilComplete(Asyncio.gather(bodies, 1))).isEmpty();
        assertThatThrownBy(() -> Asyncio.gather(bodies, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxConcurrency is 0; at least 1 has to run");
    }

    @Test
    void ten_thousand_run_with_few_at_a_time() {
        int[] running = {0, 0};
        for (int number = 0; number < 10_000; number++) {
            int own = number;
            bodies.add(() -> steps().run(() -> running[1] = Math.max(running[1], ++running[0]))
                    .turn()
                    .run(() -> running[0]--)
                    .returns(own));
        }
        List<Object> results = loop.runUntilComplete(Asyncio.gather(bodies, 7));
        assertThat(results).hasSize(10_000).startsWith(0, 1, 2).endsWith(9_999);
        assertThat(running[1]).isEqualTo(7);
    }
}
