package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Callbacks at a time. */
final class TimerTest extends LoopTestCase {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Statement 70; CPython: test_events.EventLoopTestsMixin.test_call_later. */
    @Test
    void timers_fire_by_time_not_by_order_of_creation() {
        loop.callLater(SECOND.multipliedBy(3), () -> log.add(3));
        loop.callLater(SECOND, () -> log.add(1));
        loop.callLater(SECOND.multipliedBy(2), () -> log.add(2));
        loop.callLater(SECOND.multipliedBy(3), loop::stop);

        loop.runForever();

        assertThat(log).containsExactly(1, 2, 3);
    }

    /** Statement 70; asyncio gives no order: its heap is not stable. */
    @Test
    void timers_with_equal_deadlines_fire_in_order_of_creation() {
        long when = loop.time() + 1000;
        for (int number = 0; number < 1000; number++) {
            int it = number;
            loop.callAt(when, () -> log.add(it));
        }
        loop.callAt(when, loop::stop);

        loop.runForever();

        assertThat(log).hasSize(1000).isSortedAccordingTo((a, b) -> (Integer) a - (Integer) b);
    }

    @Test
    void the_loop_waits_exactly_for_the_first_timer() {
        loop.callLater(SECOND.multipliedBy(5), loop::stop);
        loop.callLater(SECOND.multipliedBy(2), () -> {});

        loop.runForever();

        assertThat(clock.parked()).containsExactly(2_000_000_000L, 3_000_000_000L);
    }

    @Test
    void a_timer_does_not_fire_a_nanosecond_early() {
        loop.callLater(SECOND, () -> log.add("fired"));

        clock.advance(SECOND.minusNanos(1));
        turn();
        assertThat(log).isEmpty();

        clock.advance(Duration.ofNanos(1));
        turn();
        assertThat(log).containsExactly("fired");
    }

    @Test
    void timers_that_are_due_run_after_what_is_ready_already() {
        loop.callAt(loop.time(), () -> log.add("timer"));
        loop.callSoon(() -> log.add("ready"));

        turn();

        assertThat(log).containsExactly("ready", "timer");
    }

    @Test
    void ready_callbacks_do_not_keep_timers_from_firing() {
        loop.callLater(SECOND, loop::stop);
        Runnable[] busy = new Runnable[1];
        busy[0] = () -> {
            clock.advance(Duration.ofMillis(1));
            log.add("busy");
            loop.callSoon(busy[0]);
        };
        loop.callSoon(busy[0]);

        loop.runForever();

        assertThat(log).hasSizeBetween(1000, 1001);
        assertThat(clock.parked()).isEmpty();
    }

    @Test
    void a_timer_made_by_a_timer_for_now_fires_in_the_next_turn() {
        loop.callAt(loop.time(), () -> loop.callAt(loop.time(), () -> log.add("inner")));

        turn();
        assertThat(log).isEmpty();

        turn();
        assertThat(log).containsExactly("inner");
    }

    /** Statement 70; CPython: test_base_events.BaseEventLoopTests.test__run_once_cancelled_event_cleanup. */
    @Test
    void a_cancelled_timer_does_not_fire_and_is_not_waited_for() {
        TimerHandle cancelled = loop.callLater(SECOND, () -> log.add("cancelled"));
        loop.callLater(SECOND.multipliedBy(2), loop::stop);

        cancelled.cancel();
        loop.runForever();

        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(log).isEmpty();
        assertThat(clock.parked()).containsExactly(2_000_000_000L);
    }

    @Test
    void a_timer_cancelled_in_the_turn_in_which_it_is_due_does_not_fire() {
        TimerHandle[] second = new TimerHandle[1];
        loop.callAt(loop.time(), () -> second[0].cancel());
        second[0] = loop.callAt(loop.time(), () -> log.add("cancelled"));

        turn();

        assertThat(log).isEmpty();
    }

