package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What callbacks and handlers throw. */
final class LoopErrorTest extends LoopTestCase {
    private static final class Fatal extends VirtualMachineError {
        private static final long serialVersionUID = 1L;
    }

    /** Statement 74; CPython: test_events.EventLoopTestsMixin.test_callback_with_exception. */
    @Test
    void an_exception_of_a_callback_goes_to_the_handler_and_the_loop_goes_on() {
        RuntimeException thrown = new RuntimeException("callback");
        Handle handle = loop.callSoon(() -> {
            throw thrown;
        });
        loop.callSoon(() -> log.add("next"));

        turn();

        ErrorContext context = reports.takeOne();
        assertThat(context.message()).isEqualTo("Exception in callback");
        assertThat(context.exception()).isSameAs(thrown);
        assertThat(context.handle()).isSameAs(handle);
        assertThat(log).containsExactly("next");
    }

    @Test
    void an_error_of_a_callback_that_is_not_the_machines_goes_to_the_handler() {
        loop.callSoon(() -> {
            throw new AssertionError("callback");
        });

        turn();

        assertThat(reports.takeOne().exception()).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_exception_of_a_timer_and_of_a_done_callback_go_to_the_handler() {
        loop.callAt(loop.time(), () -> {
            throw new RuntimeException("timer");
        });
        Promise<Object> promise = promise();
        promise.addDoneCallback(done -> {
            throw new RuntimeException("done");
        });
        promise.setResult(null);

        turn();

        assertThat(reports.take()).extracting(it -> it.exception().getMessage()).containsExactly("done", "timer");
    }

    /** Statement 74; CPython: test_base_events.BaseEventLoopWithSelectorTests.test_default_exc_handler_callback. */
    @Test
    void without_a_handler_it_is_logged() {
        loop.setExceptionHandler(null);
        RuntimeException thrown = new RuntimeException("callback");
        loop.callSoon(() -> {
            throw thrown;
        });

        try (LogRecorder recorder = new LogRecorder()) {
            turn();

            assertThat(recorder.thrown()).containsExactly(thrown);
        }
    }

    /** Statement 75; CPython: test_base_events.BaseEventLoopWithSelectorTests.test_set_exc_handler_broken. */
    @Test
    void a_broken_handler_is_logged_with_what_it_was_given_and_the_loop_goes_on() {
        RuntimeException thrown = new RuntimeException("callback");
        RuntimeException broken = new RuntimeException("handler");
        loop.setExceptionHandler((loop, context) -> {
            throw broken;
        });
        loop.callSoon(() -> {
            throw thrown;
        });
        loop.callSoon(() -> log.add("next"));

        try (LogRecorder recorder = new LogRecorder()) {
            turn();

            assertThat(recorder.thrown()).containsExactly(thrown, broken);
        }
        assertThat(log).containsExactly("next");
    }

    @Test
    void a_handler_may_stop_the_loop() {
        loop.setExceptionHandler((loop, context) -> loop.stop());
        loop.callSoon(() -> {
            throw new RuntimeException("callback");
        });

        loop.runForever();

        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void a_handler_that_plans_something_while_the_loop_goes_idle_is_served_before_it_waits() {
        loop.setExceptionHandler((loop, context) -> loop.callSoon(loop::stop));
        promise().setException(new RuntimeException("nobody asks"));

        assertThatCode(loop::runForever).doesNotThrowAnyException();
    }

    /** Statement 74; CPython: test_base_events.BaseEventLoopTests.test_run_forever_keyboard_interrupt. */
    @Test
    void a_VirtualMachineError_of_a_callback_leaves_the_loop_which_can_run_again() {
        Fatal fatal = new Fatal();
        loop.callSoon(() -> {
            throw fatal;
        });
        loop.callSoon(() -> log.add("rest"));

        assertThatThrownBy(loop::runForever).isSameAs(fatal);
        assertThat(loop.isRunning()).isFalse();
        assertThat(log).isEmpty();

        turn();
        assertThat(log).containsExactly("rest");
    }

    /** Statements 74 and 94; CPython: test_base_events.BaseEventLoopTests.test_run_until_complete_baseexception, test_tasks.test_baseexception_during_cancel. */
    @Test
    void a_VirtualMachineError_of_a_task_is_its_outcome_and_leaves_the_loop() {
        Fatal fatal = new Fatal();
        Task<Object> task = loop.createTask(steps().turn().fails(fatal));

        assertThatThrownBy(loop::runForever).isSameAs(fatal);

        assertThat(task.exception()).isSameAs(fatal);
        assertThat(loop.current).isNull();
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    void a_VirtualMachineError_of_the_main_coroutine_does_not_stop_a_later_run() {
        Fatal fatal = new Fatal();
        assertThatThrownBy(() -> loop.runUntilComplete(steps().fails(fatal))).isSameAs(fatal);

        assertThat(loop.runUntilComplete(steps().turn().turn().returns("whole")))
                .isEqualTo("whole");
    }

    @Test
    void a_VirtualMachineError_of_another_task_in_the_turn_of_the_end_does_not_stop_a_later_run() {
        Fatal fatal = new Fatal();
        Task<Object> main = loop.createTask(steps().returns("main"));
        loop.createTask(steps().fails(fatal));
        assertThatThrownBy(() -> loop.runUntilComplete(main)).isSameAs(fatal);
        assertThat(reports.take()).isEmpty();

        Object result = loop.runUntilComplete(steps().turn().turn().returns("whole"));

        assertThat(result).isEqualTo("whole");
        loop.close();
        assertThat(reports.takeOne().exception()).isSameAs(fatal);
    }

    @Test
    void a_VirtualMachineError_of_the_handler_leaves_the_loop() {
        Fatal fatal = new Fatal();
        loop.setExceptionHandler((loop, context) -> {
            throw fatal;
        });
        loop.callSoon(() -> {
            throw new RuntimeException("callback");
        });

        assertThatThrownBy(loop::runForever).isSameAs(fatal);
    }

    /** Statement 74; CPython: test_base_events.BaseEventLoopWithSelectorTests.test_exc_handler_api. */
    @Test
    void the_handler_can_be_asked_for_and_called() {
        assertThat(loop.exceptionHandler()).isSameAs(reports);
        ErrorContext context = new ErrorContext("mine", null, null, null, null);

        loop.callExceptionHandler(context);

        assertThat(reports.takeOne()).isSameAs(context);
        loop.setExceptionHandler(null);
        assertThat(loop.exceptionHandler()).isNull();
        try (LogRecorder recorder = new LogRecorder()) {
            loop.callExceptionHandler(context);
            assertThat(recorder.texts()).containsExactly("mine");
        }
    }
}
