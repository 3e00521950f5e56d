package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class TaskTest extends LoopTestCase {
    private static final Object UNPRINTABLE = new Object() {
        @Override
        public String toString() {
            throw new UnsupportedOperationException("no text");
        }
    };

    // ---- starting and ending

    /** Statement 85; CPython: test_tasks.test_task_basics. */
    @Test
    void the_first_step_runs_in_the_next_turn() {
        loop.createTask(steps().run(() -> log.add("step")));
        assertThat(log).isEmpty();

        turn();
        assertThat(log).containsExactly("step");
    }

    @Test
    void a_task_made_in_a_turn_starts_in_the_next() {
        loop.callSoon(() -> loop.createTask(steps().run(() -> log.add("step"))));

        turn();
        assertThat(log).isEmpty();

        turn();
        assertThat(log).containsExactly("step");
    }

    @Test
    void the_result_of_the_coroutine_is_its_result() {
        Task<Object> task = loop.createTask(steps().turn().returns("value"));

        turn();
        assertThat(task.isDone()).isFalse();

        turn();
        assertThat(task.result()).isEqualTo("value");
    }

    @Test
    void a_failure_of_the_coroutine_is_its_outcome() {
        IOException thrown = new IOException("checked");
        Task<Object> task = loop.createTask(steps().turn().fails(thrown));

        turns(2);

        assertThat(task.exception()).isSameAs(thrown);
    }

    @Test
    void an_error_of_the_coroutine_is_its_outcome_and_the_loop_goes_on() {
        Task<Object> task = loop.createTask(steps().fails(new AssertionError("deep")));
        loop.callSoon(() -> log.add("next"));

        turn();

        assertThat(task.exception()).isInstanceOf(AssertionError.class);
        assertThat(log).containsExactly("next");
    }

    @Test
    void a_coroutine_that_throws_CancelledError_itself_cancels_its_task() {
        Task<Object> task = loop.createTask(steps().fails(new CancelledError("own")));

        turn();

        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isZero();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("own");
    }

    @Test
    void its_callbacks_run_in_the_turn_after_its_end() {
        Task<Object> task = loop.createTask(steps().returns("value"));
        task.addDoneCallback(done -> log.add(done.result()));

        turn();
        assertThat(log).isEmpty();

        turn();
        assertThat(log).containsExactly("value");
    }

    @Test
    void a_task_that_awaits_another_goes_on_in_the_turn_after_its_end() {
        Task<Object> inner = loop.createTask(steps().turn().returns("inner"));
        Task<Object> outer = loop.createTask(steps().awaits(inner));

        turns(2);
        assertThat(outer.isDone()).isFalse();

        turn();
        assertThat(outer.result()).isEqualTo("inner");
    }

    @Test
    void awaiting_a_coroutine_takes_no_turn() {
        Task<Object> task = loop.createTask(steps().awaits(steps().awaits(steps().returns("deep"))));

        turn();

        assertThat(task.result()).isEqualTo("deep");
    }

    /** Statement 96; CPython: test_tasks.test_task_set_methods. */
    @Test
    void its_outcome_cannot_be_set() {
        Task<Object> task = loop.createTask(steps().returns("own"));

        assertThatThrownBy(() -> task.setResult("other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Task does not support setResult");
        assertThatThrownBy(() -> task.setException(new RuntimeException()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Task does not support setException");

        turn();
        assertThat(task.result()).isEqualTo("own");
    }

    // ---- mistakes

    /** Statement 95; CPython: test_tasks.test_task_awaits_on_itself. */
    @Test
    void a_task_that_awaits_itself_gets_an_IllegalStateException() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().awaits(() -> self[0]));

        turns(2);

        assertThat(self[0].exception())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Task cannot await on itself: Task Task-1");
    }

    /** Statement 95; CPython: test_tasks.test_other_loop_future. */
    @Test
    void awaiting_a_promise_of_another_loop_is_an_IllegalStateException() {
        try (EventLoop other = EventLoop.create()) {
            Task<Object> task = loop.createTask(steps().awaits(other.createPromise()));

            turns(2);

            assertThat(task.exception())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("attached to a different loop");
        }
    }

    @Test
    void a_mistaken_await_can_be_caught() {
        Task<Object> task =
                loop.createTask(steps().yields("nonsense").catching(IllegalStateException.class, it -> "caught"));

        turns(2);

        assertThat(task.result()).isEqualTo("caught");
    }

    @Test
    void a_bad_yield_is_an_IllegalStateException() {
        Task<Object> task = loop.createTask(steps().yields(42));

        turns(2);

        assertThat(task.exception())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Task got bad yield: 42");
    }

    @Test
    void a_bad_yield_that_cannot_be_printed_does_not_stop_the_loop() {
        Task<Object> task = loop.createTask(steps().yields(UNPRINTABLE));

        turns(2);

        assertThat(task.exception()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_stage_that_refuses_to_be_watched_is_a_failure_of_the_task_and_does_not_stop_the_loop() {
        CompletableFuture<Object> broken = new CompletableFuture<>() {
            @Override
            public CompletableFuture<Object> whenComplete(BiConsumer<? super Object, ? super Throwable> action) {
                throw new UnsupportedOperationException("no callbacks");
            }
        };
        Task<Object> task = loop.createTask(steps().awaits(Coroutine.of(broken)));

        turns(2);

        assertThat(task.exception()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_bare_yield_of_a_promise_that_is_done_takes_one_turn() {
        Promise<Object> done = promise();
        done.setResult("value");
        Task<Object> task = loop.createTask(steps().yields(done).returns("on"));

        turn();
        assertThat(task.isDone()).isFalse();

        turn();
        assertThat(task.result()).isEqualTo("on");
    }

    @Test
    void a_bare_yield_of_a_promise_throws_what_the_promise_failed_with() {
        IOException thrown = new IOException();
        Promise<Object> promise = promise();
        Task<Object> task = loop.createTask(steps().yields(promise).returns("not reached"));
        turn();

        promise.setException(thrown);
        turn();

        assertThat(task.exception()).isSameAs(thrown);
    }

    /** Statement 28; CPython: test_pep492.test_double_await. */
    @Test
    void awaiting_a_coroutine_twice_is_an_IllegalStateException() {
        Steps inner = steps();
        Task<Object> task = loop.createTask(steps().awaits(inner).awaits(inner));

        turn();

        assertThat(task.exception())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 28; CPython: test_pep492.test_double_await. */
    @Test
    void two_tasks_of_one_coroutine_are_an_IllegalStateException_in_the_second() {
        Steps shared = steps().turn().returns("value");
        Task<Object> first = loop.createTask(shared);
        Task<Object> second = loop.createTask(shared);

        turns(2);

        assertThat(first.result()).isEqualTo("value");
        assertThat(second.exception()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cancelling_the_second_task_of_one_coroutine_does_not_touch_the_first() {
        Steps shared = steps().turn().turn().returns("value");
        Task<Object> first = loop.createTask(shared);
        turn();
        Task<Object> second = loop.createTask(shared);
        second.cancel();

        turns(3);

        assertThat(first.result()).isEqualTo("value");
        assertThat(second.exception()).isInstanceOf(IllegalStateException.class);
    }

    /** Statement 77; CPython: test_base_events.BaseEventLoopTests.test_create_task_error_closes_coro. */
    @Test
    void createTask_on_a_closed_loop_closes_the_coroutine() {
        Steps coroutine = steps();
        Steps named = steps();
        loop.close();

        assertThatThrownBy(() -> loop.createTask(coroutine)).hasMessage("Event loop is closed");
        assertThatThrownBy(() -> loop.createTask(named, "name")).hasMessage("Event loop is closed");

        assertThat(coroutine).hasToString("coroutine Steps.steps, closed");
        assertThat(named).hasToString("coroutine Steps.steps, closed");
    }

    @Test
    void createTask_refuses_null() {
        Steps coroutine = steps();

        assertThatThrownBy(() -> loop.createTask(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a coroutine was expected, got null");
        assertThatThrownBy(() -> loop.createTask(coroutine, (String) null)).isInstanceOf(NullPointerException.class);

        assertThat(loop.allTasks()).isEmpty();
        assertThat(coroutine).hasToString("coroutine Steps.steps, closed");
    }

    // ---- being known

    @Test
    void tasks_are_numbered_unless_they_are_named() {
        Task<Object> first = loop.createTask(steps());
        Task<Object> named = loop.createTask(steps(), "named");
        Task<Object> third = loop.createTask(steps());

        assertThat(first.name()).isEqualTo("Task-1");
        assertThat(named.name()).isEqualTo("named");
        assertThat(third.name()).isEqualTo("Task-3");

        third.setName("later");
        assertThat(third.name()).isEqualTo("later");
        assertThat(third).hasToString("Task later pending (coroutine Steps.steps, created)");
    }

    @Test
    void it_knows_its_coroutine_and_its_loop() {
        Steps coroutine = steps();

        Task<Object> task = loop.createTask(coroutine);

        assertThat(task.coroutine()).isSameAs(coroutine);
        assertThat(task.loop()).isSameAs(loop);
    }

    @Test
    void the_current_task_is_the_one_whose_step_runs() {
        Task<Object> task = loop.createTask(
                steps().run(() -> log.add(Asyncio.currentTask())).turn().run(() -> log.add(Asyncio.currentTask())));
        loop.callSoon(() -> log.add(String.valueOf(Asyncio.currentTask())));

        turns(2);

        assertThat(log).containsExactly(task, "null", task);
        assertThatThrownBy(Asyncio::currentTask).isInstanceOf(IllegalStateException.class);
    }

    /** Statement 97. */
    @Test
    void all_tasks_are_those_that_are_not_done_in_order_of_creation() {
        Task<Object> first = loop.createTask(steps().turn());
        Task<Object> second = loop.createTask(steps());
        Task<Object> third = loop.createTask(steps().turn().turn());
        assertThat(loop.allTasks()).containsExactly(first, second, third);

        turn();
        assertThat(loop.allTasks()).containsExactly(first, third);

        turn();
        assertThat(loop.allTasks()).containsExactly(third);

        turn();
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    void the_stack_tells_where_it_is_suspended_the_innermost_first() {
        Task<Object> task = loop.createTask(
                steps("outer").run(() -> {}).awaits(steps("inner").awaits(promise())));
        assertThat(task.stack()).extracting(StackTraceElement::getMethodName).containsExactly("outer");

        turn();

        assertThat(task.stack())
                .extracting(it -> it.getMethodName() + ":" + it.getLineNumber())
                .containsExactly("inner:1", "outer:2");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        task.printStack(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Task Task-1 pending (coroutine Steps.outer, suspended at line 2)",
                        "\tat Steps.inner(Steps.java:1)",
                        "\tat Steps.outer(Steps.java:2)");
    }

    @Test
    void the_stack_of_a_task_that_is_done_is_empty() {
        Task<Object> task = loop.createTask(steps());

        turn();

        assertThat(task.stack()).isEmpty();
    }

    @Test
    void a_running_task_is_not_suspended_anywhere() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().awaits(steps("inner").turn()).run(() -> log.addAll(self[0].stack())));

        turns(2);

        assertThat(self[0].isDone()).isTrue();
        assertThat(log).isEmpty();
    }
}
