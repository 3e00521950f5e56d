package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveTasksTest extends LoopTestCase {
    private final LiveTasks tasks = new LiveTasks();

    private List<Task<Object>> added(int count, Steps... bodies) {
        List<Task<Object>> added = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Task<Object> task = loop.createTask(bodies.length == 0 ? steps() : bodies[0]);
            tasks.add(task);
            added.add(task);
        }
        return added;
    }

    private void count(List<Task<Object>> ended) {
        ended.forEach(task -> tasks.ended());
    }

    @Test
    void those_that_have_not_ended_stay_in_the_order_in_which_they_were_made() {
        List<Task<Object>> live = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            added(9);
            live.addAll(added(1, steps().awaits(promise())));
        }
        turn();
        for (int ended = 0; ended < 90; ended++) {
            tasks.ended();
        }

        assertThat(tasks.snapshot()).containsExactlyElementsOf(live);
        assertThat(tasks.size()).isEqualTo(10);
    }

    @Test
    void no_more_that_have_ended_are_kept_than_there_are_others() {
        for (int round = 0; round < 20; round++) {
            added(1, steps().awaits(promise()));
        }
        List<Task<Object>> ended = added(1000);
        turn();
        count(ended);

        assertThat(tasks.kept()).isBetween(20, 40);
    }

    @Test
    void one_that_is_done_is_in_no_snapshot_also_before_it_is_counted() {
        List<Task<Object>> added = added(3);
        turns(2);

        assertThat(added.get(0).isDone()).isTrue();
        assertThat(tasks.snapshot()).isEmpty();
        assertThat(tasks.size()).isEqualTo(3);
    }

    @Test
    void it_is_empty_when_all_have_ended() {
        List<Task<Object>> ended = added(20);
        turn();
        count(ended);

        assertThat(tasks.isEmpty()).isTrue();
        assertThat(tasks.kept()).isZero();
    }

    @Test
    void one_that_is_refused_is_taken_out() {
        List<Task<Object>> added = added(2);

        tasks.removeIf(it -> it == added.get(1));

        assertThat(tasks.size()).isEqualTo(1);
        assertThat(tasks.snapshot()).containsExactly(added.get(0));
    }
}
