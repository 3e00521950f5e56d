package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How much time there is: trio's current_effective_deadline. */
final class EffectiveDeadlineTest extends LoopTestCase {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final long start = loop.time();

    private Steps asks() {
        return steps().run(() -> log.add(Asyncio.effectiveDeadline()));
    }

    private OptionalLong in(Duration delay) {
        return OptionalLong.of(start + delay.toNanos());
    }

    @Test
    void without_a_timeout_there_is_none() {
        run(asks());
        assertThat(log).containsExactly(OptionalLong.empty());
    }

    @Test
    void it_is_the_nearest_of_those_around_and_ends_with_them() {
        run(steps().awaits(() -> Asyncio.timeout(
                        LONG,
                        () -> asks().awaits(() -> Asyncio.timeout(
                                        SHORT, () -> asks().awaits(() -> Asyncio.timeout(LONG, this::asks))))
                                .awaits(this::asks)))
                .awaits(this::asks));
        assertThat(log).containsExactly(in(LONG), in(SHORT), in(SHORT), in(LONG), OptionalLong.empty());
    }

    @Test
    void one_that_was_moved_counts_as_it_is_now() {
        run(steps().awaits(() -> Asyncio.timeout(SHORT, timeout -> {
            timeout.reschedule(LONG);
            return asks().run(() -> timeout.reschedule(null)).awaits(this::asks);
        })));
        assertThat(log).containsExactly(in(LONG), OptionalLong.empty());
    }

    @Test
    void one_that_is_over_is_in_the_past() {
        run(steps().awaits(() -> Asyncio.timeout(
                        SHORT, () -> steps().awaits(promise()).lastly(() -> log.add(Asyncio.effectiveDeadline()))))
                .catching(AsyncTimeoutException.class, it -> null));
        assertThat(log).containsExactly(in(SHORT));
        assertThat(loop.time() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
    }

    @Test
    void it_counts_for_the_tasks_of_a_group_and_of_gather() {
        run(steps().awaits(() -> Asyncio.timeout(
                SHORT,
                () -> steps().awaits(() -> TaskGroup.run(group -> {
                            group.createTask(asks());
                            group.createTask(steps().awaits(() -> Asyncio.timeout(LONG, this::asks)));
                            return steps();
                        }))
                        .awaits(() -> Asyncio.gather(asks()))
                        .awaits(() -> Asyncio.gather(java.util.List.of(() -> steps().awaits(this::asks)), 1)))));
        assertThat(log).containsExactly(in(SHORT), in(SHORT), in(SHORT), in(SHORT));
    }

    @Test
    void it_still_counts_for_a_task_of_a_group_that_has_got_a_name() {
        inGroupWithin(
                SHORT,
                group ->
                        group.createTask(steps().run(() -> Asyncio.currentTask().setName("named"))
                                .awaits(this::asks)));
        assertThat(log).containsExactly(in(SHORT));
    }

    @Test
    void it_still_counts_for_a_task_of_a_group_that_others_listen_to_as_well() {
        inGroupWithin(SHORT, group -> group.createTask(asks()).addDoneCallback(done -> log.add("done")));
        assertThat(log).containsExactly(in(SHORT), "done");
    }

    private void inGroupWithin(Duration limit, Consumer<TaskGroup> body) {
        run(steps().awaits(() -> Asyncio.timeout(
                limit, () -> steps().awaits(() -> TaskGroup.run(group -> steps().run(() -> body.accept(group)))))));
    }

    @Test
    void it_does_not_count_for_a_task_that_it_does_not_cancel() {
        run(steps().awaits(() -> Asyncio.timeout(SHORT, () -> steps().awaits(() -> loop.createTask(asks())))));
        assertThat(log).containsExactly(OptionalLong.empty());
    }

    @Test
    void those_around_a_shield_do_not_count_within() {
        run(steps().awaits(() -> Asyncio.timeout(
                SHORT,
                () -> steps().awaits(() ->
                                Asyncio.shielded(() -> asks().awaits(() -> Asyncio.timeout(LONG, this::asks))))
                        .awaits(this::asks))));
        assertThat(log).containsExactly(OptionalLong.empty(), in(LONG), in(SHORT));
    }

    @Test
    void a_callback_has_none_and_without_a_loop_it_is_refused() {
        loop.callSoon(() -> log.add(Asyncio.effectiveDeadline()));
        turn();
        assertThat(log).containsExactly(OptionalLong.empty());
        assertThatThrownBy(Asyncio::effectiveDeadline).isInstanceOf(IllegalStateException.class);
    }
}
