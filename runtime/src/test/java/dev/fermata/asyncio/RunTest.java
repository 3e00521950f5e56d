package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asyncio.run: statements 138 and 139 of the asyncio semantics. */
final class RunTest {
    private final List<Object> log = new ArrayList<>();
    private final Reports reports = new Reports();

    private Object run(Steps main) {
        return Asyncio.run(main);
    }

    @Test
    void it_returns_the_result_and_closes_the_loop() {
        Object result = run(steps().run(() -> log.add(EventLoop.running())).returns("result"));

        assertThat(result).isEqualTo("result");
        assertThat(((EventLoop) log.get(0)).isClosed()).isTrue();
        assertThatThrownBy(EventLoop::running).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_throws_what_the_main_coroutine_throws_and_closes_the_loop() {
        IOException thrown = new IOException("checked");

        assertThatThrownBy(() ->
                        run(steps().run(() -> log.add(EventLoop.running())).fails(thrown)))
                .isSameAs(thrown);

        assertThat(((EventLoop) log.get(0)).isClosed()).isTrue();
    }

    @Test
    void it_calls_an_async_lambda_on_the_loop() {
        Object result = Asyncio.run(() -> {
            log.add(EventLoop.running().isRunning());
            return steps().returns("result");
        });

        assertThat(result).isEqualTo("result");
        assertThat(log).containsExactly(true);
    }

    @Test
    void what_an_async_lambda_throws_is_thrown() {
        IOException thrown = new IOException("checked");

        assertThatThrownBy(() -> Asyncio.run(() -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void an_async_lambda_that_returns_null_is_told_so() {
        assertThatThrownBy(() -> Asyncio.run(() -> null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("null instead of a coroutine");
    }

    @Test
    void null_is_refused() {
        assertThatThrownBy(() -> run(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a coroutine was expected, got null");
    }

    @Test
    void each_run_has_a_loop_of_its_own_and_leaves_the_threads_loop_alone() {
        try (EventLoop own = Asyncio.getEventLoop()) {
            for (int round = 0; round < 2; round++) {
                run(steps().run(() -> log.add(EventLoop.running())));
            }

            assertThat(Asyncio.getEventLoop()).isSameAs(own);
            assertThat(log).doesNotContain(own).doesNotHaveDuplicates();
        } finally {
            Asyncio.setEventLoop(null);
        }
    }

    /** Statement 138; CPython: test_runners.test_asyncio_run_cancels_hanging_tasks. */
    @Test
    void tasks_that_are_left_are_cancelled_and_run_to_their_end() {
        run(steps().run(() -> {
                    EventLoop loop = EventLoop.running();
                    loop.createTask(steps().awaits(loop.createPromise())
                            .catching(CancelledError.class, it -> log.add("cancelled"))
                            .turn()
                            .run(() -> log.add("cleaned up")));
                    loop.createTask(steps().run(() -> log.add("started")).awaits(loop.createPromise()));
                })
                .turn());

        assertThat(log).containsExactly("started", "cancelled", "cleaned up");
    }

    @Test
    void tasks_that_are_left_are_cancelled_after_a_failure_too() {
        assertThatThrownBy(() -> run(steps().run(() -> Asyncio.createTask(
                                steps().awaits(Asyncio.getRunningLoop().createPromise())
                                        .lastly(() -> log.add("finally"))))
                        .turn()
                        .fails(new IOException())))
                .isInstanceOf(IOException.class);

        assertThat(log).containsExactly("finally");
    }

    /** Statement 138; CPython: test_runners.test_asyncio_run_reports_hanging_tasks_errors. */
    @Test
    void a_task_that_was_left_and_fails_instead_of_ending_is_reported_once() {
        RuntimeException broken = new RuntimeException("cleanup");

        run(steps().run(() -> {
                    EventLoop.running().setExceptionHandler(reports);
                    log.add(Asyncio.createTask(
                            steps().awaits(EventLoop.running().createPromise()).lastly(() -> {
                                throw broken;
                            })));
                })
                .turn());

        ErrorContext context = reports.takeOne();
        assertThat(context.message()).isEqualTo("unhandled exception during Asyncio.run() shutdown");
        assertThat(context.exception()).isSameAs(broken);
        assertThat(context.task()).isSameAs(log.get(0));
    }

    @Test
    void a_failure_that_nobody_retrieved_is_reported_once() {
        RuntimeException thrown = new RuntimeException("forgotten");

        run(steps().run(() -> {
                    EventLoop.running().setExceptionHandler(reports);
                    Asyncio.createTask(steps().fails(thrown));
                })
                .turn());

        assertThat(reports.takeOne().exception()).isSameAs(thrown);
    }

    /** Statement 139; CPython: test_runners.test_asyncio_run_from_running_loop. */
    @Test
    void inside_a_loop_it_is_refused_and_the_coroutine_stays_fresh() {
        Steps inner = steps();

        run(steps().run(() -> assertThatThrownBy(() -> run(inner))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Asyncio.run() cannot be called from a running event loop")));

        assertThat(inner).hasToString("coroutine Steps.steps, created");
    }

    @Test
    void a_coroutine_that_has_run_is_refused() {
        Steps used = steps();
        run(used);

        assertThatThrownBy(() -> run(used))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    @Test
    void a_main_coroutine_that_cancels_itself_ends_with_CancelledError() {
        assertThatThrownBy(() -> run(
                        steps().run(() -> Asyncio.currentTask().cancel("self")).turn()))
                .isInstanceOf(CancelledError.class)
                .hasMessage("self");
    }
}
