package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.StopAsyncIteration;
import dev.fermata.Yields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import shapes.kit.CheckedMishap;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Async generator functions, and their consumers; the oracle runs each on a thread of its own. */
final class AsyncGenerators {
    @Async
    private static AsyncGenerator<Integer> count(Tape tape, int from, int to) {
        tape.log("begin");
        for (int i = from; i < to; i++) {
            int n = await(tape.value(i));
            AsyncGenerator.yield(n);
            tape.log("resumed after", n);
        }
        await(tape.value("end"));
        return AsyncGenerator.end();
    }

    @Async
    private static <T> Coroutine<List<T>> all(Tape tape, AsyncGenerator<T> generator) {
        List<T> seen = new ArrayList<>();
        try {
            while (true) {
                seen.add(await(generator.anext()));
            }
        } catch (StopAsyncIteration end) {
            tape.log("seen", seen.size(), end);
        }
        return result(seen);
    }

    @Shape
    @Async
    static Coroutine<List<Integer>> runThrough(Tape tape) {
        AsyncGenerator<Integer> numbers = tape.generateAsync(() -> count(tape, 1, 4));
        tape.log("made");
        List<Integer> seen = await(all(tape, numbers));
        try {
            await(numbers.anext());
        } catch (StopAsyncIteration e) {
            tape.log("still", e);
        }
        return result(seen);
    }

