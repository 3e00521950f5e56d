package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statement 78 of the asyncio semantics. */
final class ExecutorTest extends LoopTestCase {
    /** An executor whose work the test does by hand. */
    private final Queue<Runnable> work = new ArrayDeque<>();

    /** Statement 78; CPython: test_events.EventLoopTestsMixin.test_run_in_executor. */
    @Test
    void the_value_of_the_call_is_the_result() {
        Promise<Object> promise = loop.runInExecutor(work::add, () -> "value");

        work.remove().run();
        assertThat(promise.isDone()).isFalse();
        turn();

        assertThat(promise.result()).isEqualTo("value");
    }

    @Test
    void the_failure_of_the_call_is_the_failure() {
        IOException thrown = new IOException("checked");
        Promise<Object> promise = loop.runInExecutor(work::add, () -> {
            throw thrown;
        });

        work.remove().run();
        turn();

        assertThat(promise.exception()).isSameAs(thrown);
    }

    @Test
    void an_error_of_the_call_is_the_failure_too() {
        Promise<Object> promise = loop.runInExecutor(work::add, () -> {
            throw new AssertionError("deep");
        });

        work.remove().run();
        turn();

        assertThat(promise.exception()).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_failure_that_nobody_retrieves_is_reported() {
        RuntimeException thrown = new RuntimeException("forgotten");
        loop.runInExecutor(work::add, () -> {
            throw thrown;
        });

        work.remove().run();
        turn();
        loop.close();

        assertThat(reports.takeOne().exception()).isSameAs(thrown);
    }

    /** Statement 78; CPython: test_events.EventLoopTestsMixin.test_run_in_executor_cancel. */
    @Test
    void cancelled_before_it_began_it_is_not_called() {
        Promise<Object> promise = loop.runInExecutor(work::add, () -> log.add("called"));

        promise.cancel();
        work.remove().run();
        turn();

        assertThat(promise.isCancelled()).isTrue();
        assertThat(log).isEmpty();
    }

    /** Statement 78; CPython: test_events.EventLoopTestsMixin.test_run_in_executor_cancel. */
    @Test
    void cancelled_while_it_runs_its_outcome_is_dropped() {
        Promise<?>[] self = new Promise<?>[2];
        self[0] = loop.runInExecutor(work::add, () -> self[0].cancel());
        self[1] = loop.runInExecutor(work::add, () -> {
            self[1].cancel();
            throw new IOException();
        });

        work.remove().run();
        work.remove().run();
        turn();

        assertThat(self[0].isCancelled()).isTrue();
        assertThat(self[1].isCancelled()).isTrue();
    }

    @Test
    void cancelled_after_it_ended_but_before_the_loop_knew_its_outcome_is_dropped() {
        Promise<Object> promise = loop.runInExecutor(work::add, () -> "lost");

        work.remove().run();
        promise.cancel();
        turn();

        assertThat(promise.isCancelled()).isTrue();
    }

    @Test
    void cancelling_the_task_that_awaits_it_cancels_the_promise() {
        Promise<Object> promise = loop.runInExecutor(work::add, () -> log.add("called"));
        Task<Object> task = loop.createTask(steps().awaits(promise));
        turn();

        task.cancel();
        turn();

        assertThat(promise.isCancelled()).isTrue();
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void an_executor_that_refuses_throws_at_the_call() {
        assertThatThrownBy(() -> loop.runInExecutor(
                        it -> {
                            throw new RejectedExecutionException("full");
                        },
                        () -> null))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void an_outcome_that_comes_after_the_loop_was_closed_is_dropped() {
        loop.runInExecutor(work::add, () -> "late");
        loop.runInExecutor(work::add, () -> {
            throw new IOException("late");
        });

        loop.close();

        assertThatCode(() -> work.forEach(Runnable::run)).doesNotThrowAnyException();
    }

    /** Statement 78; CPython: test_events.test_run_in_executor. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void it_runs_in_a_thread_of_the_executor() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (EventLoop real = EventLoop.create()) {
            Object name = real.runUntilComplete(
                    steps().awaits(() -> real.runInExecutor(executor, () -> Thread.currentThread())));

            assertThat(name).isInstanceOf(Thread.class).isNotSameAs(Thread.currentThread());
        } finally {
            executor.shutdown();
        }
    }
}
