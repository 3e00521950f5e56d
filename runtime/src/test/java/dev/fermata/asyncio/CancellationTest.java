package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import org.junit.jupiter.api.Test;

/** Statements 86 to 93 of the asyncio semantics. */
final class CancellationTest extends LoopTestCase {
    private final Promise<Object> promise = promise();

    private Task<Object> started(Steps steps) {
        Task<Object> task = loop.createTask(steps);
        turn();
        return task;
    }

    // ---- where it arrives

    /** Statement 86; CPython: test_tasks.test_cancel_with_message_before_starting_task. */
    @Test
    void before_the_first_step_the_body_never_runs() {
        Task<Object> task = loop.createTask(steps().run(() -> log.add("body")).lastly(() -> log.add("finally")));

        assertThat(task.cancel("early")).isTrue();
        assertThat(task.isDone()).isFalse();
        turn();

        assertThat(task.isCancelled()).isTrue();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("early");
        assertThat(log).isEmpty();
        assertThat(task.coroutine()).hasToString("coroutine Steps.steps, closed");
    }

    /** Statement 87; CPython: test_tasks.test_cancel, test_cancel_inner_future. */
    @Test
    void a_suspended_task_is_cancelled_at_its_await_and_so_is_what_it_awaits() {
        Task<Object> task = started(
                steps().awaits(promise).run(() -> log.add("not reached")).catching(CancelledError.class, it -> {
                    log.add(it);
                    throw (Throwable) it;
                }));

        task.cancel();
        assertThat(promise.isCancelled()).isTrue();
        assertThat(task.isDone()).isFalse();
        turn();

        assertThat(task.isCancelled()).isTrue();
        assertThat(log).hasSize(1).first().isInstanceOf(CancelledError.class);
    }

    @Test
    void it_is_thrown_at_a_bare_yield_of_a_promise_too() {
        Task<Object> task = started(steps().yields(promise).returns("not reached"));

        task.cancel("bare");
        turn();

        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("bare");
    }

    @Test
    void its_trace_are_the_awaits_of_the_task_and_nothing_of_the_loop() {
        Task<Object> task =
                started(steps("outer").awaits(steps("inner").awaits(promise)).catching(CancelledError.class, it -> it));

        task.cancel();
        turn();

        assertThat(((CancelledError) task.result()).getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .containsExactly("inner", "outer");
    }

    /** Statement 87; CPython: test_tasks.test_task_cancel_sleeping_task. */
    @Test
    void it_is_thrown_at_the_innermost_await_and_finally_blocks_run_from_the_inside_out() {
        Steps inner = steps().awaits(promise).lastly(() -> log.add("inner"));
        Task<Object> task = started(steps().awaits(inner).lastly(() -> log.add("outer")));

        task.cancel();
        turn();

        assertThat(log).containsExactly("inner", "outer");
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void a_finally_block_may_await_before_the_task_ends() {
        Task<Object> task = started(steps().awaits(promise)
                .catching(CancelledError.class, it -> it)
                .turn()
                .lastly(() -> {
                    log.add("cleaned up");
                    throw new CancelledError();
                }));

        task.cancel();
        turn();
        assertThat(task.isDone()).isFalse();

        turn();
        assertThat(log).containsExactly("cleaned up");
        assertThat(task.isCancelled()).isTrue();
    }

    // ---- refusing it

    /** Statement 89; CPython: test_tasks.test_cancel_task_catching. */
    @Test
    void a_task_that_swallows_it_goes_on_and_ends_normally() {
        Task<Object> task = started(steps().awaits(promise)
                .catching(CancelledError.class, it -> "swallowed")
                .turn()
                .returns("result"));

        task.cancel();
        turns(2);

        assertThat(task.isCancelled()).isFalse();
        assertThat(task.result()).isEqualTo("result");
        assertThat(task.cancelling()).isEqualTo(1);
    }

    /** Statement 89; CPython: test_tasks.test_cancel_task_ignoring. */
    @Test
    void it_can_be_refused_and_requested_again() {
        Task<Object> task = started(steps().awaits(promise)
                .catching(CancelledError.class, it -> "swallowed")
                .awaits(() -> promise()));
        task.cancel();
        turn();
        assertThat(task.isDone()).isFalse();

        task.cancel();
        turn();

        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isEqualTo(2);
    }

    @Test
    void a_cleanup_that_fails_is_the_outcome() {
        RuntimeException broken = new RuntimeException("cleanup");
        Task<Object> task = started(steps().awaits(promise).lastly(() -> {
            throw broken;
        }));

        task.cancel();
        turn();

        assertThat(task.isCancelled()).isFalse();
        assertThat(task.exception()).isSameAs(broken);
    }

    // ---- the running task

    /** Statement 90; CPython: test_tasks.test_cancel_yield. */
    @Test
    void a_running_task_gets_it_at_its_next_suspension_even_a_bare_turn() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().run(() -> self[0].cancel("self"))
                .run(() -> log.add("goes on"))
                .turn()
                .run(() -> log.add("not reached")));

        turn();
        assertThat(self[0].isDone()).isFalse();

        turn();
        assertThat(log).containsExactly("goes on");
        assertThatThrownBy(() -> self[0].result())
                .isInstanceOf(CancelledError.class)
                .hasMessage("self");
    }

