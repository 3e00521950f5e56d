package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncIterator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The next element of an async iterator, or a default: statement 60 of the asyncio semantics. */
final class AnextTest extends LoopTestCase {
    @SuppressWarnings("unchecked")
    private static AsyncIterator<Object> giving(Supplier<Steps> next) {
        return () -> (Coroutine<Object>) next.get();
    }

    /** Statement 60; CPython: test_asyncgen.AsyncGenAsyncioTest.test_async_generator_anext. */
    @Test
    void an_element_is_given_also_if_it_takes_a_turn() {
        Object element = run(steps().awaits(
                        () -> Asyncio.anext(giving(() -> steps().turn().returns("a")), "default")));
        assertThat(element).isEqualTo("a");
    }

    /** Statement 60; CPython: test_asyncgen.AsyncGenAsyncioTest.test_async_generator_anext. */
    @Test
    void the_default_stands_for_the_end_at_once_or_later() {
        AsyncIterator<Object> atOnce = giving(() -> steps().fails(StopAsyncIteration.INSTANCE));
        AsyncIterator<Object> later = giving(() -> steps().turn().fails(new StopAsyncIteration()));
        assertThat(this.<Object>run(steps().awaits(() -> Asyncio.anext(atOnce, "default"))))
                .isEqualTo("default");
        assertThat(this.<Object>run(steps().awaits(() -> Asyncio.anext(later, null))))
                .isNull();
    }

    /** Statement 60; CPython: test_asyncgen.AsyncGenAsyncioTest.test_anext_bad_await. */
    @Test
    void any_other_failure_is_thrown() {
        IllegalArgumentException bad = new IllegalArgumentException();
        AsyncIterator<Object> failing = giving(() -> steps().turn().fails(bad));
        assertThatThrownBy(() -> run(steps().awaits(() -> Asyncio.anext(failing, "default"))))
                .isSameAs(bad);
    }

    /** Statement 60: Python calls __anext__ outside of what looks for the end, too. */
    @Test
    void an_end_out_of_the_call_itself_is_a_failure() {
        AsyncIterator<Object> broken = giving(() -> {
            throw StopAsyncIteration.INSTANCE;
        });
        assertThatThrownBy(() -> run(steps().awaits(() -> Asyncio.anext(broken, "default"))))
                .isInstanceOf(StopAsyncIteration.class);
    }

    /** Statement 60. */
    @Test
    void cancellation_is_thrown_in_the_iterator_and_out_of_it() {
        AsyncIterator<Object> waiting = giving(() -> steps().awaits(promise()).lastly(() -> log.add("ended")));
        Task<Object> task = loop.createTask(Asyncio.anext(waiting, "default"));
        turn();
        task.cancel();
        turns(2);
        assertThat(log).containsExactly("ended");
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class);
    }

    /** Statement 60. */
    @Test
    void nothing_is_asked_for_before_it_is_awaited() {
        Coroutine<Object> next = Asyncio.anext(
                giving(() -> {
                    log.add("asked");
                    return steps();
                }),
                null);
        assertThat(log).isEmpty();
        run(steps().awaits(next));
        assertThat(log).containsExactly("asked");
    }
}