    @Async
    private static AsyncGenerator<String> echo(Tape tape) {
        String got = AsyncGenerator.yield("ready");
        int round = 0;
        while (got != null) {
            tape.log("got", got);
            got = AsyncGenerator.yield(await(tape.value(got)) + round++);
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<String> asend(Tape tape) {
        AsyncGenerator<String> echo = tape.generateAsync(() -> echo(tape));
        try {
            await(echo.asend("too early"));
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        tape.log(await(echo.asend(null)), await(echo.asend("a")), await(echo.asend("b")));
        try {
            await(echo.anext());
        } catch (StopAsyncIteration e) {
            tape.log("ended", e);
        }
        try {
            return result(await(echo.asend("again")));
        } catch (StopAsyncIteration e) {
            return result("still ended");
        }
    }

    @Async
    private static AsyncGenerator<String> careful(Tape tape) {
        int n = 0;
        while (true) {
            try {
                AsyncGenerator.yield("element " + n);
                n += await(tape.coroutine(1));
            } catch (Mishap e) {
                tape.log("caught", e, n);
                AsyncGenerator.yield("instead of " + n + await(tape.value("!")));
                n = 10;
            } finally {
                tape.log("finally", n);
                await(tape.value(n));
            }
        }
    }

    @Shape
    @Async
    static Coroutine<String> athrow(Tape tape) {
        AsyncGenerator<String> careful = tape.generateAsync(() -> careful(tape));
        tape.log(await(careful.anext()));
        tape.log(await(careful.athrow(new Mishap("thrown"))));
        tape.log(await(careful.anext()));
        try {
            await(careful.athrow(new CheckedMishap("not caught")));
        } catch (Throwable e) {
            tape.log("out", e);
        }
        tape.log("ended", await(careful.athrow(new Mishap("unheard"))));
        try {
            await(careful.anext());
        } catch (StopAsyncIteration e) {
            tape.log(e);
        }
        AsyncGenerator<String> fresh = tape.generateAsync(() -> careful(tape));
        try {
            await(fresh.athrow(new Mishap("fresh")));
        } catch (Mishap e) {
            tape.log("fresh", e);
        }
        return result(await(fresh.athrow(new Mishap("unheard"))));
    }

    @Async
    private static AsyncGenerator<String> cleaning(Tape tape) {
        try {
            try {
                AsyncGenerator.yield(await(tape.value("a")));
                AsyncGenerator.yield("b");
            } finally {
                tape.log("inner", await(tape.value("cleaned")));
            }
        } finally {
            tape.log("outer", await(tape.stage("cleaned")));
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<Void> aclose(Tape tape) {
        AsyncGenerator<String> cleaning = tape.generateAsync(() -> cleaning(tape));
        tape.log(await(cleaning.anext()));
        await(cleaning.aclose());
        await(cleaning.aclose());
        try {
            await(cleaning.anext());
        } catch (StopAsyncIteration e) {
            tape.log(e);
        }
        AsyncGenerator<String> fresh = tape.generateAsync(() -> cleaning(tape));
        await(fresh.aclose());
        try {
            await(fresh.anext());
        } catch (StopAsyncIteration e) {
            tape.log(e);
        }
        return done();
    }

    @Async
    private static AsyncGenerator<String> stubborn(Tape tape) {
        for (int i = 0; i < 3; i++) {
            try {
                AsyncGenerator.yield("element " + i);
            } catch (GeneratorExit e) {
                tape.log("ignored", e, await(tape.value(i)));
            }
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<String> ignoredExit(Tape tape) {
        AsyncGenerator<String> stubborn = tape.generateAsync(() -> stubborn(tape));
        await(stubborn.anext());
        try {
            await(stubborn.aclose());
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        try {
            await(stubborn.aclose());
        } catch (StopAsyncIteration e) {
            tape.log("as Python has it", e);
        }
        try {
            await(stubborn.athrow(new Mishap("x")));
        } catch (StopAsyncIteration e) {
            tape.log("as Python has it", e);
        }
        return result(await(stubborn.anext()));
    }

    @Async
    private static AsyncGenerator<String> swallowing(Tape tape) {
        try {
            AsyncGenerator.yield("a");
        } catch (GeneratorExit e) {
            tape.log("swallowed", await(tape.value("exit")));
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<Void> swallowedExit(Tape tape) {
        AsyncGenerator<String> g = tape.generateAsync(() -> swallowing(tape));
        await(g.anext());
        await(g.aclose());
        AsyncGenerator<String> thrown = tape.generateAsync(() -> swallowing(tape));
        await(thrown.anext());
        try {
            await(thrown.athrow(new GeneratorExit()));
        } catch (StopAsyncIteration e) {
            tape.log(e);
        }
        return done();
    }

    @Async
    private static AsyncGenerator<String> ending(Tape tape, RuntimeException with) {
        AsyncGenerator.yield(await(tape.value("only")));
        throw with;
    }

    @Shape
    @Async
    static Coroutine<Void> endsThatAreNone(Tape tape) {
        for (RuntimeException with : List.of(
                StopAsyncIteration.INSTANCE, new NoSuchElementException("mistaken"), new Mishap("of the body"))) {
            AsyncGenerator<String> g = tape.generateAsync(() -> ending(tape, with));
            await(g.anext());
            try {
                await(g.anext());
            } catch (RuntimeException e) {
                tape.log(e);
            }
            AsyncGenerator<String> thrown = tape.generateAsync(() -> ending(tape, with));
            try {
                await(thrown.athrow(with));
            } catch (RuntimeException e) {
                tape.log(e);
            }
        }
        return done();
    }

    @Async
    private static AsyncGenerator<Integer> operands(Tape tape) {
        long base = await(tape.value(100L));
        int n = (int) base
                + AsyncGenerator.<Integer>yield(await(tape.value(1)))
                        * (await(tape.value(2)) + AsyncGenerator.<Integer>yield(3));
        String s = "s" + n + AsyncGenerator.yield(n) + base;
        AsyncGenerator.yield(s.length());
        int[] array = {1, 2, 3};
        array[await(tape.value(1))] += AsyncGenerator.<Integer>yield(4);
        AsyncGenerator.yield(array[1]);
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<String> amongOperands(Tape tape) {
        AsyncGenerator<Integer> g = tape.generateAsync(() -> operands(tape));
        StringBuilder seen = new StringBuilder().append(await(g.anext()));
        for (int i = 1; i <= 5; i++) {
            seen.append(' ').append(await(g.asend(i * 10)));
        }
        return result(seen.toString());
    }

    private record Pair<A, B>(A first, B second) {}

    @Async
    private static AsyncGenerator<Pair<String, Integer>> constructing(Tape tape) {
        Pair<String, Integer> pair = new Pair<>(AsyncGenerator.yield(null), await(tape.value(2)));
        AsyncGenerator.yield(pair);
        AsyncGenerator.yield(new Pair<>(await(tape.value("x")), AsyncGenerator.yield(new Pair<>("in", 0))));
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<List<Pair<String, Integer>>> underConstruction(Tape tape) {
        AsyncGenerator<Pair<String, Integer>> g = tape.generateAsync(() -> constructing(tape));
        List<Pair<String, Integer>> seen = new ArrayList<>();
        seen.add(await(g.anext()));
        seen.add(await(g.asend("sent")));
        seen.add(await(g.anext()));
        seen.add(await(g.asend(7)));
        return result(seen);
    }

    @Async
    private static AsyncGenerator<Integer> doubled(Tape tape, AsyncGenerator<Integer> source) {
        try {
            while (true) {
                AsyncGenerator.yield(await(source.anext()) * 2);
            }
        } catch (StopAsyncIteration end) {
            tape.log("source ended");
        } finally {
            await(source.aclose());
            tape.log("closed the source");
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<List<Integer>> pipeline(Tape tape) {
        AsyncGenerator<Integer> source = tape.generateAsync(() -> count(tape, 1, 4));
        AsyncGenerator<Integer> twice = tape.generateAsync(() -> doubled(tape, source));
        AsyncGenerator<Integer> fourTimes = tape.generateAsync(() -> doubled(tape, twice));
        return result(await(all(tape, fourTimes)));
    }

    @Shape
    @Async
    static Coroutine<Integer> pipelineClosedEarly(Tape tape) {
        AsyncGenerator<Integer> source = tape.generateAsync(() -> count(tape, 1, 4));
        AsyncGenerator<Integer> twice = tape.generateAsync(() -> doubled(tape, source));
        AsyncGenerator<Integer> fourTimes = tape.generateAsync(() -> doubled(tape, twice));
        int first;
        try {
            first = await(fourTimes.anext());
        } finally {
            await(fourTimes.aclose());
        }
        return result(first);
    }

    @FunctionalInterface
    interface Source<T> {
        @Async
        AsyncGenerator<T> open();
    }

    @Shape
    @Async
    static Coroutine<List<String>> lambda(Tape tape) {
        String captured = await(tape.value("captured"));
        Source<String> source = () -> {
            AsyncGenerator.yield(captured);
            for (int i = 0; i < 2; i++) {
                AsyncGenerator.yield(captured + await(tape.value(i)));
            }
            return AsyncGenerator.end();
        };
        List<String> seen = new ArrayList<>(await(all(tape, tape.generateAsync(source::open))));
        seen.addAll(await(all(tape, tape.generateAsync(source::open))));
        return result(seen);
    }

    @Shape
    @Async
    static Coroutine<List<Integer>> anonymousClass(Tape tape) {
        Source<Integer> source = new Source<>() {
            private int base = 40;

            @Override
            public AsyncGenerator<Integer> open() {
                AsyncGenerator.yield(base++);
                AsyncGenerator.yield(base + await(tape.value(1)));
                return AsyncGenerator.end();
            }
        };
        return result(await(all(tape, tape.generateAsync(source::open))));
    }

    private abstract static class Base<T> {
        final Tape tape;

        Base(Tape tape) {
            this.tape = tape;
        }

        @Async
        protected AsyncGenerator<T> items(List<? extends T> from) {
            for (T item : from) {
                AsyncGenerator.yield(await(tape.value(item)));
            }
            return AsyncGenerator.end();
        }
    }

    private static final class Derived extends Base<String> implements Named {
        Derived(Tape tape) {
            super(tape);
        }

        @Async
        @Override
        protected AsyncGenerator<String> items(List<? extends String> from) {
            Supplier<AsyncGenerator<String>> above = () -> super.items(from);
            AsyncGenerator<String> inherited = tape.generateAsync(above);
            AsyncGenerator.yield(name());
            while (true) {
                String item;
                try {
                    item = await(inherited.anext());
                } catch (StopAsyncIteration end) {
                    break;
                }
                AsyncGenerator.yield(item + "'");
            }
            return AsyncGenerator.end();
        }

        @Override
        public Tape tape() {
            return tape;
        }
    }

    private interface Named {
        Tape tape();

        default String name() {
            return "derived";
        }

        @Async
        default AsyncGenerator<Character> letters() {
            for (char c : name().toCharArray()) {
                if (await(tape().value(c)) == 'r') {
                    return AsyncGenerator.end();
                }
                AsyncGenerator.yield(c);
            }
            return AsyncGenerator.end();
        }

        @Async
        static AsyncGenerator<Object> nothing() {
            return AsyncGenerator.end();
        }

        @Async
        private AsyncGenerator<Integer> hidden() {
            AsyncGenerator.yield(name().length());
            return AsyncGenerator.end();
        }

        default AsyncGenerator<Integer> shown() {
            return hidden();
        }
    }

    @Shape
    @Async
    static Coroutine<String> methodsOfAllKinds(Tape tape) {
        Derived derived = new Derived(tape);
        return result(await(all(tape, tape.generateAsync(() -> derived.items(List.of("a", "b")))))
                + ""
                + await(all(tape, tape.generateAsync(derived::letters)))
                + await(all(tape, tape.generateAsync(Named::nothing)))
                + await(all(tape, tape.generateAsync(derived::shown))));
    }

    @SuppressWarnings("fallthrough")
    @Async
    private static AsyncGenerator<String> everyStatement(Tape tape, int turns) throws IOException {
        outer:
        for (int i = 0; ; i++) {
            switch (i) {
                case 0:
                    AsyncGenerator.yield("zero");
                    break;
                case 1:
                    if (await(tape.value(true))) {
                        AsyncGenerator.yield("one");
                        continue outer;
                    }
                default:
                    do {
                        String s = switch (i % 3) {
                            case 2 -> {
                                AsyncGenerator.yield("two");
                                yield await(tape.value("x"));
                            }
                            default -> AsyncGenerator.yield(await(tape.value("other")));
                        };
                        tape.log("s", s);
                        if (i >= turns) {
                            break outer;
                        }
                    } while (i < 0);
            }
            try {
                AsyncGenerator.yield("try " + i);
                if (await(tape.value(i)) == 3) {
                    throw new IOException("three");
                }
            } catch (IOException e) {
                AsyncGenerator.yield(e.getMessage());
            } finally {
                AsyncGenerator.yield("finally " + await(tape.value(i)));
            }
        }
        if (turns > 4) {
            throw new IOException("too many turns");
        }
        return AsyncGenerator.end();
    }

    private static AsyncGenerator<String> everyStatementUnchecked(Tape tape, int turns) {
        try {
            return everyStatement(tape, turns);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Shape
    @Async
    static Coroutine<List<String>> statements(Tape tape) {
        return result(await(all(tape, tape.generateAsync(() -> everyStatementUnchecked(tape, 4)))));
    }

    @Async
    private static AsyncGenerator<String> manyLocals(
            Tape tape, byte b, short h, char c, int i, long l, float f, double d, boolean z, String... rest) {
        String all = "" + b + h + c + i + l + f + d + z;
        AsyncGenerator.yield(all);
        b++;
        h++;
        c++;
        i += await(tape.value(1));
        l += i;
        f /= 2;
        AsyncGenerator.yield("" + b + h + c + i + l + f);
        d = await(tape.value(0.5)) + d;
        z = !z;
        for (String one : rest) {
            AsyncGenerator.yield(one + d + z);
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<List<String>> locals(Tape tape) {
        return result(await(all(
                tape,
                tape.generateAsync(() -> manyLocals(
                        tape, (byte) 1, (short) 2, 'c', 4, 5L, 6.0f, 7.0, true, "u", "v")))));
    }

    @Async
    private static AsyncGenerator<Object> nulls(Tape tape) {
        Object got = AsyncGenerator.yield(null);
        tape.log("got", got);
        got = AsyncGenerator.yield(await(tape.value(null)));
        tape.log("got", got);
        return got == null ? AsyncGenerator.end() : AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<List<Object>> nullElements(Tape tape) {
        return result(await(all(tape, tape.generateAsync(() -> nulls(tape)))));
    }

    @Async
    private static AsyncGenerator<Object> selfish(Tape tape, List<AsyncGenerator<Object>> self) {
        for (Supplier<Awaitable<?>> call : List.<Supplier<Awaitable<?>>>of(
                () -> self.get(0).anext(),
                () -> self.get(0).asend(null),
                () -> self.get(0).athrow(new Mishap("x")),
                () -> self.get(0).aclose())) {
            try {
                await(tape.value("before"));
                await(call.get());
            } catch (IllegalStateException e) {
                AsyncGenerator.yield(e.getMessage());
            }
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<List<Object>> oneCallInFlight(Tape tape) {
        List<AsyncGenerator<Object>> self = new ArrayList<>();
        self.add(tape.generateAsync(() -> selfish(tape, self)));
        return result(await(all(tape, self.get(0))));
    }

    @Shape
    @Async
    static Coroutine<Void> callsAreForOnce(Tape tape) {
        AsyncGenerator<Integer> numbers = tape.generateAsync(() -> count(tape, 1, 4));
        for (Awaitable<?> call : List.of(
                numbers.anext(), numbers.asend(null), numbers.aclose(), numbers.athrow(new Mishap("x")))) {
            await(call);
            try {
                await(call);
            } catch (IllegalStateException e) {
                tape.log(e);
            }
        }
        return done();
    }

    @Async
    private static AsyncGenerator<String> askingTheDriver(Tape tape) {
        String answer = suspend("question");
        AsyncGenerator.yield(answer + await(tape.value("!")));
        AsyncGenerator.<String>yield(suspend(AsyncGenerator.yield("another")));
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<String> driver(Tape tape) {
        AsyncGenerator<String> g = tape.generateAsync(() -> askingTheDriver(tape));
        String first = await(g.anext());
        await(g.anext());
        return result(first + await(g.asend("sent")));
    }

    @Yields
    private static Generator<Integer> plain(Tape tape, int n) {
        for (int i = 0; i < n; i++) {
            Generator.yield(tape.risky(i));
        }
        return Generator.end();
    }

    @Async
    private static AsyncGenerator<Integer> mixed(Tape tape) {
        for (int i : tape.generate(() -> plain(tape, 3))) {
            Coroutine<Integer> later = tape.later(() -> plus(tape, i));
            AsyncGenerator.yield(await(later));
        }
        return AsyncGenerator.end();
    }

    @Async
    private static Coroutine<Integer> plus(Tape tape, int n) {
        return result(n + await(tape.value(10)));
    }

    @Shape
    @Async
    static Coroutine<List<Integer>> allKindsInOne(Tape tape) {
        return result(await(all(tape, tape.generateAsync(() -> mixed(tape)))));
    }
}
