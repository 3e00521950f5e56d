package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Promises of completion stages, and of anything: statement 84 of the asyncio semantics. */
final class WrapFutureTest extends LoopTestCase {
    private final CompletableFuture<Object> future = new CompletableFuture<>();
    private Promise<Object> promise;

    private void wrap() {
        run(steps().run(() -> promise = Asyncio.wrapFuture(future)));
    }

    /** Statement 84; CPython: test_futures.BaseFutureTests.test_wrap_future. */
    @Test
    void its_value_is_that_of_the_stage_whoever_completes_it() throws InterruptedException {
        wrap();
        Thread other = new Thread(() -> future.complete("value"));
        other.start();
        other.join();
        assertThat(promise.isDone()).isFalse();
        turn();
        assertThat(promise.result()).isEqualTo("value");
    }

    /** Statement 84. */
    @Test
    void one_of_a_stage_that_is_complete_has_its_outcome_in_the_next_turn() {
        future.complete("value");
        run(steps().run(() -> {
                    promise = Asyncio.wrapFuture(future);
                    assertThat(promise.isDone()).isFalse();
                })
                .turn()
                .turn()
                .run(() -> assertThat(promise.result()).isEqualTo("value")));
    }

    /** Statement 84. */
    @Test
    void its_failure_is_that_of_the_stage_unwrapped() {
        IOException thrown = new IOException();
        run(steps().run(() -> promise = Asyncio.wrapFuture(future.thenApply(it -> it))));
        future.completeExceptionally(thrown);
        turn();
        assertThat(promise.exception()).isSameAs(thrown);
    }

    /** Statement 84; CPython: test_futures.BaseFutureTests.test_wrap_future_cancel. */
    @Test
    void cancelling_it_cancels_the_stage() {
        wrap();
        promise.cancel();
        assertThat(promise.isCancelled()).isTrue();
        assertThat(future).isCancelled();
        turn();
    }

    /** Statement 84; CPython: test_futures.BaseFutureTests.test_wrap_future_cancel2. */
    @Test
    void one_that_has_a_value_keeps_it_and_leaves_the_stage_alone() {
        wrap();
        promise.setResult("mine");
        future.complete("theirs");
        assertThat(promise.cancel()).isFalse();
        turn();
        assertThat(promise.result()).isEqualTo("mine");
        assertThat(future.join()).isEqualTo("theirs");
    }

    /** Statement 84. */
    @Test
    void a_stage_that_was_cancelled_cancels_it() {
        wrap();
        future.cancel(true);
        turn();
        assertThat(promise.isCancelled()).isTrue();
    }

    /** Statement 84. */
    @Test
    void cancelling_a_task_that_awaits_it_cancels_the_stage() {
        wrap();
        Task<Object> task = loop.createTask(steps().awaits(promise));
        turn();
        task.cancel();
        turns(2);
        assertThat(task.isCancelled()).isTrue();
        assertThat(future).isCancelled();
    }

    @Test
    void a_stage_that_completes_after_the_loop_was_closed_troubles_nobody() {
        wrap();
        loop.close();
        assertThat(future.complete("late")).isTrue();
        assertThat(promise.isDone()).isFalse();
    }

    @Test
    void it_needs_a_loop_that_runs_and_a_stage() {
        assertThatThrownBy(() -> Asyncio.wrapFuture(future))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no running event loop");
        assertThatThrownBy(() -> run(steps().run(() -> Asyncio.wrapFuture(null))))
                .hasMessage("a completion stage was expected, got null");
    }

    // ---- ensureFuture

    /** CPython: test_tasks.BaseTaskTests.test_ensure_future_future, test_ensure_future_task. */
    @Test
    void ensureFuture_returns_a_promise_as_it_is() {
        Promise<Object> own = promise();
        assertThat(Asyncio.ensureFuture(own)).isSameAs(own);
        assertThat(Asyncio.ensureFuture(own, loop)).isSameAs(own);
    }

    /** CPython: test_tasks.BaseTaskTests.test_ensure_future_coroutine, test_ensure_future_awaitable. */
    @Test
    void ensureFuture_makes_a_task_of_all_else() {
        Coroutine<Object> coroutine = steps().returns("value");
        Promise<Object> task = Asyncio.ensureFuture(() -> coroutine, loop);
        assertThat(task).isInstanceOf(Task.class);
        assertThat(loop.runUntilComplete(task)).isEqualTo("value");
        run(steps().awaits(() -> Asyncio.ensureFuture(steps().run(() -> log.add("run")))));
        assertThat(log).containsExactly("run");
    }

    /** CPython: test_tasks.BaseTaskTests.test_ensure_future_task, the other loop. */
    @Test
    void ensureFuture_of_the_promise_of_another_loop_is_an_IllegalArgumentException() {
        try (EventLoop other = EventLoop.create()) {
            assertThatThrownBy(() -> Asyncio.ensureFuture(promise(), other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The promise belongs to a different loop than the one specified as the loop argument");
        }
    }

    /** CPython: test_tasks.BaseTaskTests.test_ensure_future_error_msg, here without a loop. */
    @Test
    void ensureFuture_of_a_coroutine_without_a_loop_closes_it() {
        Steps coroutine = steps();
        assertThatThrownBy(() -> Asyncio.ensureFuture(coroutine)).isInstanceOf(IllegalStateException.class);
        assertThat(Inspect.state(coroutine)).isEqualTo(CoroutineState.CLOSED);
    }
}
