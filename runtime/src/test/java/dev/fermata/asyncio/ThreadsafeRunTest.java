package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Asyncio.runCoroutineThreadsafe. The loop is moved by hand: its future is for other threads, and knows none. */
final class ThreadsafeRunTest extends LoopTestCase {
    /** Statement 142; CPython: test_tasks.test_run_coroutine_threadsafe. */
    @Test
    void the_future_gets_the_result() {
        CompletableFuture<Object> future =
                Asyncio.runCoroutineThreadsafe(steps().turn().returns("result"), loop);

        assertThat(future).isNotDone();
        turns(5);

        assertThat(future).isCompletedWithValue("result");
    }

    /** Statement 142; CPython: test_tasks.test_run_coroutine_threadsafe_with_exception. */
    @Test
    void the_future_gets_what_the_coroutine_throws_unwrapped() {
        IOException thrown = new IOException("checked");
        CompletableFuture<Object> future =
                Asyncio.runCoroutineThreadsafe(steps().turn().fails(thrown), loop);
        future.whenComplete((value, failure) -> log.add(failure));

        turns(5);

        assertThat(log).containsExactly(thrown);
    }

    /** Statement 142; CPython: test_tasks.test_run_coroutine_threadsafe_task_factory_exception. */
    @Test
    void what_making_the_coroutine_throws_is_its_outcome() {
        IOException thrown = new IOException("checked");
        CompletableFuture<Object> future = Asyncio.runCoroutineThreadsafe(
                () -> {
                    throw thrown;
                },
                loop);
        future.whenComplete((value, failure) -> log.add(failure));

        turns(5);

        assertThat(log).containsExactly(thrown);
    }

    @Test
    void cancelling_the_future_cancels_the_coroutine_in_the_loop() {
        CompletableFuture<Object> future =
                Asyncio.runCoroutineThreadsafe(steps().awaits(this::promise).lastly(() -> log.add("cancelled")), loop);
        turns(3);

        future.cancel(true);
        assertThat(log).isEmpty();
        turns(3);

        assertThat(log).containsExactly("cancelled");
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    void completing_the_future_in_another_way_cancels_the_coroutine_too() {
        CompletableFuture<Object> future =
                Asyncio.runCoroutineThreadsafe(steps().awaits(this::promise).lastly(() -> log.add("cancelled")), loop);
        turns(3);

        future.completeExceptionally(new TimeoutException());
        turns(3);

        assertThat(log).containsExactly("cancelled");
    }

    @Test
    void cancelled_before_the_loop_began_it_nothing_runs() {
        CompletableFuture<Object> future = Asyncio.runCoroutineThreadsafe(
                () -> {
                    log.add("made");
                    return steps();
                },
                loop);

        future.cancel(true);
        turns(3);

        assertThat(log).isEmpty();
    }

    /** Statement 142; CPython: test_tasks.test_run_coroutine_threadsafe_task_cancelled. */
    @Test
    void a_cancelled_coroutine_cancels_the_future() {
        CompletableFuture<Object> future = Asyncio.runCoroutineThreadsafe(
                steps().run(() -> Asyncio.currentTask().cancel()).turn(), loop);

        turns(5);

        assertThat(future).isCancelled();
    }

    @Test
    void a_failure_after_the_future_was_cancelled_goes_to_the_exception_handler() {
        RuntimeException thrown = new RuntimeException("in a finally block");
        CompletableFuture<Object> future = Asyncio.runCoroutineThreadsafe(
                steps().awaits(this::promise).lastly(() -> {
                    throw thrown;
                }),
                loop);
        turns(3);

        future.cancel(true);
        turns(4);

        assertThat(reports.takeOne().exception()).isSameAs(thrown);
    }

    @Test
    void closing_the_loop_fails_the_future() {
        CompletableFuture<Object> begun = Asyncio.runCoroutineThreadsafe(steps().awaits(this::promise), loop);
        turns(3);
        CompletableFuture<Object> waiting = Asyncio.runCoroutineThreadsafe(steps(), loop);
        begun.whenComplete((value, failure) -> log.add(failure.getMessage()));
        waiting.whenComplete((value, failure) -> log.add(failure.getMessage()));

        loop.close();

        assertThat(log).containsExactly("Event loop is closed", "Event loop is closed");
    }

    @Test
    void cancelling_the_future_after_the_loop_was_closed_does_nothing() {
        CompletableFuture<Object> future = Asyncio.runCoroutineThreadsafe(steps().awaits(this::promise), loop);
        loop.close();

        assertThat(future.cancel(true)).isFalse();
    }

    @Test
    void on_a_closed_loop_it_is_refused_and_the_coroutine_closed() {
        Steps coroutine = steps();
        loop.close();

        assertThatThrownBy(() -> Asyncio.runCoroutineThreadsafe(coroutine, loop))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Event loop is closed");
        assertThat(coroutine).hasToString("coroutine Steps.steps, closed");
    }

    @Test
    void what_has_ended_is_not_kept_by_the_loop() {
        Asyncio.runCoroutineThreadsafe(steps(), loop);
        Asyncio.runCoroutineThreadsafe(steps(), loop).cancel(true);

        turns(5);

        assertThat(loop.submissions.isEmpty()).isTrue();
    }
}
