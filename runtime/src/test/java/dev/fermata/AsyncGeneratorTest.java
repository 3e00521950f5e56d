package dev.fermata;

import static dev.fermata.ScriptedAsyncGenerator.asyncGenerator;
import static dev.fermata.ScriptedAsyncGenerator.give;
import static dev.fermata.ScriptedAsyncGenerator.pausing;
import static dev.fermata.ScriptedAsyncGenerator.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Coroutine.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class AsyncGeneratorTest {
    private final List<Object> log = new ArrayList<>();

    @Test
    void whatItsBodyAwaitsSuspendsTheConsumer_whatItYieldsDoesNot() {
        AsyncGenerator<String> generator = pausing(log, List.of("a", "b"));

        Coroutine<String> first = generator.anext().asCoroutine();
        assertThat(first.send(null)).isEqualTo(new Step.Suspended<>("pause a"));
        assertThat(first.send(null)).isEqualTo(new Step.Returned<>("a"));
        Coroutine<String> second = generator.anext().asCoroutine();
        assertThat(second.send(null)).isEqualTo(new Step.Suspended<>("pause b"));
        assertThat(second.send(null)).isEqualTo(new Step.Returned<>("b"));
        assertThatThrownBy(() -> outcome(generator.anext())).isSameAs(StopAsyncIteration.INSTANCE);
    }

    @Test
    void nothingRunsBeforeTheCallIsAwaited() {
        pausing(log, List.of("a")).anext();
        pausing(log, List.of()).anext();

        assertThat(log).isEmpty();
    }

    @Test
    void theEndHasNoStackTrace_andIsTheSameEachTime() {
        AsyncGenerator<String> generator = yielding(List.of());

        assertThat(catchThrowable(() -> outcome(generator.anext()))).isSameAs(StopAsyncIteration.INSTANCE);
        assertThat(catchThrowable(() -> outcome(generator.anext()))).isSameAs(StopAsyncIteration.INSTANCE);
        assertThat(StopAsyncIteration.INSTANCE.getStackTrace()).isEmpty();
    }

    @Test
    void whatIsSentTheYieldReturns() {
        AsyncGenerator<String> generator = pausing(log, List.of("a", "b"));
        outcome(generator.anext());

        assertThat(outcome(generator.asend("x"))).isEqualTo("b");
        assertThat(log).containsExactly("sent x");
    }

    /** Statement 53; CPython: test_asyncgen.test_async_gen_exception_10. */
    @Test
    void aValueCannotBeSentToAFreshOne_whichStaysUsable() {
        AsyncGenerator<String> generator = yielding(List.of("a"));

        assertThatThrownBy(() -> outcome(generator.asend("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't send non-null value to a just-started async generator");
        assertThat(outcome(generator.asend(null))).isEqualTo("a");
    }

    /** Statement 51; CPython: test_asyncgen.test_async_gen_asend_throw_concurrent_with_send. */
    @Test
    void oneCallIsInFlightAtATime() {
        AsyncGenerator<String> generator = pausing(log, List.of("a"));
        Coroutine<String> call = generator.anext().asCoroutine();
        call.send(null);

        assertIsRefused(generator.anext(), "anext(): asynchronous generator is already running");
        assertIsRefused(generator.asend("x"), "anext(): asynchronous generator is already running");
        assertIsRefused(generator.athrow(new IOException()), "athrow(): asynchronous generator is already running");
        assertIsRefused(generator.aclose(), "aclose(): asynchronous generator is already running");
        assertThat(call.send(null)).isEqualTo(new Step.Returned<>("a"));
    }

    /** Statement 52; CPython: test_asyncgen.test_async_gen_await_same_anext_coro_twice. */
    @Test
    void aCallCanBeAwaitedOnce() {
        AsyncGenerator<String> generator = yielding(List.of("a", "b"));
        Awaitable<String> anext = generator.anext();
        Awaitable<String> athrow = generator.athrow(new IOException());
        Awaitable<Void> aclose = generator.aclose();
        outcome(anext);
        catchThrowable(() -> outcome(athrow));
        outcome(aclose);

        assertIsRefused(anext, "cannot reuse already awaited anext()/asend()");
        assertIsRefused(athrow, "cannot reuse already awaited aclose()/athrow()");
        assertIsRefused(aclose, "cannot reuse already awaited aclose()/athrow()");
    }

    /** Statement 56; CPython: test_asyncgen.test_async_gen_asyncio_athrow_01. */
    @Test
    void whatIsThrownIsThrownAtTheYield() {
        AsyncGenerator<String> generator = pausing(log, List.of("a", "b"));
        outcome(generator.anext());
        IOException failure = new IOException("broken");

        assertThat(catchThrowable(() -> outcome(generator.athrow(failure)))).isSameAs(failure);
        assertThat(log).containsExactly(failure);
        assertThatThrownBy(() -> outcome(generator.anext())).isSameAs(StopAsyncIteration.INSTANCE);
    }

    /** Statement 56; CPython: test_asyncgen.test_async_gen_asyncio_athrow_01. */
    @Test
    void aBodyThatCatchesWhatIsThrownGivesItsNextElement() {
        AsyncGenerator<String> generator = asyncGenerator((machine, state, self) -> give(
                machine,
                self,
                state == 0 ? "first" : catchThrowable(machine::resumed).getMessage(),
                state + 1));
        outcome(generator.anext());

        assertThat(outcome(generator.athrow(new IOException("broken")))).isEqualTo("broken");
    }

    @Test
    void whatIsThrownEndsAFreshOneWithoutRunningIt() {
        AsyncGenerator<String> generator = pausing(log, List.of("a"));
        IOException failure = new IOException("broken");

        assertThat(catchThrowable(() -> outcome(generator.athrow(failure)))).isSameAs(failure);
        assertThat(log).isEmpty();
        assertThatThrownBy(() -> outcome(generator.anext())).isSameAs(StopAsyncIteration.INSTANCE);
    }

    @Test
    void oneThatHasEndedTakesNoNoticeOfWhatIsThrown() {
        AsyncGenerator<String> generator = yielding(List.of());
        catchThrowable(() -> outcome(generator.anext()));

        assertThat(outcome(generator.athrow(new IOException()))).isNull();
    }

    @Test
    void nullCannotBeThrown() {
        assertThatThrownBy(() -> yielding(List.of()).athrow(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("null instead of what to throw");
    }

    /** Statement 54; CPython: test_asyncgen.test_async_gen_asyncio_aclose_07. */
    @Test
    void closingThrowsGeneratorExitAtTheYield() {
        AsyncGenerator<String> generator = pausing(log, List.of("a", "b"));
        outcome(generator.anext());

        outcome(generator.aclose());

        assertThat(log).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
        assertThatThrownBy(() -> outcome(generator.anext())).isSameAs(StopAsyncIteration.INSTANCE);
    }

    /** Statement 54; CPython: test_asyncgen.test_async_gen_asyncio_aclose_07. */
    @Test
    void closingAwaitsWhatTheFinallyBlocksAwait() {
        AsyncGenerator<String> generator = asyncGenerator((machine, state, self) -> switch (state) {
            case 0 -> give(machine, self, "first", 1);
            case 1 -> {
                log.add(catchThrowable(machine::resumed));
                machine.yield("cleaning up");
                yield machine.suspend(self, 2);
            }
            default -> {
                machine.resumed();
                throw (GeneratorExit) log.get(0);
            }
        });
        outcome(generator.anext());
        Coroutine<Void> aclose = generator.aclose();

        assertThat(aclose.send(null)).isEqualTo(new Step.Suspended<>("cleaning up"));
        assertThat(aclose.send(null)).isEqualTo(new Step.Returned<>(null));
    }

    /** Statement 54; CPython: test_asyncgen.test_async_gen_aclose_after_exhaustion. */
    @Test
    void aFreshOneIsClosedWithoutRunning_andOneThatHasEndedIsLeftAlone() {
        AsyncGenerator<String> generator = pausing(log, List.of("a"));

        outcome(generator.aclose());
        outcome(generator.aclose());

        assertThat(log).isEmpty();
        assertThatThrownBy(() -> outcome(generator.anext())).isSameAs(StopAsyncIteration.INSTANCE);
    }

    /** Statement 55; CPython: test_asyncgen.test_async_gen_asyncio_aclose_06. */
    @Test
    void oneThatYieldsWhileItIsClosedIgnoredGeneratorExit() {
        AsyncGenerator<String> stubborn = asyncGenerator((machine, state, self) -> {
            if (state > 0) {
                catchThrowable(machine::resumed);
            }
            return give(machine, self, "element " + state, state + 1);
        });
        outcome(stubborn.anext());

        assertIsRefused(stubborn.aclose(), "async generator ignored GeneratorExit");
        // As in Python: a second aclose() finds one that is being closed, and anext() goes on.
        assertThatThrownBy(() -> outcome(stubborn.aclose())).isSameAs(StopAsyncIteration.INSTANCE);
        assertThatThrownBy(() -> outcome(stubborn.athrow(new IOException()))).isSameAs(StopAsyncIteration.INSTANCE);
        assertThat(outcome(stubborn.anext())).isEqualTo("element 2");
    }

    /** Statement 50; CPython: test_asyncgen.test_async_gen_exception_05. */
    @Test
    void stopAsyncIterationThatLeavesTheBodyBecomesAnIllegalStateException() {
        assertIsConverted(StopAsyncIteration.INSTANCE, "async generator raised StopAsyncIteration");
    }

    /** Statement 50; CPython: test_asyncgen.test_async_gen_exception_06. */
    @Test
    void noSuchElementExceptionThatLeavesTheBodyBecomesAnIllegalStateException() {
        assertIsConverted(new NoSuchElementException("mistaken"), "async generator raised NoSuchElementException");
    }

    private static void assertIsConverted(RuntimeException thrown, String message) {
        AsyncGenerator<String> generator = asyncGenerator((machine, state, self) -> {
            throw thrown;
        });

        assertThatThrownBy(() -> outcome(generator.anext()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message)
                .hasCause(thrown);
    }

    @Test
    void aHeldElementIsTheNext_andCannotBePassedOver() {
        AsyncGenerator<String> generator = pausing(log, List.of("a", "b"));

        assertThat(outcome(generator.advance())).isTrue();
        assertThat(outcome(generator.advance())).isTrue();
        assertIsRefused(
                generator.asend("x"), "asend() while an element is held by hasNext(); take it with next() first");
        assertIsRefused(
                generator.athrow(new IOException()),
                "athrow() while an element is held by hasNext(); take it with next() first");
        assertThat(outcome(generator.anext())).isEqualTo("a");
        assertThat(outcome(generator.anext())).isEqualTo("b");
        assertThat(outcome(generator.advance())).isFalse();
    }

    @Test
    void closingDropsAHeldElement() {
        AsyncGenerator<String> generator = yielding(List.of("a", "b"));
        outcome(generator.advance());

        outcome(generator.aclose());

        assertThat(outcome(generator.advance())).isFalse();
    }

    @Test
    void aConsumerThatIsClosedEndsTheCall_andTheBodyAtItsAwait() {
        AsyncGenerator<String> generator = pausing(log, List.of("a", "b"));
        Coroutine<String> consumer = ScriptedCoroutine.awaiting(generator.anext());
        consumer.send(null);

        consumer.close();

        assertThat(log).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
        assertThatThrownBy(() -> outcome(generator.anext())).isSameAs(StopAsyncIteration.INSTANCE);
    }

    @Test
    void aBodyThatYieldsWhenItsConsumerIsClosedStaysThere() {
        AsyncGenerator<String> generator = asyncGenerator((machine, state, self) -> switch (state) {
            case 0 -> machine.suspend(self, 1);
            case 1 -> {
                log.add(catchThrowable(machine::resumed));
                yield give(machine, self, "lost", 2);
            }
            default -> {
                machine.resumed();
                yield give(machine, self, "next", 2);
            }
        });
        Coroutine<String> call = generator.anext().asCoroutine();
        call.send(null);

        call.close();

        assertThat(log).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
        assertThat(outcome(generator.anext())).isEqualTo("next");
    }

    @Test
    void outsideAsyncCodeItCannotBeIteratedOrClosed() {
        AsyncGenerator<String> generator = yielding(List.of("a"));

        assertThatThrownBy(generator::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("AsyncIterator.hasNext() in ");
        assertThatThrownBy(generator::next).hasMessageStartingWith("AsyncIterator.next() in ");
        assertThatThrownBy(generator::close).hasMessageStartingWith("AsyncCloseable.close() in ");
        assertThatThrownBy(() -> AsyncGenerator.yield("x"))
                .hasMessageContaining("call it in a method annotated with @Async");
    }

    @Test
    void itSaysWhatItIs() {
        AsyncGenerator<String> generator = yielding(List.of("a"));

        assertThat(generator.toString()).startsWith("async generator ").endsWith(", created");
        outcome(generator.anext());
        assertThat(generator.toString()).endsWith(", suspended");
        assertThat(generator.anext().toString()).startsWith("anext()/asend() ").endsWith(", created");
    }

    @Test
    void endOutsideAsyncGeneratorCodeIsOneWithoutElements() {
        AsyncGenerator<String> ended = AsyncGenerator.end();

        assertThat(ended.iterator()).isSameAs(ended);
        assertThatThrownBy(() -> outcome(ended.anext())).isSameAs(StopAsyncIteration.INSTANCE);
    }

    /** Drives a call to its outcome. */
    static <T> T outcome(Awaitable<T> call) {
        Coroutine<T> coroutine = call.asCoroutine();
        Step<T> step = coroutine.send(null);
        while (step instanceof Step.Suspended<T>) {
            step = coroutine.send(null);
        }
        return ((Step.Returned<T>) step).value();
    }

    private static void assertIsRefused(Awaitable<?> call, String message) {
        assertThatThrownBy(() -> outcome(call))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }
}
