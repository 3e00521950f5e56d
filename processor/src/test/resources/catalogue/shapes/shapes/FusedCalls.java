package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Awaits of functions of the same class, whose bodies are entered without a coroutine; and those that look like them. */
final class FusedCalls {
    private final String name;

    private FusedCalls(String name) {
        this.name = name;
    }

    @Async
    private static Coroutine<Integer> add(Tape tape, int a, int b) {
        int x = await(tape.value(a));
        tape.log("adding", x, b);
        return result(x + await(tape.value(b)));
    }

    /** Has no await in it. */
    @Async
    private static Coroutine<Long> sum(long a, int b, double c) {
        return result(a + b + (long) c);
    }

    @Async
    private static Coroutine<Void> log(Tape tape, Object what) {
        tape.log("log", what);
        await(tape.value("logged"));
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> oneAfterTheOther(Tape tape) {
        int one = await(add(tape, 1, 2));
        long two = await(sum(one, 3, 4.5));
        await(log(tape, two));
        return result(one + " " + two);
    }

    @Shape
    @Async
    static Coroutine<Integer> argumentsThatAwait(Tape tape) {
        return result(await(add(tape, await(add(tape, 1, await(tape.value(2)))), await(add(tape, 3, 4)))));
    }

    @Shape
    @Async
    static Coroutine<String> operandsBelow(Tape tape) {
        long wide = 7;
        return result("a" + await(add(tape, 1, 2)) + wide + await(sum(wide, 1, 1)) + await(add(tape, 5, 6)));
    }

    @Shape
    @Async
    static Coroutine<List<Object>> objectUnderConstruction(Tape tape) {
        List<Object> made = new ArrayList<>();
        made.add(new StringBuilder(String.valueOf((int) await(add(tape, 1, 2)))).append(await(add(tape, 3, 4))));
        return result(List.of(made.toString()));
    }

    @Async
    private Coroutine<String> greet(Tape tape, String whom) {
        String greeting = await(tape.value("hello"));
        return result(name + ": " + greeting + " " + whom + await(this.mark(tape)));
    }

    @Async
    private Coroutine<Character> mark(Tape tape) {
        await(log(tape, name));
        return result('!');
    }

    @Shape
    @Async
    static Coroutine<String> onInstances(Tape tape) {
        FusedCalls one = new FusedCalls("one");
        FusedCalls two = new FusedCalls("two");
        return result(await(one.greet(tape, "you")) + await(two.greet(tape, await(one.greet(tape, "me")))));
    }

    private static FusedCalls nobody() {
        return null;
    }

    @Shape
    @Async
    static Coroutine<String> onNull(Tape tape) {
        FusedCalls none = nobody();
        try {
            return result(await(none.greet(tape, "you")));
        } catch (NullPointerException e) {
            await(log(tape, "null"));
            return result("caught");
        }
    }

    @Async
    private static Coroutine<Integer> fibonacci(Tape tape, int n) {
        if (n < 2) {
            return result(await(tape.value(n)));
        }
        return result(await(fibonacci(tape, n - 1)) + await(fibonacci(tape, n - 2)));
    }

    @Shape
    @Async
    static Coroutine<Integer> recursion(Tape tape) {
        return fibonacci(tape, 5);
    }

    @Async
    private static Coroutine<Integer> even(Tape tape, int n) {
        return n == 0 ? result(await(tape.value(0))) : result(1 + await(odd(tape, n - 1)));
    }

    @Async
    private static Coroutine<Integer> odd(Tape tape, int n) {
        int below = await(even(tape, n - 1));
        return result(below + 1);
    }

    /** Deeper than the stack is let grow: some bodies are not entered but started later. */
    @Shape
    @Async
    static Coroutine<Integer> deepRecursion(Tape tape) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += await(even(tape, 1000));
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Integer> deepWithAll(Tape tape, int n, long wide, double real, Object kept, String text) {
        if (n == 0) {
            return result(await(tape.value(0)));
        }
        int below = await(deepWithAll(tape, n - 1, wide + n, real * 1.5, kept, text + (n % 100 == 0 ? "." : "")));
        if (n % 333 == 0) {
            tape.log(n, wide, (long) Math.log10(real), kept, text);
        }
        return result(below + 1);
    }

    @Shape
    @Async
    static Coroutine<Integer> deepRecursionWithArguments(Tape tape) {
        return result(await(deepWithAll(tape, 700, 1L << 40, 1.25, "kept", "")));
    }

    @Async
    private static Coroutine<Integer> failing(Tape tape, boolean late) throws IOException {
        if (late) {
            await(tape.value("late"));
        }
        throw new IOException("late " + late);
    }

    @Async
    private static Coroutine<Integer> passing(Tape tape, boolean late) throws IOException {
        try {
            return result(await(failing(tape, late)));
        } finally {
            tape.log("passing", await(tape.value(late)));
        }
    }

    @Shape
    @Async
    static Coroutine<String> exceptionsThrough(Tape tape) {
        StringBuilder seen = new StringBuilder();
        for (boolean late : new boolean[] {false, true}) {
            try {
                seen.append(await(passing(tape, late)));
            } catch (IOException e) {
                seen.append(e.getMessage()).append(await(add(tape, 1, 1)));
            } finally {
                await(log(tape, seen));
            }
        }
        return result(seen.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> inLoops(Tape tape) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                try {
                    if ((i + j) % 3 == 0) {
                        continue;
                    }
                    sum += await(add(tape, i, j));
                } finally {
                    sum += (int) (long) await(sum(i, j, 1));
                }
            }
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Integer> chosen(Tape tape) {
        boolean first = await(tape.value(true));
        return result(await(first ? add(tape, 1, 2) : add(tape, 3, 4)) + await(!first ? add(tape, 1, 2) : add(tape, 3, 4)));
    }

    @Async
    private static Coroutine<Integer> tail(Tape tape, int n) {
        return n == 0 ? add(tape, 1, 2) : tail(tape, n - 1);
    }

    @Async
    private static Coroutine<Integer> tailAfterAwait(Tape tape, int n) {
        await(tape.value(n));
        return tail(tape, n);
    }

    @Shape
    @Async
    static Coroutine<Integer> tailCallsOfTheCallee(Tape tape) {
        return result(await(tail(tape, 3)) + await(tailAfterAwait(tape, 500)));
    }

    @Async
    private static Coroutine<Integer> ending(Tape tape, int n) {
        return n == 0 ? result(await(tape.value(0))) : n == 1 ? result(1) : n == 2 ? add(tape, 1, 1) : n == 3 ? result(await(ending(tape, 2))) : ending(tape, n - 1);
    }

    @Async
    private Coroutine<String> endingInSwitch(Tape tape, int n) {
        tape.log(n);
        return switch (n) {
            case 0 -> result("none " + await(tape.value(0)));
            case 1 -> {
                try {
                    yield result("one " + await(tape.value(1)));
                } finally {
                    await(log(tape, "one"));
                }
            }
            case 2 -> greet(tape, "two");
            default -> endingInSwitch(tape, n - 1);
        };
    }

    @Shape
    @Async
    static Coroutine<String> chosenResults(Tape tape) {
        StringBuilder all = new StringBuilder();
        for (int n = 0; n < 6; n++) {
            all.append(await(ending(tape, n))).append(await(new FusedCalls("x").endingInSwitch(tape, n)));
        }
        return result(all.toString());
    }

    @Async
    private static Coroutine<Integer> tailInTry(Tape tape, int n) {
        try {
            if (n == 1) {
                return result(await(add(tape, n, 1)));
            }
        } finally {
            tape.log("left", n);
        }
        synchronized (tape) {
            return ending(tape, n);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> tailCallsThatLeaveATry(Tape tape) {
        return result(await(tailInTry(tape, 0)) + await(tailInTry(tape, 1)) + await(tailInTry(tape, 1200)));
    }

    interface Lookup {
        @Async
        private Coroutine<String> hidden(Tape tape, int n) {
            return result(await(tape.value("hidden " + n)) + own());
        }

        @Async
        static Coroutine<String> shown(Tape tape, Lookup it) {
            return result(await(tape.value("shown ")) + await(it.hidden(tape, 1)));
        }

        @Async
        default Coroutine<String> both(Tape tape) {
            return result(await(hidden(tape, 2)) + await(Lookup.shown(tape, this)));
        }

        String own();
    }

    @Shape
    @Async
    static Coroutine<String> inInterfaces(Tape tape) {
        Lookup lookup = () -> "own";
        return result(await(lookup.both(tape)) + await(Lookup.shown(tape, lookup)));
    }

    static class Base {
        @Async
        Coroutine<String> open(Tape tape) {
            return result("base" + await(tape.value(1)));
        }

        @Async
        final Coroutine<String> closed(Tape tape) {
            return result("closed" + await(open(tape)));
        }

        @Async
        Coroutine<String> run(Tape tape) {
            return result(await(open(tape)) + await(closed(tape)));
        }
    }

    static final class Derived extends Base {
        @Override
        @Async
        Coroutine<String> open(Tape tape) {
            return result("derived" + await(super.open(tape)) + await(tape.value(2)));
        }

        @Async
        Coroutine<String> twice(Tape tape) {
            return result(await(open(tape)) + await(this.closed(tape)));
        }
    }

    /** What may be overridden is called as any method. */
    @Shape
    @Async
    static Coroutine<String> overridden(Tape tape) {
        return result(await(new Base().run(tape)) + await(new Derived().run(tape)) + await(new Derived().twice(tape)));
    }

    private static int initialized;

    static final class Initialized {
        static {
            initialized++;
        }

        @Async
        static Coroutine<Integer> first(Tape tape) {
            tape.log("initialized", initialized > 0);
            return result(await(second(tape)));
        }

        @Async
        static Coroutine<Integer> second(Tape tape) {
            return result(await(tape.value(9)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> ofAClassNotYetInitialized(Tape tape) {
        return result(await(Initialized.first(tape)));
    }

    @Async
    private static <T extends Comparable<T>> Coroutine<T> larger(Tape tape, T a, T b) {
        T x = await(tape.value(a));
        return result(x.compareTo(b) > 0 ? x : b);
    }

    @Shape
    @Async
    static Coroutine<String> generic(Tape tape) {
        return result(await(FusedCalls.<String>larger(tape, "a", "b")) + await(larger(tape, 2, 1)));
    }

    @Async
    private static Coroutine<Object> anything(Tape tape, Object what) {
        Object got = await(tape.value(what));
        return result(got);
    }

    /** Nothing is cast, so control joins right behind each await. */
    @Shape
    @Async
    static Coroutine<Object> chosenUncast(Tape tape) {
        Object all = "";
        for (int i = 0; i < 6; i++) {
            Object one = i == 0
                    ? "none"
                    : i % 3 == 0
                            ? await(anything(tape, i))
                            : i % 3 == 1 ? await(tape.<Object>value(i)) : await(anything(tape, -i));
            Object other = i > 3 || await(anything(tape, i)) != null ? await(tape.<Object>value("other")) : null;
            all = all + " " + one + other;
        }
        return all == null ? anything(tape, all) : result(all);
    }

    @Shape
    @Async
    static Coroutine<Object> switchedUncast(Tape tape) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            Object one = switch (i) {
                case 0 -> await(anything(tape, "zero"));
                case 1 -> {
                    try {
                        yield await(anything(tape, "one"));
                    } finally {
                        await(anything(tape, "finally"));
                    }
                }
                case 2 -> await(tape.<Object>value("two"));
                default -> await(anything(tape, "more"));
            };
            all.append(one);
        }
        return result(all);
    }
}
