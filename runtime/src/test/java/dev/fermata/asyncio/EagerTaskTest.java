package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tasks that begin inside createTask: statement 98 of the asyncio semantics. CPython: test_eager_task_factory. */
final class EagerTaskTest extends LoopTestCase {
    private final ContextVar<Object> variable = ContextVar.of("variable", "unset");

    private static <T> Task<T> eager(Coroutine<T> coroutine) {
        return Asyncio.createTask(coroutine, TaskOptions.defaults().eager());
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_eager_completion. */
    @Test
    void a_task_that_does_not_suspend_is_done_when_it_is_made() {
        Object result = run(steps().then(it -> {
                    Task<Object> task = eager(steps().run(() -> log.add("body")).returns("hello"));
                    log.add("made");
                    assertThat(task.isDone()).isTrue();
                    return task;
                })
                .then(it -> ((Task<?>) it).result()));

        assertThat(log).containsExactly("body", "made");
        assertThat(result).isEqualTo("hello");
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_block_after_eager_step. */
    @Test
    void a_task_that_suspends_goes_on_in_the_loop() {
        Object result = run(steps().awaits(() -> {
            Task<Object> task = eager(steps().run(() -> log.add("first")).turn().returns("late"));
            assertThat(task.isDone()).isFalse();
            log.add("made");
            return task;
        }));

        assertThat(log).containsExactly("first", "made");
        assertThat(result).isEqualTo("late");
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_await_future_during_eager_step. */
    @Test
    void a_task_may_await_a_finished_promise_in_its_first_step() {
        run(steps().run(() -> {
            Promise<Object> promise = loop.createPromise();
            promise.setResult("my message");
            assertThat(eager(steps().awaits(promise)).result()).isEqualTo("my message");
        }));
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_cancellation_after_eager_completion. */
    @Test
    void a_finished_one_cannot_be_cancelled() {
        run(steps().run(() -> {
            Task<Object> task = eager(steps().returns("done"));
            assertThat(task.cancel()).isFalse();
            assertThat(task.isCancelled()).isFalse();
        }));
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_cancellation_after_eager_step_blocks. */
    @Test
    void one_that_suspended_can_be_cancelled() {
        assertThatThrownBy(() -> run(steps().awaits(() -> {
                    Task<Object> task = eager(steps().awaits(loop.createPromise()));
                    task.cancel("cancellation message");
                    assertThat(task.cancelling()).isEqualTo(1);
                    return task;
                })))
                .isInstanceOf(CancelledError.class)
                .hasMessage("cancellation message");
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_current_task. */
    @Test
    void the_current_task_is_the_new_one_while_it_runs() {
        run(steps().awaits(() -> {
            Task<?> creator = Asyncio.currentTask();
            Task<Object> task = eager(
                    steps().run(() -> log.add(Asyncio.currentTask())).turn().run(() -> log.add(Asyncio.currentTask())));
            assertThat(log).containsExactly(task);
            assertThat(Asyncio.currentTask()).isSameAs(creator);
            return task;
        }));

        assertThat(log.get(1)).isSameAs(log.get(0));
    }

    @Test
    void the_current_task_is_restored_after_a_failure_too() {
        IOException thrown = new IOException();
        run(steps().run(() -> {
            Task<?> creator = Asyncio.currentTask();
            Task<Object> task = eager(steps().fails(thrown));
            assertThat(Asyncio.currentTask()).isSameAs(creator);
            assertThat(task.exception()).isSameAs(thrown);
        }));
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_all_tasks_with_eager_completion. */
    @Test
    void a_task_is_among_all_tasks_until_it_is_done() {
        run(steps().run(() -> {
            Task<Object> task = eager(steps().run(() -> log.addAll(Asyncio.allTasks())));
            assertThat(log).contains(task);
            assertThat(Asyncio.allTasks()).doesNotContain(task);
        }));
    }

    /** Statement 98; CPython: EagerTaskFactoryLoopTests.test_all_tasks_with_blocking. */
    @Test
    void a_suspended_one_is_among_all_tasks() {
        run(steps().awaits(() -> {
            Task<Object> task = eager(steps().turn());
            assertThat(Asyncio.allTasks()).contains(task);
            return task;
        }));
        assertThat(loop.allTasks()).isEmpty();
    }

    /** Statements 66 and 98; CPython: EagerTaskFactoryLoopTests.test_context_vars. */
    @Test
    void it_runs_in_a_copy_of_its_creators_context() {
        Steps child = steps().run(this::note)
                .then(it -> variable.set(2))
                .turn()
                .run(this::note)
                .then(it -> variable.set(3));
        run(steps().then(it -> variable.set(1))
                .awaits(() -> {
                    Task<Object> task = eager(child);
                    this.note();
                    return task;
                })
                .run(this::note));

        assertThat(log).containsExactly(1, 1, 2, 1);
    }

    @Test
    void what_it_sets_is_not_seen_by_a_creator_that_has_set_nothing() {
        run(steps().run(() -> {
            Task<?> creator = Asyncio.currentTask();
            Task<Object> task = eager(steps().then(it -> variable.set("child")).run(() -> {
                log.add(creator.context());
                log.add(Asyncio.currentTask().context().get(variable));
            }));
            this.note();
            variable.set("creator");
            assertThat(creator.context()).isSameAs(log.remove(0));
            assertThat(creator.context().get(variable)).isEqualTo("creator");
            assertThat(task.context().get(variable)).isEqualTo("child");
        }));

        assertThat(log).containsExactly("child", "unset");
    }

    @Test
    void it_may_share_the_current_context() {
        run(steps().run(() -> {
            Context own = Asyncio.currentTask().context();
            Asyncio.createTask(
                    steps().then(it -> variable.set("child")),
                    TaskOptions.defaults().withContext(own).eager());
            this.note();
        }));

        assertThat(log).containsExactly("child");
    }

    @Test
    void it_is_refused_in_a_context_that_is_entered_below() {
        Steps coroutine = steps();
        run(steps().run(() -> {
            Context own = Asyncio.currentTask().context();
            TaskOptions options = TaskOptions.defaults().withContext(own).eager();
            Context.empty()
                    .run(() -> assertThatThrownBy(() -> Asyncio.createTask(coroutine, options))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageStartingWith("cannot enter context"));
            assertThat(Asyncio.allTasks()).containsExactly(Asyncio.currentTask());
        }));

        assertThat(Inspect.state(coroutine)).isEqualTo(CoroutineState.CLOSED);
    }

    @Test
    void a_callback_may_make_one() {
        loop.callSoon(() -> {
            eager(steps().then(it -> variable.set("task")).run(this::note));
            log.add(String.valueOf(Asyncio.currentTask()));
            this.note();
        });
        turn();

        assertThat(log).containsExactly("task", "null", "unset");
    }

    /** CPython starts no task eagerly on a loop that does not run. */
    @Test
    void on_a_loop_that_does_not_run_it_begins_in_the_next_turn() {
        loop.createTask(
                steps().run(() -> log.add("step")), TaskOptions.defaults().eager());
        assertThat(log).isEmpty();
        turn();
        assertThat(log).containsExactly("step");
    }

    @Test
    void a_failure_that_nobody_retrieves_is_reported() {
        IOException thrown = new IOException();
        loop.callSoon(() -> eager(steps().fails(thrown)));
        turn();
        loop.close();

        assertThat(reports.takeOne().exception()).isSameAs(thrown);
    }

    /** Statement 94. */
    @Test
    void an_error_of_the_machine_is_its_outcome_and_leaves_the_loop() {
        OutOfMemoryError fatal = new OutOfMemoryError("test");
        Task<?>[] creator = new Task<?>[1];
        loop.callSoon(() -> creator[0] = loop.createTask(steps().run(() -> eager(steps().fails(fatal)))));
        turn();

        assertThatThrownBy(this::turn).isSameAs(fatal);
        assertThat(creator[0].exception()).isSameAs(fatal);
        loop.close();
        assertThat(reports.take()).extracting(ErrorContext::exception).containsExactly(fatal);
    }

    @Test
    void tasks_that_start_each_other_do_not_overflow_the_stack() {
        int depth = 100_000;
        int[] ran = {0};
        run(steps().awaits(() -> eager(nested(ran, depth))));
        turn();
        while (!loop.allTasks().isEmpty()) {
            turn();
        }

        assertThat(ran[0]).isEqualTo(depth);
    }

    private static Steps nested(int[] ran, int depth) {
        return steps().run(() -> {
            ran[0]++;
            if (depth > 1) {
                eager(nested(ran, depth - 1));
            }
        });
    }

    private void note() {
        log.add(variable.get());
    }
}
