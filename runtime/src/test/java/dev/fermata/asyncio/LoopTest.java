package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Turns, callbacks, stop and close. */
final class LoopTest extends LoopTestCase {
    // ---- turns

    @Test
    void callbacks_run_first_in_first_out() {
        for (int number = 0; number < 200; number++) {
            int it = number;
            loop.callSoon(() -> log.add(it));
        }

        turn();

        assertThat(log).hasSize(200).isSortedAccordingTo((a, b) -> (Integer) a - (Integer) b);
    }

    @Test
    void callbacks_added_by_a_callback_run_in_the_next_turn() {
        loop.callSoon(() -> {
            log.add("first");
            loop.callSoon(() -> log.add("added"));
        });
        loop.callSoon(() -> log.add("second"));

        turn();
        assertThat(log).containsExactly("first", "second");

        turn();
        assertThat(log).containsExactly("first", "second", "added");
    }

    @Test
    void a_callback_runs_once() {
        loop.callSoon(() -> log.add("once"));

        turns(3);

        assertThat(log).containsExactly("once");
    }

    @Test
    void a_cancelled_callback_does_not_run() {
        Handle handle = loop.callSoon(() -> log.add("cancelled"));

        handle.cancel();
        turn();

        assertThat(handle.isCancelled()).isTrue();
        assertThat(log).isEmpty();
    }

    @Test
    void a_callback_cancelled_in_its_own_turn_does_not_run() {
        Handle[] second = new Handle[1];
        loop.callSoon(() -> second[0].cancel());
        second[0] = loop.callSoon(() -> log.add("cancelled"));

        turn();

        assertThat(log).isEmpty();
    }

    @Test
    void tasks_and_callbacks_share_one_queue() {
        loop.callSoon(() -> log.add(1));
        loop.createTask(steps().run(() -> log.add(2)));
        loop.callSoon(() -> log.add(3));
        loop.callSoonThreadsafe(() -> log.add(4));

        turn();

        assertThat(log).containsExactly(1, 2, 3, 4);
    }

    // ---- stop

    @Test
    void stop_lets_the_batch_finish_and_leaves_the_rest_for_the_next_run() {
        loop.callSoon(() -> {
            loop.stop();
            loop.callSoon(() -> log.add("later"));
        });
        loop.callSoon(() -> log.add("same batch"));

        loop.runForever();
        assertThat(log).containsExactly("same batch");

        turn();
        assertThat(log).containsExactly("same batch", "later");
    }

    @Test
    void stop_before_the_run_gives_exactly_one_turn() {
        loop.callSoon(() -> loop.callSoon(() -> log.add("second turn")));

        loop.stop();
        loop.runForever();

        assertThat(log).isEmpty();
        assertThat(clock.parked()).isEmpty();
    }

