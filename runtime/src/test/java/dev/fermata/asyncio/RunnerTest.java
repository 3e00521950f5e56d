package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs on one loop: statements 138 to 140 of the asyncio semantics. CPython: test_runners. */
final class RunnerTest {
    private final List<Object> log = new ArrayList<>();
    private final Reports reports = new Reports();
    private final ContextVar<Object> variable = ContextVar.of("variable", -1);

    /** Statement 139; CPython: RunnerTests.test_run. */
    @Test
    void it_runs_a_coroutine_and_closes_its_loop_when_it_is_closed() {
        EventLoop loop;
        Runner runner = new Runner();
        try (runner) {
            assertThat(runner.run(steps().turn().returns("done"))).isEqualTo("done");
            loop = runner.loop();
            assertThat(loop.isClosed()).isFalse();
        }

        assertThat(loop.isClosed()).isTrue();
        assertThatThrownBy(runner::loop)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Runner is closed");
    }

    @Test
    void all_runs_share_the_loop() {
        try (Runner runner = new Runner()) {
            for (int round = 0; round < 2; round++) {
                runner.run(steps().run(() -> log.add(EventLoop.running())));
            }
            assertThat(log).containsExactly(runner.loop(), runner.loop());
        }
    }

    @Test
    void a_task_that_one_run_has_left_goes_on_in_the_next() {
        try (Runner runner = new Runner()) {
            Object task = runner.run(
                    steps().then(it -> Asyncio.createTask(steps().turn().turn().returns("late"))));
            assertThat(((Task<?>) task).isDone()).isFalse();

            assertThat(runner.run(steps().awaits((Task<?>) task))).isEqualTo("late");
        }
    }

    /** Statement 140; CPython: RunnerTests.test_run_keeps_context. */
    @Test
    void all_runs_share_the_context() {
        try (Runner runner = new Runner()) {
            assertThat(set(runner, 1)).isEqualTo(-1);
            assertThat(set(runner, 2)).isEqualTo(1);
            assertThat(runner.run(steps().then(it -> Context.copy().get(variable))))
                    .isEqualTo(2);
        }
        assertThat(variable.get()).isEqualTo(-1);
    }

    private Object set(Runner runner, int value) {
        return runner.run(steps().then(it -> {
            Object old = variable.get();
            variable.set(value);
            return old;
        }));
    }

    @Test
    void the_context_is_copied_when_the_loop_is_made() {
        Runner runner = new Runner();
        try (Token<Object> token = variable.set("before")) {
            assertThat(runner.loop().isRunning()).isFalse();
            assertThat(token.hasOldValue()).isFalse();
        }
        try (runner) {
            assertThat(set(runner, 1)).isEqualTo("before");
        }
    }

    @Test
    void a_run_may_be_given_a_context() {
        Context context = Context.empty();
        try (Runner runner = new Runner()) {
            runner.run(steps().then(it -> variable.set("there")), context);
            assertThat(set(runner, 1)).isEqualTo(-1);
        }
        assertThat(context.get(variable)).isEqualTo("there");
    }

    /** CPython: RunnerTests.test_explicit_close and test_double_close. */
    @Test
    void it_may_be_closed_twice_and_before_it_has_a_loop() {
        Runner unused = new Runner(RunOptions.defaults().withLoop(() -> {
            throw new AssertionError("nobody needs a loop");
        }));
        unused.close();
        assertThatThrownBy(unused::loop).hasMessage("Runner is closed");

        Runner used = new Runner();
        EventLoop loop = used.loop();
        used.close();
        used.close();
        assertThat(loop.isClosed()).isTrue();
    }

