package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.inspect.Inspect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The locals of suspended coroutines and generators, as programs have them that javac compiled with the processor. */
final class LocalsTest {
    private final List<Map<String, Object>> seen = new ArrayList<>();

    /** Sends it null, and notes its locals after each, until it has ended. */
    private List<Map<String, Object>> localsOf(Coroutine<?> coroutine) {
        List<Map<String, Object>> locals = new ArrayList<>();
        while (coroutine.send(null) instanceof Coroutine.Step.Suspended<?>) {
            locals.add(Inspect.locals(coroutine));
        }
        return locals;
    }

    @Async
    private static Coroutine<Integer> adding(int a, String b) {
        int sum = a + 1;
        suspend("first");
        String text = b + sum;
        suspend("second");
        return result(text.length());
    }

    /** Statement 21; CPython: test_inspect.test_getcoroutinelocals. */
    @Test
    void fresh_hasItsArguments() {
        assertThat(Inspect.locals(adding(1, "b"))).containsExactly(entry("a", 1), entry("b", "b"));
    }

    /** Statement 21; CPython: test_inspect.test_getcoroutinelocals. */
    @Test
    void suspended_hasTheLiveOnes() {
        assertThat(localsOf(adding(1, "b"))).containsExactly(Map.of("b", "b", "sum", 2), Map.of("text", "b2"));
    }

    /** Of 69 slots; {@code p31} has the last of the first 64, and the one behind it. */
    @Async
    private static Coroutine<Long> wide(int a) {
        long p0 = a,
                p1 = a + 1,
                p2 = a + 2,
                p3 = a + 3,
                p4 = a + 4,
                p5 = a + 5,
                p6 = a + 6,
                p7 = a + 7,
                p8 = a + 8,
                p9 = a + 9,
                p10 = a + 10,
                p11 = a + 11,
                p12 = a + 12,
                p13 = a + 13,
                p14 = a + 14,
                p15 = a + 15,
                p16 = a + 16,
                p17 = a + 17,
                p18 = a + 18,
                p19 = a + 19,
                p20 = a + 20,
                p21 = a + 21,
                p22 = a + 22,
                p23 = a + 23,
                p24 = a + 24,
                p25 = a + 25,
                p26 = a + 26,
                p27 = a + 27,
                p28 = a + 28,
                p29 = a + 29,
                p30 = a + 30,
                p31 = a + 31,
                p32 = a + 32,
                p33 = a + 33;
        suspend("first");
        p32 = p30 + p31;
        suspend("second");
        return result(p32 + p33);
    }

    @Test
    void ofMoreSlotsThanAWordHasBits_hasTheLiveOnes() {
        Coroutine<Long> coroutine = wide(1);

        assertThat(localsOf(coroutine))
                .containsExactly(Map.of("p30", 31L, "p31", 32L, "p33", 34L), Map.of("p32", 63L, "p33", 34L));
    }

    /** Statement 21; CPython: test_inspect.test_getcoroutinelocals. */
    @Test
    void ended_hasNone() {
        Coroutine<Integer> returned = adding(1, "b");
        localsOf(returned);
        Coroutine<Integer> closed = adding(1, "b");
        closed.send(null);
        closed.close();
        Coroutine<Integer> unstarted = adding(1, "b");
        unstarted.close();

        assertThat(Inspect.locals(returned)).isEmpty();
        assertThat(Inspect.locals(closed)).isEmpty();
        assertThat(Inspect.locals(unstarted)).isEmpty();
    }

    @Async
    private Coroutine<Void> looking(Coroutine<?>[] self, int n) {
        seen.add(Inspect.locals(self[0]));
        suspend("look");
        seen.add(Inspect.locals(self[n]));
        return done();
    }

    @Test
    void running_hasNone() {
        Coroutine<?>[] self = new Coroutine<?>[1];
        self[0] = looking(self, 0);

        localsOf(self[0]);

        assertThat(seen).containsExactly(Map.of(), Map.of());
    }