    /** Statement 90; CPython: test_tasks.test_cancel_current_task. */
    @Test
    void a_running_task_gets_it_at_the_promise_that_it_awaits_next() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().run(() -> self[0].cancel("self")).awaits(promise));

        turn();
        assertThat(promise.isCancelled()).isTrue();

        turn();
        assertThat(self[0].isCancelled()).isTrue();
    }

    @Test
    void a_running_task_gets_it_once() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().run(() -> self[0].cancel("self"))
                .turn()
                .catching(CancelledError.class, it -> "swallowed")
                .turn()
                .returns("result"));

        turns(3);

        assertThat(self[0].result()).isEqualTo("result");
    }

    /** Statement 90; CPython: test_tasks.test_cancel_at_end. */
    @Test
    void a_running_task_that_does_not_suspend_any_more_ends_cancelled() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().run(() -> self[0].cancel("self")).returns("lost"));

        turn();

        assertThat(self[0].isCancelled()).isTrue();
        assertThatThrownBy(() -> self[0].result()).hasMessage("self");
    }

    @Test
    void a_running_task_that_fails_after_it_has_failed() {
        RuntimeException thrown = new RuntimeException();
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().run(() -> self[0].cancel()).fails(thrown));

        turn();

        assertThat(self[0].exception()).isSameAs(thrown);
    }

    // ---- races of one turn

    /** Statement 91. */
    @Test
    void it_wins_over_a_result_of_the_same_turn() {
        Task<Object> task = started(steps().awaits(promise));

        promise.setResult("lost");
        assertThat(task.cancel("later")).isTrue();
        turn();

        assertThat(task.isCancelled()).isTrue();
        assertThatThrownBy(task::result).hasMessage("later");
        assertThat(promise.result()).isEqualTo("lost");
    }

    @Test
    void it_wins_over_a_failure_of_the_same_turn() {
        Task<Object> task = started(steps().awaits(promise));

        promise.setException(new RuntimeException("lost"));
        task.cancel();
        turn();

        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void it_wins_over_the_result_of_an_awaited_task() {
        Task<Object> inner = loop.createTask(steps().turn().returns("lost"));
        Task<Object> outer = started(steps().awaits(inner));
        turn();
        assertThat(inner.isDone()).isTrue();

        outer.cancel();
        turn();

        assertThat(outer.isCancelled()).isTrue();
    }

    @Test
    void it_wins_over_a_mistaken_await() {
        Task<Object> task = started(steps().yields("nonsense"));

        task.cancel();
        turn();

        assertThat(task.isCancelled()).isTrue();
    }

    /** Statement 81; CPython: test_futures.test_cancel. */
    @Test
    void a_task_that_is_done_cannot_be_cancelled() {
        Task<Object> task = started(steps().returns("value"));

        assertThat(task.cancel()).isFalse();
        assertThat(task.cancelling()).isZero();
        assertThat(task.result()).isEqualTo("value");
    }

    @Test
    void a_promise_that_others_cancel_cancels_who_awaits_it_without_a_request() {
        Task<Object> task = started(steps().awaits(promise));

        promise.cancel("others");
        turn();

        assertThat(task.cancelling()).isZero();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("others");
    }

    // ---- counting

    /** Statement 92; CPython: test_tasks.test_cancelling. */
    @Test
    void cancelling_counts_requests_and_uncancel_withdraws_them() {
        Task<Object> task = started(
                steps().awaits(promise).catching(CancelledError.class, it -> it).turn());

        task.cancel();
        task.cancel();
        assertThat(task.cancelling()).isEqualTo(2);
        assertThat(task.uncancel()).isEqualTo(1);
        assertThat(task.uncancel()).isZero();
        assertThat(task.uncancel()).isZero();
        assertThat(task.cancelling()).isZero();
    }

    /** Statement 92; CPython: test_tasks.test_uncancel_resets_must_cancel. */
    @Test
    void uncancel_to_zero_withdraws_a_request_that_was_not_delivered() {
        Task<Object> task = loop.createTask(steps().run(() -> log.add("body")).returns("value"));

        task.cancel();
        task.uncancel();
        turn();

        assertThat(log).containsExactly("body");
        assertThat(task.result()).isEqualTo("value");
    }

    @Test
    void uncancel_above_zero_withdraws_nothing() {
        Task<Object> task = loop.createTask(steps().run(() -> log.add("body")));

        task.cancel();
        task.cancel();
        task.uncancel();
        turn();

        assertThat(task.isCancelled()).isTrue();
        assertThat(log).isEmpty();
    }

    @Test
    void uncancel_does_not_call_back_what_was_delivered() {
        Task<Object> task = started(steps().awaits(promise));

        task.cancel();
        task.uncancel();
        turn();

        assertThat(task.isCancelled()).isTrue();
    }

    // ---- the message

    /** Statement 93; CPython: test_tasks.test_cancel_traceback_for_future_result. */
    @Test
    void the_message_goes_to_the_await_and_to_the_outcome() {
        Task<Object> task = started(steps().awaits(promise).catching(CancelledError.class, it -> {
            log.add(((CancelledError) it).message());
            throw (Throwable) it;
        }));

        task.cancel("why");
        turn();

        assertThat(log).containsExactly("why");
        assertThatThrownBy(task::result).hasMessage("why");
    }

    @Test
    void of_two_requests_the_first_that_was_delivered_gives_the_message() {
        Task<Object> task = started(steps().awaits(promise));

        task.cancel("first");
        task.cancel("second");
        turn();

        assertThatThrownBy(task::result).hasMessage("first");
    }

    @Test
    void of_two_requests_that_could_not_be_delivered_yet_the_last_gives_the_message() {
        Task<Object> task = loop.createTask(steps());

        task.cancel("first");
        task.cancel("second");
        turn();

        assertThatThrownBy(task::result).hasMessage("second");
    }
}
