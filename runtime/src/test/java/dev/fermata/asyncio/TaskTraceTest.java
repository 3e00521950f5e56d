package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Traces that go from one task to those that await it. */
final class TaskTraceTest extends LoopTestCase {
    @Test
    void the_failure_of_a_task_names_who_awaits_the_task() {
        Task<Object> task =
                loop.createTask(steps("child").awaits(steps("inner").turn().then(it -> failing())));

        Throwable thrown = failure(steps("main").awaits(steps("function").awaits(task)));

        assertThat(functions(thrown)).containsExactly("child", "function", "main");
        assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("failing");
    }

    @Test
    void so_it_does_through_any_number_of_tasks() {
        Task<Object> first = loop.createTask(steps("first").turn().then(it -> failing()));
        Task<Object> second = loop.createTask(steps("second").awaits(first));

        Throwable thrown = failure(steps("main").awaits(second));

        assertThat(functions(thrown)).containsExactly("second", "main");
    }

    @Test
    void of_several_that_await_it_the_first_is_named() {
        Task<Object> task = loop.createTask(steps("child").turn().turn().then(it -> failing()));
        loop.createTask(steps("one").awaits(task).catching(IOException.class, it -> null));

        Throwable thrown = failure(steps("two").awaits(task));

        assertThat(functions(thrown)).containsExactly("one");
    }

    @Test
    void the_failure_of_a_gathered_task_names_who_gathers() {
        Throwable thrown = failure(steps("main")
                .awaits(() -> Asyncio.gather(List.of(steps("child").turn().then(it -> failing())))));

        assertThat(functions(thrown)).containsExactly("main");
    }

    @Test
    void the_failure_of_a_stage_names_who_awaits_it() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        loop.callSoon(() -> loop.callSoon(() -> stage.completeExceptionally(catchThrowable(TaskTraceTest::failing))));

        Throwable thrown = failure(steps("main").awaits(steps("function").awaits(Coroutine.of(stage))));

        assertThat(functions(thrown)).containsExactly("function", "main");
        assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("failing");
    }

    @Test
    void a_cancellation_names_where_it_was_delivered() {
        Task<Object> task = loop.createTask(
                steps("main").awaits(steps("function").awaits(promise())).catching(CancelledError.class, log::add));
        turn();
        task.cancel();
        turns(2);

        assertThat(functions((Throwable) log.get(0))).containsExactly("function", "main");
    }

    @Test
    void a_cancellation_that_comes_from_a_promise_names_where_it_was_delivered() {
        Promise<Object> promise = promise();
        Task<Object> task = loop.createTask(
                steps("main").awaits(steps("function").awaits(promise)).catching(CancelledError.class, log::add));
        turn();
        promise.cancel();
        turns(2);

        assertThat(methods((Throwable) log.get(0))).containsExactly("function", "main");
        assertThat(task.isDone()).isTrue();
    }

    @Test
    void a_cancellation_of_one_that_is_done_has_the_stack_of_who_asks() {
        Promise<Object> promise = promise();
        promise.cancel();

        loop.runUntilComplete(steps("main").turn().awaits(promise).catching(CancelledError.class, log::add));

        assertThat(methods((Throwable) log.get(0)))
                .contains("a_cancellation_of_one_that_is_done_has_the_stack_of_who_asks");
    }

    @Test
    void the_cancellation_of_a_gathering_names_the_cancelled_task_and_who_gathers() {
        assertThat(cancelled(Asyncio.gather(List.of(steps("child").awaits(promise())))))
                .containsExactly("child", "awaited", "main");
    }

    @Test
    void the_cancellation_of_one_that_only_collects_outcomes_names_who_gathers() {
        assertThat(cancelled(Asyncio.gatherSettled(List.of(steps("child").awaits(promise())))))
                .containsExactly("main");
    }

    private List<String> cancelled(Coroutine<?> gathering) {
        Task<Object> task = loop.createTask(steps("main").awaits(gathering).catching(CancelledError.class, log::add));
        turns(2);
        task.cancel();
        turns(4);
        return methods((Throwable) log.get(0));
    }

    @Test
    void the_cancellation_of_a_gathered_task_names_its_function() {
        Task<Object> child = loop.createTask(steps("child").awaits(promise()));
        loop.callLater(Duration.ofSeconds(1), child::cancel);
        loop.runUntilComplete(
                steps("main").awaits(Asyncio.gatherSettled(List.of(child))).then(it -> log.add(it)));

        Outcome.Failure<?> outcome = (Outcome.Failure<?>) ((List<?>) log.get(0)).get(0);
        assertThat(methods(outcome.exception())).containsExactly("child");
    }

    private Throwable failure(Steps main) {
        return catchThrowable(() -> loop.runUntilComplete(main));
    }

    private static Object failing() throws IOException {
        throw new IOException("failed");
    }

    private static List<String> methods(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .toList();
    }

    /** Those that were suspended, innermost first. */
    private static List<String> functions(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(it -> it.getClassName().equals("Steps"))
                .map(StackTraceElement::getMethodName)
                .toList();
    }
}