    @Test
    void stop_from_elsewhere_ends_a_waiting_loop() {
        loop.callSoon(() -> loop.callSoonThreadsafe(loop::stop));

        loop.runForever();

        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void a_loop_that_waits_for_nothing_parks_for_ever() {
        assertThatThrownBy(loop::runForever).isInstanceOf(AssertionError.class).hasMessageContaining("deadlock");
    }

    // ---- run until complete

    @Test
    void it_returns_the_result() {
        assertThat(loop.runUntilComplete(steps().turn().returns("result"))).isEqualTo("result");
    }

    @Test
    void it_throws_what_the_coroutine_throws_as_it_is() {
        IOException thrown = new IOException("checked");

        assertThatThrownBy(() -> loop.runUntilComplete(steps().turn().fails(thrown)))
                .isSameAs(thrown);
    }

    @Test
    void it_takes_a_promise_that_is_done() {
        Promise<Object> done = promise();
        done.setResult("early");

        assertThat(loop.runUntilComplete(done)).isEqualTo("early");
    }

    @Test
    void it_takes_a_task() {
        Task<Object> task = loop.createTask(steps().returns("task"));

        assertThat(loop.runUntilComplete(task)).isEqualTo("task");
    }

    @Test
    void it_refuses_a_promise_of_another_loop() {
        try (EventLoop other = EventLoop.create()) {
            assertThatThrownBy(() -> loop.runUntilComplete(other.createPromise()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The promise belongs to a different loop than the one given");
        }
    }

    @Test
    void stopped_too_early_it_throws() {
        Promise<Object> never = promise();
        loop.callSoon(loop::stop);

        assertThatThrownBy(() -> loop.runUntilComplete(never))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Event loop stopped before Promise completed");
    }

    @Test
    void stopped_too_early_it_does_not_stop_a_later_run() {
        Promise<Object> promise = promise();
        loop.callSoon(loop::stop);
        assertThatThrownBy(() -> loop.runUntilComplete(promise)).isInstanceOf(IllegalStateException.class);

        promise.setResult("late");

        assertThat(loop.runUntilComplete(steps().turn().turn().turn().returns("whole")))
                .isEqualTo("whole");
    }

    // ---- which loop runs

    @Test
    void the_running_loop_is_known_inside_and_only_there() {
        assertThat(loop.isRunning()).isFalse();
        loop.callSoon(() -> {
            log.add(EventLoop.running());
            log.add(Asyncio.getRunningLoop());
            log.add(Asyncio.getEventLoop());
            log.add(loop.isRunning());
        });

        turn();

        assertThat(log).containsExactly(loop, loop, loop, true);
        assertThat(loop.isRunning()).isFalse();
        assertThatThrownBy(EventLoop::running)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop");
    }

    @Test
    void getEventLoop_makes_the_threads_loop_and_keeps_it() {
        try (EventLoop first = Asyncio.getEventLoop()) {
            assertThat(Asyncio.getEventLoop()).isSameAs(first);
            Asyncio.setEventLoop(loop);
            assertThat(Asyncio.getEventLoop()).isSameAs(loop);
        } finally {
            Asyncio.setEventLoop(null);
        }
    }

    @Test
    void a_running_loop_cannot_be_run_again() {
        Steps inner = steps();
        loop.callSoon(() -> {
            assertThatThrownBy(() -> loop.runUntilComplete(inner))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("This event loop is already running");
            assertThatThrownBy(loop::runForever).isInstanceOf(IllegalStateException.class);
            log.add("refused");
        });

        turn();

        assertThat(log).containsExactly("refused");
        assertThat(inner).hasToString("coroutine Steps.steps, closed");
    }

    @Test
    void another_loop_cannot_be_run_inside() {
        try (EventLoop other = EventLoop.create()) {
            loop.callSoon(() -> {
                assertThatThrownBy(() -> other.runUntilComplete(steps()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("Cannot run the event loop while another loop is running");
                log.add("refused");
            });

            turn();
        }

        assertThat(log).containsExactly("refused");
    }

    // ---- close

    @Test
    void a_running_loop_cannot_be_closed() {
        loop.callSoon(() -> {
            assertThatThrownBy(loop::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Cannot close a running event loop");
            log.add("refused");
        });

        turn();

        assertThat(log).containsExactly("refused");
        assertThat(loop.isClosed()).isFalse();
    }

    @Test
    void closing_twice_has_no_effect() {
        loop.close();
        loop.close();

        assertThat(loop.isClosed()).isTrue();
    }

    // ---- debug

    @Test
    void a_debug_loop_logs_slow_steps() {
        loop.setDebug(true);
        try (LogRecorder recorder = new LogRecorder()) {
            loop.createTask(steps().run(() -> clock.advance(Duration.ofMillis(99))), "quick");
            loop.createTask(steps().run(() -> clock.advance(Duration.ofMillis(100))), "slow");

            turn();

            assertThat(recorder.texts()).hasSize(1).first().asString().contains("ms; every other task waited");
        }
    }
}
