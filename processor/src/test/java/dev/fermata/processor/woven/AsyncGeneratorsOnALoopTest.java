package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Async generator functions as users write them, run by the event loop. */
final class AsyncGeneratorsOnALoopTest {
    private final List<Object> log = new ArrayList<>();

    @Async
    private AsyncGenerator<Integer> ticks(int count) {
        try {
            for (int i = 0; i < count; i++) {
                await(Asyncio.sleep(Duration.ZERO));
                AsyncGenerator.yield(i);
            }
        } catch (CancelledError cancelled) {
            log.add("cancelled inside");
            throw cancelled;
        } finally {
            await(Asyncio.sleep(Duration.ZERO));
            log.add("cleaned up");
        }
        return AsyncGenerator.end();
    }

    @Async
    private Coroutine<Integer> sum(AsyncGenerator<Integer> numbers) {
        int sum = 0;
        try {
            while (true) {
                sum += await(numbers.anext());
            }
        } catch (StopAsyncIteration end) {
            return result(sum);
        }
    }

    @Test
    void elementsArriveOverTurnsOfTheLoop() {
        assertThat(Asyncio.run(sum(ticks(10)))).isEqualTo(45);
        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void aCancelledTaskIsCancelledInsideTheGenerator() {
        assertThatThrownBy(() -> Asyncio.run(cancelling())).isInstanceOf(CancelledError.class);
        assertThat(log).containsExactly("cancelled inside", "cleaned up");
    }

    @Async
    private Coroutine<Integer> cancelling() {
        Task<Integer> task = Asyncio.createTask(sum(ticks(10)));
        await(Asyncio.sleep(Duration.ZERO));
        await(Asyncio.sleep(Duration.ZERO));
        task.cancel();
        return result(await(task));
    }

    @Test
    void whatIsLeftOpenIsClosedWhenRunEnds() {
        AsyncGenerator<Integer> ticks = ticks(10);

        assertThat(Asyncio.run(first(ticks))).isZero();

        assertThat(log).containsExactly("cleaned up");
        assertThat(Inspect.state(ticks)).isEqualTo(CoroutineState.CLOSED);
    }

    @Async
    private Coroutine<Integer> first(AsyncGenerator<Integer> numbers) {
        return result(await(numbers.anext()));
    }

    @Test
    void twoTasksCannotShareOneCall() {
        AsyncGenerator<Integer> ticks = ticks(10);

        assertThatThrownBy(() -> Asyncio.run(Asyncio.gather(first(ticks), first(ticks))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("anext(): asynchronous generator is already running");
    }

    @Test
    void theFunctionAndItsGeneratorAreToldByReflection() throws NoSuchMethodException {
        assertThat(Inspect.isAsyncGeneratorFunction(getClass().getDeclaredMethod("ticks", int.class)))
                .isTrue();
        AsyncGenerator<Integer> ticks = ticks(1);
        assertThat(Inspect.isAsyncGenerator(ticks)).isTrue();
        assertThat(Inspect.state(ticks)).isEqualTo(CoroutineState.CREATED);
        assertThat(ticks.toString()).isEqualTo("async generator " + getClass().getName() + ".ticks, created");
    }

    @Async
    private static AsyncGenerator<Integer> failing() {
        await(Asyncio.sleep(Duration.ofNanos(1)));
        AsyncGenerator.yield(1);
        await(Asyncio.sleep(Duration.ofNanos(1)));
        throw new IllegalArgumentException("deep");
    }

    @Async
    private static AsyncGenerator<Integer> relaying() {
        AsyncGenerator<Integer> source = failing();
        while (true) {
            AsyncGenerator.yield(await(source.anext()));
        }
    }

    @Async
    private static Coroutine<Void> consuming() {
        AsyncGenerator<Integer> relaying = relaying();
        while (true) {
            await(relaying.anext());
        }
    }

    @Test
    void aStackTraceShowsTheGeneratorsThatWait() {
        assertThatThrownBy(() -> Asyncio.run(consuming()))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(thrown -> assertThat(Traces.functions(thrown))
                        .containsSubsequence("failing$async", "relaying", "consuming"));
    }

    @Async
    private Coroutine<Void> everyKindOfCall() {
        AsyncGenerator<Integer> ticks = ticks(3);
        log.add(await(ticks.anext()));
        log.add(await(ticks.asend("ignored")));
        await(ticks.aclose());
        return done();
    }

    @Test
    void aclose_awaitsTheFinallyBlock() {
        Asyncio.run(everyKindOfCall());

        assertThat(log).containsExactly(0, 1, "cleaned up");
    }
}
