package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use a loop, and until when. */
final class LoopUseTest extends LoopTestCase {
    private final Task<Object> task = loop.createTask(steps().awaits(() -> promise()));
    private final TimerHandle timer = loop.callLater(Duration.ofDays(1), () -> {});
    private final Map<String, Runnable> uses = uses();

    private Map<String, Runnable> uses() {
        Promise<Object> pending = promise();
        Promise<Object> done = promise();
        done.setResult(null);
        Map<String, Runnable> uses = new LinkedHashMap<>();
        uses.put("callSoon", () -> loop.callSoon(() -> {}));
        uses.put("callLater", () -> loop.callLater(Duration.ZERO, () -> {}));
        uses.put("callAt", () -> loop.callAt(0, () -> {}));
        uses.put("createTask", () -> loop.createTask(steps()));
        uses.put("createTask with name", () -> loop.createTask(steps(), "name"));
        uses.put("createPromise", loop::createPromise);
        uses.put("runInExecutor", () -> loop.runInExecutor(Runnable::run, () -> null));
        uses.put("stop", loop::stop);
        uses.put("setName", () -> loop.setName("name"));
        uses.put("setDefaultExecutor", () -> loop.setDefaultExecutor(new ForkJoinPool(1)));
        uses.put("shutdownDefaultExecutor", () -> loop.shutdownDefaultExecutor(null));
        uses.put("shutdownAsyncGenerators", loop::shutdownAsyncGenerators);
        uses.put("setSlowCallbackDuration", () -> loop.setSlowCallbackDuration(null));
        uses.put("callExceptionHandler", () -> loop.callExceptionHandler(new ErrorContext("", null, null, null, null)));
        uses.put("setDebug", () -> loop.setDebug(false));
        uses.put("setExceptionHandler", () -> loop.setExceptionHandler(reports));
        uses.put("runForever", loop::runForever);
        uses.put("runUntilComplete", () -> loop.runUntilComplete(pending));
        uses.put("Promise.setResult", () -> pending.setResult(null));
        uses.put("Promise.setException", () -> pending.setException(new RuntimeException()));
        uses.put("Promise.cancel", pending::cancel);
        uses.put("Promise.addDoneCallback", () -> pending.addDoneCallback(it -> {}));
        uses.put("Promise.addDoneCallback when done", () -> done.addDoneCallback(it -> {}));
        uses.put("Promise.removeDoneCallback", () -> pending.removeDoneCallback(it -> {}));
        uses.put("Task.cancel", task::cancel);
        uses.put("Task.uncancel", task::uncancel);
        return uses;
    }

    static Stream<String> names() {
        LoopUseTest test = new LoopUseTest();
        return test.uses.keySet().stream();
    }

    /** Statement 73; CPython: test_events.EventLoopTestsMixin.test_close. */
    @ParameterizedTest
    @MethodSource("names")
    void a_closed_loop_refuses(String use) {
        loop.close();

        assertThatThrownBy(uses.get(use)::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Event loop is closed");
    }

    @Test
    void a_closed_loop_refuses_what_comes_from_other_threads() {
        loop.close();

        assertThatThrownBy(() -> loop.callSoonThreadsafe(() -> {})).hasMessage("Event loop is closed");
        assertThatThrownBy(() -> loop.execute(() -> {})).hasMessage("Event loop is closed");
    }

    @Test
    void a_closed_loop_tells_its_state_and_lets_handles_be_cancelled() {
        turn();
        loop.close();

        assertThat(loop.isClosed()).isTrue();
        assertThat(loop.isRunning()).isFalse();
        assertThat(loop.allTasks()).containsExactly(task);
        assertThatCode(loop::time).doesNotThrowAnyException();
        assertThatCode(timer::cancel).doesNotThrowAnyException();
    }

    /** Statement 76; CPython: test_base_events.BaseEventLoopTests.test_debug_check_thread_with_callback; here always, not in debug mode only. */
    @ParameterizedTest
    @MethodSource("names")
    void a_running_loop_refuses_other_threads(String use) {
        assertThat(thrownInOtherThread(uses.get(use)))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .containsAnyOf("use callSoonThreadsafe()", "already running");
    }

    @Test
    void a_running_loop_refuses_to_cancel_handles_in_other_threads() {
        Handle handle = loop.callSoonThreadsafe(() -> {});

        assertThat(thrownInOtherThread(handle::cancel)).isInstanceOf(IllegalStateException.class);
        assertThat(thrownInOtherThread(timer::cancel)).isInstanceOf(IllegalStateException.class);
        assertThat(timer.isCancelled()).isFalse();
    }

    @Test
    void a_running_loop_refuses_to_list_its_tasks_in_other_threads() {
        assertThat(thrownInOtherThread(loop::allTasks)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_running_loop_takes_callbacks_from_other_threads() {
        assertThat(thrownInOtherThread(() -> {
                    loop.callSoonThreadsafe(() -> log.add("callSoonThreadsafe"));
                    loop.execute(() -> log.add("execute"));
                }))
                .isNull();

        turn();
        assertThat(log).containsExactly("callSoonThreadsafe", "execute");
    }

    @Test
    void a_loop_that_does_not_run_may_be_used_from_any_thread() throws InterruptedException {
        Thread thread = new Thread(() -> loop.callSoon(() -> log.add("other")));
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(10));

        turn();

        assertThat(log).containsExactly("other");
    }

    /** What the use throws in another thread while the loop runs in this one. */
    private Throwable thrownInOtherThread(Runnable use) {
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("did not end"));
        loop.callSoon(() -> {
            Thread thread = new Thread(() -> thrown.set(catchThrowable(use::run)));
            thread.start();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        turn();
        return thrown.get();
    }
}
