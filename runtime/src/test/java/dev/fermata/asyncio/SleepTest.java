package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Statement 99 of the asyncio semantics. */
final class SleepTest extends LoopTestCase {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Statement 99; CPython: test_tasks.test_sleep_zero. */
    @Test
    void zero_is_one_turn_without_a_timer() {
        Task<Object> task = loop.createTask(steps().awaits(Asyncio.sleep(Duration.ZERO)));

        turn();
        assertThat(task.isDone()).isFalse();

        turn();
        assertThat(task.isDone()).isTrue();
        assertThat(clock.parked()).isEmpty();
    }

    @Test
    void a_negative_delay_is_one_turn_too() {
        Task<Object> task = loop.createTask(steps().awaits(Asyncio.sleep(Duration.ofSeconds(-1), "value")));

        turns(2);

        assertThat(task.result()).isEqualTo("value");
    }

    @Test
    void it_lets_others_run() {
        for (String name : new String[] {"a", "b"}) {
            loop.createTask(steps().run(() -> log.add(name + 1))
                    .awaits(Asyncio.sleep(Duration.ZERO))
                    .run(() -> log.add(name + 2)));
        }

        turns(2);

        assertThat(log).containsExactly("a1", "b1", "a2", "b2");
    }

    @Test
    void it_takes_as_long_as_it_says() {
        long start = loop.time();

        run(steps().awaits(Asyncio.sleep(SECOND)).awaits(Asyncio.sleep(SECOND)));

        assertThat(loop.time() - start).isEqualTo(2_000_000_000L);
    }

    /** Statement 99; CPython: test_tasks.test_sleep. */
    @Test
    void it_returns_what_it_was_given_or_nothing() {
        assertThat(loop.runUntilComplete(Asyncio.sleep(SECOND, "value"))).isEqualTo("value");
        assertThat(loop.runUntilComplete(Asyncio.sleep(SECOND))).isNull();
    }

    @Test
    void the_time_counts_from_the_await_not_from_the_call() {
        Coroutine<Void> sleep = Asyncio.sleep(SECOND);
        clock.advance(SECOND);
        long start = loop.time();

        loop.runUntilComplete(sleep);

        assertThat(loop.time() - start).isEqualTo(1_000_000_000L);
    }

    @Test
    void sleepers_wake_by_time() {
        Coroutine<?> both = Asyncio.gather(
                steps().awaits(Asyncio.sleep(SECOND.multipliedBy(2))).run(() -> log.add("late")),
                steps().awaits(Asyncio.sleep(SECOND)).run(() -> log.add("early")));

        loop.runUntilComplete(both);

        assertThat(log).containsExactly("early", "late");
    }

    /** Statement 99; CPython: test_tasks.test_sleep_cancel. */
    @Test
    void cancelling_removes_the_timer() {
        Task<Object> task = loop.createTask(steps().awaits(Asyncio.sleep(Duration.ofDays(1))));
        turn();

        task.cancel();
        turn();

        assertThat(task.isCancelled()).isTrue();
        assertThatThrownBy(loop::runForever).isInstanceOf(AssertionError.class).hasMessageContaining("deadlock");
        assertThat(clock.parked()).isEmpty();
    }

    @Test
    void cancelling_in_the_turn_in_which_it_ends_wins() {
        Task<Object> task = loop.createTask(steps().awaits(Asyncio.sleep(SECOND)));
        turn();
        clock.advance(SECOND);
        turn();
        assertThat(task.isDone()).isFalse();

        task.cancel();
        turn();

        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void cancelling_when_the_timer_is_due_but_has_not_fired() {
        Task<Object> task = loop.createTask(steps().awaits(Asyncio.sleep(SECOND)));
        turn();
        clock.advance(SECOND);

        task.cancel();
        turns(2);

        assertThat(task.isCancelled()).isTrue();
    }

    /** API.md: a null Duration means no limit. */
    @Test
    void null_sleeps_until_it_is_cancelled() {
        Task<Object> task = loop.createTask(steps().awaits(Asyncio.sleep(null)));
        Task<Object> valued = loop.createTask(steps().awaits(Asyncio.sleep(null, "never")));
        loop.callLater(Duration.ofDays(100_000), loop::stop);
        loop.runForever();
        assertThat(task.isDone()).isFalse();

        task.cancel();
        valued.cancel();
        turns(2);

        assertThat(task.isCancelled()).isTrue();
        assertThat(valued.isCancelled()).isTrue();
    }

    @Test
    void outside_a_loop_it_says_what_is_missing() {
        assertThatThrownBy(() -> Asyncio.sleep(SECOND).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no running event loop in thread");
    }
}
