package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Failures that nobody asks for are reported, once, when the loop goes idle or closes. */
final class FailureReportTest extends LoopTestCase {
    private final RuntimeException thrown = new RuntimeException("forgotten");

    /** Runs until the loop waits for the first time, and so reports. */
    private void runUntilIdle() {
        loop.callLater(Duration.ofNanos(1), loop::stop);
        loop.runForever();
    }

    @Test
    void a_failed_task_is_reported_when_the_loop_goes_idle() {
        Task<Object> task = loop.createTask(steps().fails(thrown));
        turn();
        assertThat(reports.take()).isEmpty();

        runUntilIdle();

        ErrorContext context = reports.takeOne();
        assertThat(context.message()).isEqualTo("Task exception was never retrieved");
        assertThat(context.exception()).isSameAs(thrown);
        assertThat(context.task()).isSameAs(task);
        assertThat(context.promise()).isSameAs(task);
    }

    @Test
    void a_failed_task_is_reported_when_the_loop_closes() {
        loop.createTask(steps().fails(thrown));
        turn();

        loop.close();

        assertThat(reports.takeOne().exception()).isSameAs(thrown);
    }

    /** Statement 83; CPython: test_futures.test_tb_logger_exception_unretrieved. */
    @Test
    void a_failed_promise_is_reported() {
        Promise<Object> promise = promise();
        promise.setException(thrown);

        loop.close();

        ErrorContext context = reports.takeOne();
        assertThat(context.message()).isEqualTo("Promise exception was never retrieved");
        assertThat(context.promise()).isSameAs(promise);
        assertThat(context.task()).isNull();
    }

    @Test
    void it_is_reported_once() {
        promise().setException(thrown);

        runUntilIdle();
        assertThat(reports.take()).hasSize(1);

        runUntilIdle();
        loop.close();
        assertThat(reports.take()).isEmpty();
    }

    @Test
    void failures_are_reported_in_the_order_in_which_they_happened() {
        for (int number = 0; number < 3; number++) {
            promise().setException(new RuntimeException("number " + number));
        }

        loop.close();

        assertThat(reports.take())
                .extracting(it -> it.exception().getMessage())
                .containsExactly("number 0", "number 1", "number 2");
    }

    /** Statement 83; CPython: test_futures.test_tb_logger_exception_retrieved. */
    @Test
    void one_that_was_asked_for_is_not_reported() {
        for (Consumer<Promise<Object>> ask :
                List.<Consumer<Promise<Object>>>of(Promise::exception, it -> assertThatThrownBy(it::result))) {
            Promise<Object> promise = promise();
            promise.setException(thrown);
            ask.accept(promise);
        }

        runUntilIdle();

        assertThat(reports.take()).isEmpty();
    }

    @Test
    void one_that_was_asked_too_early_is_reported() {
        for (Consumer<Promise<Object>> ask : List.<Consumer<Promise<Object>>>of(Promise::exception, Promise::result)) {
            Promise<Object> promise = promise();
            assertThatThrownBy(() -> ask.accept(promise)).isInstanceOf(InvalidStateException.class);
            promise.setException(thrown);
        }

        runUntilIdle();

        assertThat(reports.take()).hasSize(2);
    }

    @Test
    void one_that_is_awaited_is_not_reported() {
        Promise<Object> promise = promise();
        loop.createTask(steps().awaits(promise).catching(RuntimeException.class, it -> it));
        turn();

        promise.setException(thrown);
        runUntilIdle();

        assertThat(reports.take()).isEmpty();
    }

    @Test
    void a_failure_that_passes_through_tasks_is_reported_for_the_outermost_only() {
        Task<Object> inner = loop.createTask(steps().fails(thrown));
        Task<Object> outer = loop.createTask(steps().awaits(inner));

        runUntilIdle();

        assertThat(reports.takeOne().task()).isSameAs(outer);
    }

    @Test
    void one_whose_callback_did_not_ask_is_reported_when_the_loop_closes_and_not_before() {
        Promise<Object> before = promise();
        before.addDoneCallback(done -> {});
        before.setException(thrown);
        Promise<Object> after = promise();
        after.setException(thrown);
        after.addDoneCallback(done -> {});
        runUntilIdle();
        assertThat(reports.take()).isEmpty();

        loop.close();

        assertThat(reports.take()).hasSize(2);
    }

    @Test
    void one_whose_callback_asked_is_not_reported() {
        Promise<Object> promise = promise();
        promise.addDoneCallback(Promise::exception);
        promise.setException(thrown);
        runUntilIdle();

        loop.close();

        assertThat(reports.take()).isEmpty();
    }

    @Test
    void callbacks_that_do_not_ask_cannot_make_a_loop_hold_any_number_of_failures() {
        for (int i = 0; i < 2_000; i++) {
            Promise<Object> promise = promise();
            promise.addDoneCallback(done -> {});
            promise.setException(thrown);
        }

        runUntilIdle();

        assertThat(reports.take()).hasSize(2_000);
    }

    @Test
    void one_whose_callbacks_were_removed_is_reported() {
        Consumer<Promise<Object>> callback = done -> {};
        Promise<Object> one = promise();
        one.addDoneCallback(callback);
        one.removeDoneCallback(callback);
        one.setException(thrown);
        Promise<Object> two = promise();
        two.addDoneCallback(callback);
        two.addDoneCallback(callback);
        two.removeDoneCallback(callback);
        two.setException(thrown);

        runUntilIdle();

        assertThat(reports.take()).hasSize(2);
    }

    @Test
    void a_main_coroutine_that_fails_after_its_run_was_stopped_is_reported() {
        Promise<Object> promise = promise();
        Task<Object> main = loop.createTask(steps().awaits(promise).fails(thrown));
        loop.callSoon(loop::stop);
        assertThatThrownBy(() -> loop.runUntilComplete(main)).isInstanceOf(IllegalStateException.class);

        promise.setResult(null);
        runUntilIdle();

        assertThat(reports.takeOne().task()).isSameAs(main);
    }

    @Test
    void what_runUntilComplete_throws_is_not_reported() {
        assertThatThrownBy(() -> loop.runUntilComplete(steps().turn().fails(thrown)))
                .isSameAs(thrown);

        runUntilIdle();

        assertThat(reports.take()).isEmpty();
    }

    /** Statement 83; CPython: test_futures.test_tb_logger_not_called_after_cancel. */
    @Test
    void a_cancelled_task_is_not_reported() {
        Task<Object> task = loop.createTask(steps().awaits(promise()));
        turn();

        task.cancel();
        runUntilIdle();

        assertThat(task.isCancelled()).isTrue();
        assertThat(reports.take()).isEmpty();
    }

    @Test
    void without_a_handler_it_is_logged() {
        loop.setExceptionHandler(null);
        promise().setException(thrown);

        try (LogRecorder recorder = new LogRecorder()) {
            loop.close();

            assertThat(recorder.thrown()).containsExactly(thrown);
            assertThat(recorder.texts())
                    .first()
                    .asString()
                    .startsWith("Promise exception was never retrieved: Promise");
        }
    }

    @Test
    void a_loop_that_is_never_idle_forgets_those_that_were_asked_for() {
        Failures failures = new Failures();
        for (int number = 0; number < 100_000; number++) {
            Promise<Object> promise = promise();
            promise.setException(thrown);
            promise.exception();
            failures.add(promise);
        }
        Promise<Object> unseen = promise();
        failures.add(unseen);

        assertThat(failures.take()).containsExactly(unseen);
        assertThat(failures.take()).isEmpty();
    }
}