    @Test
    void cancelling_a_timer_that_has_fired_or_was_cancelled_has_no_effect() {
        TimerHandle fired = loop.callAt(loop.time(), () -> log.add("fired"));
        turn();
        TimerHandle cancelled = loop.callLater(SECOND, () -> log.add("cancelled"));
        loop.callLater(SECOND, () -> log.add("kept"));

        fired.cancel();
        cancelled.cancel();
        cancelled.cancel();
        clock.advance(SECOND);
        turn();

        assertThat(log).containsExactly("fired", "kept");
    }

    /** Statement 70; CPython: test_base_events.BaseEventLoopTests.test_call_later_negative_delays. */
    @Test
    void a_negative_delay_counts_as_zero_and_keeps_the_order_of_creation() {
        TimerHandle first = loop.callLater(Duration.ofSeconds(-5), () -> log.add(1));
        loop.callLater(Duration.ZERO, () -> log.add(2));
        loop.callLater(Duration.ofSeconds(Long.MIN_VALUE), () -> log.add(3));

        turn();

        assertThat(first.when()).isEqualTo(loop.time());
        assertThat(log).containsExactly(1, 2, 3);
    }

    @Test
    void a_time_in_the_past_is_due_at_once() {
        loop.callAt(loop.time() - 1, () -> log.add("past"));

        turn();

        assertThat(log).containsExactly("past");
    }

    @Test
    void the_longest_delay_never_fires_and_does_not_upset_the_order() {
        loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), () -> log.add("never"));
        loop.callLater(SECOND, loop::stop);

        loop.runForever();

        assertThat(log).isEmpty();
        assertThat(clock.parked()).containsExactly(1_000_000_000L);
    }

    @Test
    void the_clock_may_wrap_around() {
        RecordedClock late = new RecordedClock(new ManualClock(Long.MAX_VALUE - 500_000_000L));
        try (BaseEventLoop wrapping = new BaseEventLoop(late)) {
            wrapping.callLater(SECOND, wrapping::stop);
            wrapping.callLater(Duration.ofMillis(1), () -> log.add("before"));

            wrapping.runForever();
        }

        assertThat(log).containsExactly("before");
        assertThat(late.parked()).containsExactly(1_000_000L, 999_000_000L);
    }

    /** Against a model: a sorted list. */
    @Test
    void a_hundred_thousand_random_timers_fire_as_a_sorted_list_would() {
        record Planned(long when, int number) {}
        Random random = new Random(20261125);
        List<Planned> model = new ArrayList<>();
        List<TimerHandle> handles = new ArrayList<>();
        for (int number = 0; number < 100_000; number++) {
            int it = number;
            long when = loop.time() + random.nextInt(10_000);
            handles.add(loop.callAt(when, () -> log.add(it)));
            model.add(new Planned(when, it));
            if (random.nextInt(3) == 0) {
                int victim = random.nextInt(handles.size());
                handles.get(victim).cancel();
                model.set(victim, null);
            }
        }
        model.removeIf(it -> it == null);
        model.sort((a, b) -> a.when == b.when ? a.number - b.number : Long.compare(a.when, b.when));
        loop.callAt(loop.time() + 10_000, loop::stop);

        loop.runForever();

        assertThat(log.equals(model.stream().<Object>map(Planned::number).toList()))
                .isTrue();
    }

    /** Statement 70: times and delays that no clock reaches. */
    @Test
    void times_that_are_far_away_neither_fire_nor_upset_the_order() {
        loop.callAt(Long.MAX_VALUE, () -> log.add("never"));
        loop.callAt(Long.MIN_VALUE + loop.time() + 1, () -> log.add("long ago"));
        loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), () -> log.add("never"));
        loop.callLater(Duration.ofSeconds(Long.MIN_VALUE), () -> log.add("at once"));
        loop.callLater(SECOND, loop::stop);

        loop.runForever();

        assertThat(log).containsExactly("long ago", "at once");
        assertThat(clock.parked()).containsExactly(1_000_000_000L);
    }
}