    @Async
    private Coroutine<Integer> outer(int depth) {
        String name = "outer" + depth;
        int inner = await(adding(depth, name));
        return result(name.length() + inner);
    }

    @Test
    void awaiting_hasItsOwn_notThoseOfTheCallee() {
        Coroutine<Integer> outer = outer(7);
        outer.send(null);

        assertThat(Inspect.locals(outer)).containsExactly(entry("name", "outer7"));
        assertThat(Inspect.locals(Inspect.awaiting(outer))).containsExactly(entry("b", "outer7"), entry("sum", 8));
    }

    @Async
    private Coroutine<Void> watchingItsAwaiter(Coroutine<?>[] awaiter) {
        suspend("once");
        seen.add(Inspect.locals(awaiter[0]));
        return done();
    }

    @Async
    private Coroutine<Integer> watched(Coroutine<?>[] self) {
        int kept = self.length;
        await(watchingItsAwaiter(self));
        return result(kept);
    }

    @Test
    void awaiting_hasItsOwn_whileOnlyTheCalleeIsOnTheStack() {
        Coroutine<?>[] self = new Coroutine<?>[1];
        self[0] = watched(self);

        localsOf(self[0]);

        assertThat(seen).containsExactly(Map.of("kept", 1));
    }

    @Test
    void theMap_isASnapshot_thatCannotBeChanged() {
        Coroutine<Integer> coroutine = adding(1, "b");
        Map<String, Object> before = Inspect.locals(coroutine);
        coroutine.send(null);

        assertThat(before).containsExactly(entry("a", 1), entry("b", "b"));
        assertThatThrownBy(() -> before.put("a", 2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Yields
    private Generator<Integer> counting(int from) {
        for (int i = from; i < from + 2; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    /** Statement 21; CPython: test_inspect.test_getgeneratorlocals. */
    @Test
    void generators_haveTheirsAtEachYield() {
        Generator<Integer> counting = counting(3);

        assertThat(Inspect.locals(counting)).containsExactly(entry("from", 3));
        counting.next();
        assertThat(Inspect.locals(counting)).containsExactly(entry("from", 3), entry("i", 3));
        counting.next();
        assertThat(Inspect.locals(counting)).containsExactly(entry("from", 3), entry("i", 4));
        assertThat(counting.hasNext()).isFalse();
        assertThat(Inspect.locals(counting)).isEmpty();
    }

    @Async
    private AsyncGenerator<Integer> streaming(String name) {
        int sent = 0;
        while (true) {
            int length = await(adding(sent, name));
            sent += length;
            AsyncGenerator.yield(sent);
        }
    }

    /** Statement 21; CPython: test_inspect.test_getasyncgenlocals. */
    @Test
    void asyncGenerators_haveTheirsAtAwaitsAndYields() {
        AsyncGenerator<Integer> streaming = streaming("s");
        assertThat(Inspect.locals(streaming)).containsExactly(entry("name", "s"));

        Coroutine<Integer> first = streaming.anext().asCoroutine();
        first.send(null);
        assertThat(Inspect.locals(streaming)).containsExactly(entry("name", "s"), entry("sent", 0));
        first.send(null);
        first.send(null);
        assertThat(Inspect.locals(streaming)).containsExactly(entry("name", "s"), entry("sent", 2));

        streaming.aclose().asCoroutine().send(null);
        assertThat(Inspect.locals(streaming)).isEmpty();
    }

    @Test
    void whatIsNoRewrittenFunction_hasNone() {
        assertThat(Inspect.locals(Asyncio.sleep(null))).isEmpty();
        assertThat(Inspect.locals(streaming("s").anext().asCoroutine())).isEmpty();
    }

    @Test
    void whatIsNeitherCoroutineNorGenerator_isRefused() {
        assertThatThrownBy(() -> Inspect.locals("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("locals() of java.lang.String; only a coroutine or a generator of either kind can be asked,"
                        + " not the function that makes it");
    }
}