    /** Statement 139; CPython: RunnerTests.test_second_with_block_raises. */
    @Test
    void a_closed_one_refuses_a_run_and_leaves_the_coroutine_fresh() {
        Runner runner = new Runner();
        runner.run(steps());
        runner.close();
        Steps coroutine = steps();

        assertThatThrownBy(() -> runner.run(coroutine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Runner is closed");
        assertThat(Inspect.state(coroutine)).isEqualTo(CoroutineState.CREATED);
    }

    /** Statement 139; CPython: RunnerTests.test_recursive_run. */
    @Test
    void inside_a_loop_a_run_is_refused_and_the_coroutine_stays_fresh() {
        Steps inner = steps();
        try (Runner runner = new Runner()) {
            runner.run(steps().run(() -> assertThatThrownBy(() -> runner.run(inner))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("Runner.run() cannot be called from a running event loop; write await(..)"
                                    + " instead"))
                    .awaits(inner)
                    .run(() -> assertThatThrownBy(runner::close)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageStartingWith("Runner.close() cannot be called from a running event loop")));
            runner.run(steps()); // it was not closed
        }
        assertThat(Inspect.state(inner)).isEqualTo(CoroutineState.CLOSED);
    }

    /** CPython: RunnerTests.test_run_non_coro. */
    @Test
    void null_is_refused() {
        try (Runner runner = new Runner()) {
            assertThatThrownBy(() -> runner.run((Steps) null)).hasMessage("a coroutine was expected, got null");
        }
    }

    @Test
    void it_calls_an_async_lambda_on_the_loop() {
        try (Runner runner = new Runner()) {
            Object result = runner.run(() -> {
                log.add(EventLoop.running());
                return steps().returns("result");
            });
            assertThat(result).isEqualTo("result");
            assertThat(log).containsExactly(runner.loop());
        }
    }

    // ---- options

    /** CPython: RunnerTests.test_custom_factory and RunTests.test_asyncio_run_loop_factory. */
    @Test
    void the_loop_may_be_ones_own_and_is_made_once() {
        EventLoop own = EventLoop.create();
        RunOptions options = RunOptions.defaults().withLoop(() -> {
            log.add("made");
            return own;
        });
        try (Runner runner = new Runner(options)) {
            assertThat(log).isEmpty();
            assertThat(runner.loop()).isSameAs(own);
            assertThat(runner.run(steps().then(it -> EventLoop.running()))).isSameAs(own);
            assertThat(log).containsExactly("made");
        }
        assertThat(own.isClosed()).isTrue();
    }

    @Test
    void a_supplier_without_a_loop_is_told_so() {
        Steps main = steps();
        assertThatThrownBy(() -> Asyncio.run(main, RunOptions.defaults().withLoop(() -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the supplier of RunOptions.withLoop() returned null");
    }

    // ---- the end

    /** Statement 138; CPython: RunTests.test_asyncio_run_cancels_hanging_tasks. */
    @Test
    void tasks_that_are_left_are_cancelled_and_awaited() {
        Task<?>[] left = new Task<?>[1];
        try (Runner runner = new Runner()) {
            runner.run(steps().run(() -> left[0] = Asyncio.createTask(
                            steps().awaits(EventLoop.running().createPromise())
                                    .catching(CancelledError.class, it -> null)
                                    .turn()
                                    .run(() -> log.add("cleaned up"))))
                    .turn());
        }
        assertThat(left[0].isDone()).isTrue();
        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void so_are_tasks_that_these_make_while_they_end() {
        Task<?>[] second = new Task<?>[1];
        try (Runner runner = new Runner()) {
            runner.run(steps().run(() -> Asyncio.createTask(steps().awaits(
                                    EventLoop.running().createPromise())
                            .lastly(() -> second[0] = Asyncio.createTask(
                                    steps().turn().turn().turn().lastly(() -> log.add("ended"))))))
                    .turn());
        }
        assertThat(second[0].isCancelled()).isTrue();
    }

    @Test
    void tasks_that_always_make_another_do_not_keep_it_from_closing() {
        EventLoop loop;
        try (Runner runner = new Runner()) {
            loop = runner.loop();
            loop.setExceptionHandler(reports);
            runner.run(steps().run(() -> Asyncio.createTask(again())).turn());
        }
        assertThat(loop.isClosed()).isTrue();
    }

    private static Steps again() {
        return steps().run(
                        () -> Asyncio.createTask(again(), TaskOptions.defaults().eager()))
                .catching(IllegalStateException.class, it -> null)
                .awaits(() -> EventLoop.running().createPromise())
                .lastly(() -> Asyncio.createTask(endless()));
    }

    private static Steps endless() {
        return steps().awaits(() -> EventLoop.running().createPromise()).lastly(() -> Asyncio.createTask(endless()));
    }

    /** Statement 138; CPython: RunTests.test_asyncio_run_reports_hanging_tasks_errors. */
    @Test
    void what_goes_wrong_at_the_end_is_reported_and_the_rest_goes_on() {
        IOException thrown = new IOException();
        try (Runner runner = new Runner()) {
            runner.loop().setExceptionHandler(reports);
            runner.run(steps().run(() -> {
                        Asyncio.createTask(steps().awaits(EventLoop.running().createPromise())
                                .catching(CancelledError.class, it -> {
                                    throw thrown;
                                }));
                        Asyncio.createTask(steps().awaits(EventLoop.running().createPromise())
                                .lastly(() -> log.add("the other")));
                    })
                    .turn());
        }
        ErrorContext context = reports.takeOne();
        assertThat(context.message()).isEqualTo("unhandled exception during Asyncio.run() shutdown");
        assertThat(context.exception()).isSameAs(thrown);
        assertThat(log).containsExactly("the other");
    }
}
