package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turns, callbacks, stop and close. */
final class LoopTest extends LoopTestCase {
    // ---- turns

    /** Statement 69; CPython: test_base_events.BaseEventLoopTests.test_call_soon. */
    @Test
    void callbacks_run_first_in_first_out() {
        for (int number = 0; number < 200; number++) {
            int it = number;
            loop.callSoon(() -> log.add(it));
        }

        turn();

        assertThat(log).hasSize(200).isSortedAccordingTo((a, b) -> (Integer) a - (Integer) b);
    }

    /** Statement 69; CPython: test_base_events.BaseEventLoopTests.test__run_once. */
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

    /** Statement 69. */
    @Test
    void a_callback_runs_once() {
        loop.callSoon(() -> log.add("once"));

        turns(3);

        assertThat(log).containsExactly("once");
    }

    /** Statement 69; CPython: test_events.HandleTests.test_handle. */
    @Test
    void a_cancelled_callback_does_not_run() {
        Handle handle = loop.callSoon(() -> log.add("cancelled"));

        handle.cancel();
        turn();

        assertThat(handle.isCancelled()).isTrue();
        assertThat(log).isEmpty();
    }

    /** Statement 69. */
    @Test
    void a_callback_cancelled_in_its_own_turn_does_not_run() {
        Handle[] second = new Handle[1];
        loop.callSoon(() -> second[0].cancel());
        second[0] = loop.callSoon(() -> log.add("cancelled"));

        turn();

        assertThat(log).isEmpty();
    }

    /** Statement 69. */
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

    /** Statement 71; CPython: test_base_events.BaseEventLoopWithSelectorTests.test_single_selecter_event_callback_after_stopping. */
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

    /** Statement 71; CPython: test_base_events.BaseEventLoopTests.test_run_forever_pre_stopped. */
    @Test
    void stop_before_the_run_gives_exactly_one_turn() {
        loop.callSoon(() -> loop.callSoon(() -> log.add("second turn")));

        loop.stop();
        loop.runForever();

        assertThat(log).isEmpty();
        assertThat(clock.parked()).isEmpty();
    }

    /** Statement 71; CPython: test_events.EventLoopTestsMixin.test_run_forever, with the stop from outside. */
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

    /** Statement 72; CPython: test_events.EventLoopTestsMixin.test_run_until_complete. */
    @Test
    void it_returns_the_result() {
        assertThat(loop.runUntilComplete(steps().turn().returns("result"))).isEqualTo("result");
    }

    /** Statement 72. */
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

    /** Statement 72; CPython: test_events.EventLoopTestsMixin.test_run_until_complete_stopped. */
    @Test
    void stopped_too_early_it_throws() {
        Promise<Object> never = promise();
        loop.callSoon(loop::stop);

        assertThatThrownBy(() -> loop.runUntilComplete(never))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Event loop stopped before Promise completed");
    }

    /** Statement 72; CPython: test_tasks.BaseTaskTests.test_stop_while_run_in_complete. */
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

    /** Statement 72; CPython: test_events.EventLoopTestsMixin.test_run_until_complete_nesting. */
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

    /** Statement 72; CPython: test_base_events.BaseEventLoopTests.test_running_loop_within_a_loop. */
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

    /** Statement 73; CPython: test_events.EventLoopTestsMixin.test_close_running_event_loop. */
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

    /** Statement 73; CPython: test_events.EventLoopTestsMixin.test_close. */
    @Test
    void closing_twice_has_no_effect() {
        loop.close();
        loop.close();

        assertThat(loop.isClosed()).isTrue();
    }

    /** Statement 97; CPython: test_tasks.BaseTaskTests.test_log_destroyed_pending_task; here when the loop is closed. */
    @Test
    void close_reports_each_task_that_is_pending_in_order_of_creation() {
        Task<Object> waiting = loop.createTask(steps().awaits(() -> promise()), "waiting");
        loop.createTask(steps().returns("done"), "done");
        Task<Object> fresh = loop.createTask(steps().turn().run(() -> {
            Task<Object> last = loop.createTask(steps(), "fresh");
            log.add(last);
        }));
        turns(2);

        loop.close();

        assertThat(fresh.isDone()).isTrue();
        List<ErrorContext> contexts = reports.take();
        assertThat(contexts).extracting(ErrorContext::message).containsOnly("Task was destroyed but it is pending!");
        assertThat(contexts).extracting(ErrorContext::task).isEqualTo(List.of(waiting, log.get(0)));
        assertThat(contexts).extracting(ErrorContext::exception).containsOnlyNulls();
    }

    /** Statement 73: before the loop says that it is closed, so that the handler can use it. */
    @Test
    void the_handler_is_told_of_pending_tasks_while_the_loop_is_open() {
        loop.createTask(steps());
        loop.setExceptionHandler((own, context) -> log.add(own.isClosed()));

        loop.close();

        assertThat(log).containsExactly(false);
    }

    // ---- names

    /** CPython: base_events.BaseEventLoop.__repr__. */
    @Test
    void its_text_says_how_it_is() {
        assertThat(loop).hasToString("<EventLoop running=false closed=false debug=false>");
        loop.setDebug(true);
        loop.setName("requests");
        assertThat(loop.name()).isEqualTo("requests");
        assertThat(loop).hasToString("<requests running=false closed=false debug=true>");
        loop.close();
        assertThat(loop).hasToString("<requests running=false closed=true debug=true>");
    }

    // ---- debug

    /** asyncio has PYTHONASYNCIODEBUG. */
    @Test
    void the_system_property_makes_new_loops_debug() {
        System.setProperty("fermata.debug", "true");
        try (EventLoop other = EventLoop.create()) {
            assertThat(other.isDebug()).isTrue();
            assertThat(other.slowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
        } finally {
            System.clearProperty("fermata.debug");
        }
        assertThat(loop.isDebug()).isFalse();
    }
}
