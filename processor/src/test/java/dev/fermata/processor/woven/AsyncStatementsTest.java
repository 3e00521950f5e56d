package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.asyncio.Asyncio;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Python says of {@code async with} and {@code async for}, as Java's try and for have it. */
final class AsyncStatementsTest {
    private final List<Object> log = new ArrayList<>();

    /** A resource that tells when it is opened and released. */
    private final class Resource implements AsyncCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
            log.add("open " + name);
        }

        @Async
        @Override
        public Coroutine<Void> aclose() {
            await(turn());
            log.add("close " + name);
            return done();
        }
    }

    private static Coroutine<Void> turn() {
        return Asyncio.sleep(Duration.ZERO);
    }

    @Async
    private Coroutine<Resource> open(String name) throws IOException {
        await(turn());
        if (name.isEmpty()) {
            throw new IOException("no name");
        }
        return result(new Resource(name));
    }

    /** Statement 31; CPython: test_coroutines.test_with_1. */
    @Test
    void resources_areReleasedInTheMirroredOrder() {
        Asyncio.run(nested());
        assertThat(log).containsExactly("open a", "open b", "body", "close b", "close a");
    }

    @Async
    private Coroutine<Void> nested() {
        try (Resource a = new Resource("a");
                Resource b = new Resource("b")) {
            await(turn());
            log.add(a.name.length() + b.name.length() == 2 ? "body" : "");
        }
        return done();
    }

    /** Statement 33; CPython: test_coroutines.test_with_11, test_with_13. */
    @Test
    void aResourceThatCannotBeHad_isNotReleased_andTheBodyDoesNotRun() {
        assertThatThrownBy(() -> Asyncio.run(secondFails())).isInstanceOf(IOException.class);
        assertThat(log).containsExactly("open a", "close a");
    }

    @Async
    private Coroutine<Void> secondFails() throws IOException {
        try (Resource a = await(open("a"));
                Resource b = await(open(""))) {
            log.add("body" + a.name + b.name);
        }
        return done();
    }

    /** Statement 35; CPython: test_coroutines.test_with_8. */
    @Test
    void aResource_isReleasedOnBreakContinueAndReturn() {
        assertThat(Asyncio.run(jumping())).isEqualTo("c");
        assertThat(log).containsExactly("open a", "close a", "open b", "close b", "open c", "close c");
    }

    @Async
    private Coroutine<String> jumping() {
        for (String name : List.of("a", "b", "c", "d")) {
            try (Resource resource = new Resource(name)) {
                await(turn());
                if (resource.name.equals("a")) {
                    continue;
                }
                if (resource.name.equals("b")) {
                    break;
                }
            }
        }
        try (Resource last = new Resource("c")) {
            await(turn());
            return result(last.name);
        }
    }

    /** An iterable that tells who asks it for what. */
    private final class Told implements AsyncIterable<Object> {
        private final List<Object> elements;

        Told(Object... elements) {
            this.elements = List.of(elements);
        }

        @Override
        public AsyncIterator<Object> iterator() {
            log.add("iterator");
            return new AsyncIterator<>() {
                private int next;

                @Async
                @Override
                public Coroutine<Object> anext() {
                    await(turn());
                    if (next == elements.size()) {
                        throw StopAsyncIteration.INSTANCE;
                    }
                    return result(elements.get(next++));
                }
            };
        }
    }

    @Async
    private Coroutine<Void> each(AsyncIterable<?> source) {
        for (Object element : source) {
            log.add(element);
        }
        return done();
    }

    /** Statement 37; CPython: test_coroutines.test_for_1. */
    @Test
    void aLoop_asksForTheIteratorOnce_andAwaitsEachElement() {
        Asyncio.run(each(new Told(1, 2, 3)));
        assertThat(log).containsExactly("iterator", 1, 2, 3);
    }

    /** Statement 38; CPython: test_coroutines.test_for_4. */
    @Test
    void anIteratorThatGivesNullForAnElement_isToldSo() {
        assertThatThrownBy(() -> Asyncio.run(each(() -> () -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("anext");
    }

    /** Statement 39; CPython: test_coroutines.test_for_assign_raising_stop_async_iteration. */
    @Test
    void stopAsyncIterationOfTheBody_doesNotEndTheLoop_butLeavesIt() {
        assertThatThrownBy(() -> Asyncio.run(bodyStops())).isSameAs(StopAsyncIteration.INSTANCE);
        assertThat(log).containsExactly("iterator", "first");
    }

    @Async
    private Coroutine<Void> bodyStops() {
        for (Object element : new Told("first", "second")) {
            log.add(element);
            throw StopAsyncIteration.INSTANCE;
        }
        log.add("after");
        return done();
    }

    /** Statements 13 and 40; CPython: test_coroutines.test_for_stop_iteration. */
    @Test
    void exceptionsAsElements_areElements() {
        StopAsyncIteration stop = StopAsyncIteration.INSTANCE;
        Asyncio.run(each(new Told(stop, "next")));
        assertThat(log).containsExactly("iterator", stop, "next");
    }

    /** Statement 17; CPython: test_coroutines.test_await_9, test_await_10, test_await_11. */
    @Test
    void await_inAnyExpression_keepsTheOrderOfEvaluation() {
        assertThat(Asyncio.run(expressions())).isEqualTo("1-2|345|6");
        assertThat(log).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Async
    private Coroutine<String> expressions() {
        int[] array = {10, 20, 30};
        String difference = await(logged(1)) + "-" + await(logged(2));
        String joined = difference
                + "|"
                + join(await(logged(3)), logNow(4), await(logged(5)))
                + "|"
                + (array[await(logged(6)) - 4] == 30 ? "6" : "");
        return result(joined);
    }

    @Async
    private Coroutine<Integer> logged(int number) {
        await(turn());
        return result(logNow(number));
    }

    private int logNow(int number) {
        log.add(number);
        return number;
    }

    private static String join(int a, int b, int c) {
        return "" + a + b + c;
    }

    /** Statement 65; CPython: test_contextlib_async.test_aclosing, test_aclosing_error, test_aclosing_bpo41229. */
    @Test
    void anAsyncGeneratorInTry_isClosedOnEveryWayOut() {
        Asyncio.run(closing(1));
        Asyncio.run(closing(9));
        assertThatThrownBy(() -> Asyncio.run(closing(-1))).isInstanceOf(IllegalStateException.class);
        assertThat(log).containsExactly("closed", "closed", "closed");
    }

    @Async
    private Coroutine<Void> closing(int until) {
        try (AsyncGenerator<Integer> numbers = numbers()) {
            for (int number : numbers) {
                if (number == until) {
                    break;
                }
                if (until < 0) {
                    throw new IllegalStateException("as told");
                }
            }
        }
        return done();
    }

    @Async
    private AsyncGenerator<Integer> numbers() {
        try {
            for (int i = 0; i < 3; i++) {
                AsyncGenerator.yield(i);
            }
        } finally {
            await(turn());
            log.add("closed");
        }
        return AsyncGenerator.end();
    }
}
