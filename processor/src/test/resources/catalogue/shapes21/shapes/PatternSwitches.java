package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Switches on patterns, and records taken apart: Java 21. */
final class PatternSwitches {
    private sealed interface Expr permits Num, Sum, Neg, Text {}

    private record Num(int n) implements Expr {}

    private record Sum(Expr left, Expr right) implements Expr {}

    private record Neg(Expr inner) implements Expr {}

    private record Text(String text) implements Expr {}

    private enum Level {
        LOW,
        HIGH
    }

    @Async
    private static Coroutine<Integer> eval(Tape tape, Expr expr) {
        return switch (expr) {
            case Num(int n) -> result(await(tape.value(n)));
            case Sum(Num(int a), Num(int b)) -> result(a + await(tape.value(b)));
            case Sum(Expr left, Expr right) -> result(await(eval(tape, left)) + await(eval(tape, right)));
            case Neg neg -> result(-await(eval(tape, neg.inner())));
            case Text(var text) when text.isEmpty() -> throw new IllegalArgumentException("empty");
            case Text t -> result(await(tape.value(t.text().length())));
        };
    }

    @Shape
    @Async
    static Coroutine<Integer> recordPatterns(Tape tape) {
        int n = await(eval(tape, new Sum(new Neg(new Num(3)), new Sum(new Num(4), new Num(5)))));
        try {
            n += await(eval(tape, new Neg(new Text(""))));
        } catch (IllegalArgumentException e) {
            n += await(eval(tape, new Text("four")));
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> typePatternsWithAwaitingGuards(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (Object o : new Object[] {1, "text", 20, null, 'c', 3L, new int[] {1, 2}}) {
            s.append(switch (await(tape.value(o))) {
                case null -> await(tape.value("null"));
                case Integer i when i > await(tape.value(10)) -> "big" + i;
                case Integer i -> "small" + await(tape.value(i));
                case String t when await(tape.value(false)) -> "never" + t;
                case String t when t.length() == await(tape.value(4)) && await(tape.value(true)) -> t + "4";
                case int[] ints -> ints.length + await(tape.value("ints"));
                case Character c -> c;
                default -> o + await(tape.value("?"));
            });
            s.append(' ');
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<String> bindingsLiveAcrossAwaits(Tape tape) {
        Object o = new Sum(new Text("left"), new Num(7));
        if (o instanceof Sum(Text(String text), Num(int n)) && await(tape.value(n)) == 7) {
            await(tape.value("pause"));
            return result(text + n + await(tape.value(text.length())));
        }
        return result("no match");
    }

    @Shape
    @Async
    static Coroutine<String> qualifiedEnumConstantsAndNull(Tape tape) {
        String s = "";
        for (Object level : new Object[] {Level.LOW, Level.HIGH, null, "x"}) {
            switch (level) {
                case Level.LOW -> s += await(tape.value("low"));
                case Level l -> s += await(tape.value(l.ordinal())) + "other level";
                case null, default -> {
                    tape.log("default");
                    s += await(tape.value("default"));
                }
            }
        }
        return result(s);
    }

    private record Holder<T>(T value) {}

    @Shape
    @Async
    static Coroutine<Void> accessorThatThrows(Tape tape) {
        record Bad(int n) {
            @Override
            public int n() {
                throw new IllegalStateException("no n");
            }
        }
        Object o = new Holder<>(new Bad(1));
        try {
            if (await(tape.value(o)) instanceof Holder<?>(Bad(int n))) {
                tape.log(n, await(tape.value(n)));
            }
        } catch (MatchException e) {
            tape.log(e.getCause(), await(tape.value("caught")));
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> genericRecordPatternInLoop(Tape tape) {
        int sum = 0;
        for (Holder<? extends Number> h : List.of(new Holder<>(1), new Holder<>(2.5), new Holder<>(3L))) {
            switch (h) {
                case Holder<?>(Integer i) -> sum += i + await(tape.value(10));
                case Holder<?>(Double d) when await(tape.value(d)) > 2 -> sum += (int) (d * await(tape.value(100)));
                case Holder(var other) -> {
                    if (await(tape.value(true))) {
                        continue;
                    }
                    sum = other.intValue();
                }
            }
            sum *= await(tape.value(2));
        }
        return result(sum);
    }

    @Yields
    private static Generator<String> walk(Tape tape, Expr expr) {
        switch (expr) {
            case Sum(var left, var right) -> {
                for (String s : tape.generate(() -> walk(tape, left))) {
                    Generator.yield("l" + s);
                }
                for (String s : tape.generate(() -> walk(tape, right))) {
                    Generator.yield("r" + s);
                }
            }
            case Neg(Expr inner) -> Generator.yield("-" + tape.generate(() -> walk(tape, inner)).next());
            case Num(int n) when Generator.yield("guard") != null || n > 0 -> Generator.yield("" + n);
            case Num n -> Generator.yield("not positive");
            case Text t -> Generator.yield(t.text());
        }
        return Generator.end();
    }

    @Shape(awaits = false)
    static List<String> generatorOverPatterns(Tape tape) {
        List<String> all = new ArrayList<>();
        Expr expr = new Sum(new Neg(new Text("t")), new Sum(new Num(0), new Num(5)));
        tape.generate(() -> walk(tape, expr)).forEachRemaining(all::add);
        return all;
    }
}
