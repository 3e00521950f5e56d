package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopAsyncIteration;
import dev.fermata.Yields;
import java.util.List;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Gens implements Iterable<Integer> {
    record Node(int v, Node l, Node r) {
        @Yields Generator<Integer> walk() {
            if (l != null) Generator.yieldFrom(l.walk());
            Generator.yield(v);
            if (r != null) { for (int x : r.walk()) Generator.yield(x); }
            return Generator.end();
        }
    }
    @Override @Yields public Generator<Integer> iterator() {
        int i = 0;
        while (true) {
            int step = switch (i % 3) { case 0 -> 1; case 1 -> { int t = i; yield t + 1; } default -> 2; };
            Generator.yield(i += step);
            if (i > 100) return Generator.end();
        }
    }
    @Yields static <T> Generator<T> cycle(List<? extends T> list) { for (;;) for (T t : list) { try { Generator.yield(t); } finally { list.size(); } } }
    @Async AsyncGenerator<String> lines(AsyncIterable<String> in, Coroutine<Integer> max) {
        int left = await(max);
        for (String s : in) { if (left-- == 0) return AsyncGenerator.end(); AsyncGenerator.yield(s.strip()); }
        return AsyncGenerator.end();
    }
    @Async Coroutine<Integer> count(AsyncGenerator<String> g) {
        int n = 0;
        for (var s : g) n += s.length();
        try { await(g.anext()); } catch (StopAsyncIteration e) { n++; }
        Awaitable<String> later = g.asend("x");
        await(later);
        return result(n);
    }
    Supplier<Generator<Integer>> s = () -> new Node(1, null, null).walk();
    static int sum() { int n = 0; for (int x : new Gens()) n += x; return n; }
}
