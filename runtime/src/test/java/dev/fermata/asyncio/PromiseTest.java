package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class PromiseTest extends LoopTestCase {
    private final Promise<Object> promise = promise();
    private final Consumer<Promise<Object>> first = done -> log.add("first");
    private final Consumer<Promise<Object>> second = done -> log.add("second");

    // ---- states

    /** Statement 79; CPython: test_futures.test_initial_state. */
    @Test
    void a_pending_promise_has_nothing_to_give() {
        assertThat(promise.isDone()).isFalse();
        assertThat(promise.isCancelled()).isFalse();
        assertThat(promise.loop()).isSameAs(loop);
        assertThat(promise).hasToString("Promise pending");
        assertThatThrownBy(promise::result)
                .isInstanceOf(InvalidStateException.class)
                .hasMessage("Result is not set.");
        assertThatThrownBy(promise::exception)
                .isInstanceOf(InvalidStateException.class)
                .hasMessage("Exception is not set.");
    }

    /** Statement 79; CPython: test_futures.test_result. */
    @Test
    void a_promise_with_a_result_gives_it() {
        promise.setResult("value");

        assertThat(promise.isDone()).isTrue();
        assertThat(promise.isCancelled()).isFalse();
        assertThat(promise.result()).isEqualTo("value");
        assertThat(promise.exception()).isNull();
        assertThat(promise).hasToString("Promise finished, result=value");
    }

    @Test
    void null_is_a_result() {
        promise.setResult(null);

        assertThat(promise.isDone()).isTrue();
        assertThat(promise.result()).isNull();
    }

    /** Statement 79; CPython: test_futures.test_exception. */
    @Test
    void a_failed_promise_throws_what_it_failed_with_as_it_is() {
        IOException thrown = new IOException("checked");

        promise.setException(thrown);

        assertThat(promise.isDone()).isTrue();
        assertThat(promise.isCancelled()).isFalse();
        assertThat(promise.exception()).isSameAs(thrown);
        assertThatThrownBy(promise::result).isSameAs(thrown);
        assertThat(promise).hasToString("Promise finished, exception=java.io.IOException: checked");
    }

    /** Statement 79; CPython: test_futures.test_cancel. */
    @Test
    void a_cancelled_promise_throws_CancelledError_with_the_message() {
        assertThat(promise.cancel("why")).isTrue();

        assertThat(promise.isDone()).isTrue();
        assertThat(promise.isCancelled()).isTrue();
        assertThatThrownBy(promise::result).isInstanceOf(CancelledError.class).hasMessage("why");
        assertThatThrownBy(promise::exception)
                .isInstanceOf(CancelledError.class)
                .hasMessage("why");
        assertThat(promise).hasToString("Promise cancelled");
    }

    @Test
    void a_promise_cancelled_without_a_message_has_none() {
        promise.cancel();

        assertThatThrownBy(promise::result).isInstanceOf(CancelledError.class).hasMessage(null);
    }

    /** Statements 79 and 81; CPython: test_futures.test_result, test_cancel. */
    @Test
    void there_is_one_outcome() {
        Promise<Object> failed = promise();
        failed.setException(new RuntimeException());
        failed.exception();
        Promise<Object> cancelled = promise();
        cancelled.cancel();
        promise.setResult("value");

        for (Promise<Object> done : List.of(promise, failed, cancelled)) {
            assertThatThrownBy(() -> done.setResult("other")).isInstanceOf(InvalidStateException.class);
            assertThatThrownBy(() -> done.setException(new RuntimeException()))
                    .isInstanceOf(InvalidStateException.class)
                    .hasMessage("invalid state: " + done);
            assertThat(done.cancel()).isFalse();
        }
        assertThat(promise.result()).isEqualTo("value");
        assertThat(failed.isCancelled()).isFalse();
    }

    @Test
    void null_is_no_exception() {
        assertThatThrownBy(() -> promise.setException(null)).isInstanceOf(NullPointerException.class);
        assertThat(promise.isDone()).isFalse();
    }

    // ---- callbacks

    /** Statement 80; CPython: test_futures.test_callbacks_invoked_on_set_result. */
    @Test
    void callbacks_are_called_in_the_next_turn_in_order_of_registration() {
        promise.addDoneCallback(first);
        promise.addDoneCallback(second);
        promise.addDoneCallback(done -> log.add(done.result()));

        promise.setResult("value");
        assertThat(log).isEmpty();

        turn();
        assertThat(log).containsExactly("first", "second", "value");
    }

    @Test
    void callbacks_are_called_after_a_failure_and_a_cancellation_too() {
        Promise<Object> cancelled = promise();
        promise.addDoneCallback(first);
        cancelled.addDoneCallback(second);

        promise.setException(new RuntimeException());
        cancelled.cancel();
        turn();

        assertThat(log).containsExactly("first", "second");
        assertThat(promise.exception()).isNotNull();
    }

    @Test
    void a_callback_added_when_it_is_done_is_called_in_the_next_turn() {
        promise.setResult("value");

        promise.addDoneCallback(first);
        assertThat(log).isEmpty();

        turn();
        assertThat(log).containsExactly("first");
    }

    @Test
    void a_callback_is_called_as_often_as_it_was_added() {
        promise.addDoneCallback(first);
        promise.addDoneCallback(first);

        promise.setResult(null);
        turn();

        assertThat(log).containsExactly("first", "first");
    }

    /** Statement 80; CPython: test_futures.test_remove_done_callback. */
    @Test
    void removing_counts_and_removes_every_occurrence() {
        assertThat(promise.removeDoneCallback(first)).isZero();
        promise.addDoneCallback(first);
        assertThat(promise.removeDoneCallback(second)).isZero();
        assertThat(promise.removeDoneCallback(first)).isEqualTo(1);
        promise.addDoneCallback(first);
        promise.addDoneCallback(second);
        promise.addDoneCallback(first);
        assertThat(promise.removeDoneCallback(first)).isEqualTo(2);
        assertThat(promise.removeDoneCallback(first)).isZero();

        promise.setResult(null);
        turn();

        assertThat(log).containsExactly("second");
    }

    @Test
    void removing_after_the_outcome_is_too_late() {
        promise.addDoneCallback(first);
        promise.setResult(null);

        assertThat(promise.removeDoneCallback(first)).isZero();

        turn();
        assertThat(log).containsExactly("first");
    }

    /** Statement 80; CPython: test_futures.test_schedule_callbacks_list_mutation_1. */
    @Test
    void callbacks_may_add_and_remove_callbacks() {
        promise.addDoneCallback(done -> {
            log.add("removed " + done.removeDoneCallback(first));
            done.addDoneCallback(second);
        });
        promise.addDoneCallback(first);
        promise.setResult(null);

        turn();
        assertThat(log).containsExactly("removed 0", "first");

        turn();
        assertThat(log).containsExactly("removed 0", "first", "second");
    }

    @Test
    void tasks_and_callbacks_are_told_in_one_order() {
        promise.addDoneCallback(first);
        loop.createTask(steps().awaits(promise).run(() -> log.add("task")));
        turn();
        promise.addDoneCallback(second);

        promise.setResult(null);
        turn();

        assertThat(log).containsExactly("first", "task", "second");
    }

    // ---- awaiting

    @Test
    void it_can_be_awaited_as_often_as_one_likes() {
        for (int number = 0; number < 3; number++) {
            loop.createTask(steps().awaits(promise).then(log::add));
        }
        turn();

        promise.setResult("value");
        turn();
        Object late = run(steps().awaits(promise));

        assertThat(log).containsExactly("value", "value", "value");
        assertThat(late).isEqualTo("value");
    }

    @Test
    void awaiting_one_that_is_done_does_not_suspend() {
        promise.setResult("value");
        loop.createTask(steps().awaits(promise).then(log::add));

        turn();

        assertThat(log).containsExactly("value");
    }

    @Test
    void awaiting_a_failed_one_throws() {
        IOException thrown = new IOException();
        loop.callSoon(() -> promise.setException(thrown));

        Object caught = run(steps().awaits(promise).catching(IOException.class, it -> it));

        assertThat(caught).isSameAs(thrown);
    }

    // ---- CompletableFuture

    /** Statement 84; CPython: test_futures.test_wrap_future. */
    @Test
    void a_future_made_of_it_gets_its_result() {
        CompletableFuture<Object> future = promise.toCompletableFuture();

        promise.setResult("value");
        assertThat(future).isNotDone();

        turn();
        assertThat(future).isCompletedWithValue("value");
    }

    /** Statement 84; CPython: test_futures.test_wrap_future. */
    @Test
    void a_future_made_of_it_gets_its_failure() {
        CompletableFuture<Object> future = promise.toCompletableFuture();
        IOException thrown = new IOException();

        promise.setException(thrown);
        turn();

        assertThatThrownBy(future::get).hasCause(thrown);
    }

    /** Statement 84; CPython: test_futures.test_wrap_future_cancel. */
    @Test
    void a_future_made_of_it_is_cancelled_with_it() {
        CompletableFuture<Object> future = promise.toCompletableFuture();

        promise.cancel();
        turn();

        assertThat(future).isCancelled();
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    }

    /** Statement 84; CPython: test_futures.test_wrap_future_cancel. */
    @Test
    void cancelling_a_future_made_of_it_cancels_it_in_the_loop() {
        CompletableFuture<Object> future = promise.toCompletableFuture();

        future.cancel(true);
        assertThat(promise.isDone()).isFalse();

        turn();
        assertThat(promise.isCancelled()).isTrue();
    }

    @Test
    void completing_a_future_made_of_it_by_hand_leaves_the_promise_alone() {
        CompletableFuture<Object> future = promise.toCompletableFuture();

        future.complete("other");
        promise.setResult("value");
        turn();

        assertThat(future).isCompletedWithValue("other");
        assertThat(promise.result()).isEqualTo("value");
    }
}
