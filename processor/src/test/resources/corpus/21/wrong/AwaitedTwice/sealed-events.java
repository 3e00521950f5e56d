package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

sealed interface Ev<T> permits Ev.Open, Ev.Data, Ev.Shut {
    record Open<T>(Coroutine<T> first) implements Ev<T> {}
    record Data<T>(Coroutine<T> body, int n) implements Ev<T> {}
    enum Shut implements Ev<Object> { NOW, LATER }
    @Async static <T> Coroutine<String> show(Ev<? extends T> e, Coroutine<Boolean> ok) {
        return switch (e) {
            case Open<? extends T>(var c) when await(ok) -> result("" + await(c));
            case Open<? extends T> o -> result("open");
            case Data<? extends T>(Coroutine<? extends T> c, int n) -> {
                String s = await(c) + "";
                yield result(s + await(c)); // error AwaitedTwice
            }
            case Shut s when s == Shut.NOW -> null; // error NullCoroutine
            case Shut s -> { synchronized (s) { yield result("" + await(ok)); } } // error AwaitInSynchronized
        };
    }
    static boolean plain(Object o) {
        return o instanceof Open<?>(Coroutine<?> c) && await(c) == null // error AwaitOutsideAsync
            || o instanceof Data<?>(var d, var n)
                && n > 0
                && await(d) != null; // error AwaitOutsideAsync
    }
    @Yields static Generator<Integer> gen(Object o) {
        switch (o) {
            case null -> Generator.yield(0);
            case Integer i when i > 3 -> { Generator.yield(i); return gen(i - 1); } // error GeneratorReturn
            case String s -> { s.chars().forEach(ch -> Generator.yield(ch)); } // error YieldOutsideGenerator
            default -> throw new IllegalStateException();
        }
        return Generator.end();
    }
}
