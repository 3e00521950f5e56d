package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callbacks that are given a context. CPython: test_events.EventLoopTestsMixin, test_context. */
final class CallbackContextTest extends LoopTestCase {
    private final ContextVar<Object> variable = ContextVar.of("variable", "unset");
    private final Context context = Context.empty();

    CallbackContextTest() {
        context.run(() -> {
            variable.set("given");
        });
    }

    private void runAll() {
        loop.callLater(Duration.ofMinutes(1), loop::stop);
        loop.runForever();
    }

    @Test
    void timers_run_in_it() {
        TimerHandle later = loop.callLater(Duration.ofSeconds(1), () -> log.add(variable.get()), context);
        TimerHandle at =
                loop.callAt(loop.time() + Duration.ofSeconds(2).toNanos(), () -> variable.set("changed"), context);
        assertThat(later.context()).isSameAs(context);
        assertThat(at.when() - later.when()).isEqualTo(Duration.ofSeconds(1).toNanos());
        runAll();
        assertThat(log).containsExactly("given");
        assertThat(context.get(variable)).isEqualTo("changed");
    }

    @Test
    void calls_from_other_threads_run_in_it() throws InterruptedException {
        Thread other = new Thread(() -> loop.callSoonThreadsafe(() -> log.add(variable.get()), context));
        other.start();
        other.join();
        turn();
        assertThat(log).containsExactly("given");
    }

    @Test
    void null_is_refused() {
        assertThatThrownBy(() -> loop.callLater(Duration.ZERO, () -> {}, null)).hasMessage("context");
        assertThatThrownBy(() -> loop.callSoonThreadsafe(() -> {}, null)).hasMessage("context");
    }

    /** CPython: test_base_events.BaseEventLoopTests.test_default_exc_handler_broken, the call of a handler. */
    @Test
    void a_handler_may_leave_what_it_is_given_to_the_default_one() {
        IllegalStateException thrown = new IllegalStateException("of the callback");
        try (LogRecorder logged = new LogRecorder()) {
            loop.setExceptionHandler((it, error) -> it.defaultExceptionHandler(error));
            loop.callSoon(() -> {
                throw thrown;
            });
            turn();
            assertThat(logged.texts()).containsExactly("Exception in callback");
            assertThat(logged.thrown()).containsExactly(thrown);
        }
        loop.setExceptionHandler(reports);
    }

    @Test
    void the_place_of_a_coroutine_is_where_it_is_suspended_until_it_has_ended() {
        Steps coroutine = Steps.steps("fetch").turn().turn();
        Task<Object> task = loop.createTask(coroutine);
        assertThat(dev.fermata.inspect.Inspect.place(coroutine))
                .isEqualTo(new StackTraceElement("Steps", "fetch", "Steps.java", 0));
        turns(2);
        assertThat(dev.fermata.inspect.Inspect.place(coroutine))
                .isEqualTo(new StackTraceElement("Steps", "fetch", "Steps.java", 2));
        loop.runUntilComplete(task);
        assertThat(dev.fermata.inspect.Inspect.place(coroutine)).isNull();
        assertThatThrownBy(() -> dev.fermata.inspect.Inspect.place("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("place() of java.lang.String");
    }
}
