package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** All kinds of method can be coroutine functions. */
class Methods {
    private int state = 1;
    protected String name = "base";

    @Async
    Coroutine<Integer> instance(Tape tape, int n) {
        state += n;
        state *= await(tape.value(2));
        return result(state);
    }

    @Async
    private Coroutine<Integer> hidden(Tape tape) {
        return result(this.state + await(tape.value(state)));
    }

    @Async
    final Coroutine<String> chosen(Tape tape) {
        return result(name + await(overridden(tape)) + await(hidden(tape)));
    }

    @Async
    protected Coroutine<String> overridden(Tape tape) {
        return result("Methods." + await(tape.value("overridden")));
    }

    static class Sub extends Methods {
        Sub() {
            name = "sub";
        }

        @Override
        @Async
        protected Coroutine<String> overridden(Tape tape) {
            String s = await(super.overridden(tape));
            return result("Sub+" + s + await(tape.value("!")) + await(super.instance(tape, 5)));
        }

        @Override
        @Async
        Coroutine<Integer> instance(Tape tape, int n) {
            throw new AssertionError("super calls are not virtual");
        }
    }

    @Shape
    @Async
    static Coroutine<String> instanceAndPrivate(Tape tape) {
        Methods m = new Methods();
        int n = await(m.instance(tape, 3)) + await(m.hidden(tape));
        return result(n + await(m.chosen(tape)));
    }

    @Shape
    @Async
    static Coroutine<String> superCalls(Tape tape) {
        return result(await(new Sub().chosen(tape)));
    }

    private static final class PlainOverride extends Methods {
        @Override
        protected Coroutine<String> overridden(Tape tape) {
            return result("plain");
        }
    }

    @Shape
    @Async
    static Coroutine<String> overriddenByPlainMethod(Tape tape) {
        return result(await(new PlainOverride().chosen(tape)));
    }

    private interface Greeter {
        String who();

        @Async
        default Coroutine<String> greet(Tape tape) {
            return result("hello " + await(tape.value(who())) + await(mark(tape)) + await(twice(tape, ".")));
        }

        @Async
        private Coroutine<String> mark(Tape tape) {
            return result(await(tape.value("!")) + who().length());
        }

        @Async
        static Coroutine<String> twice(Tape tape, String s) {
            return result(s + await(tape.value(s)));
        }
    }

    private interface Polite {
        @Async
        default Coroutine<String> greet(Tape tape) {
            return result("good " + await(tape.value("day")));
        }
    }

    private record Person(String who) implements Greeter, Polite {
        @Override
        @Async
        public Coroutine<String> greet(Tape tape) {
            return result(await(Greeter.super.greet(tape)) + ", " + await(Polite.super.greet(tape))
                    + await(tape.value(this.who)));
        }

        @Async
        static Coroutine<Person> named(Tape tape, String name) {
            return result(new Person(await(tape.value(name))));
        }
    }

    @Shape
    @Async
    static Coroutine<String> interfaceMethods(Tape tape) {
        Greeter lambda = () -> "you";
        return result(await(lambda.greet(tape)) + await(Greeter.twice(tape, "-")));
    }

    @Shape
    @Async
    static Coroutine<String> recordsAndInterfaceSuperCalls(Tape tape) {
        return result(await(await(Person.named(tape, "Ann")).greet(tape)));
    }

    private enum Operation {
        ADD {
            @Override
            @Async
            Coroutine<Integer> apply(Tape tape, int a, int b) {
                return result(a + await(tape.value(b)));
            }
        },
        NEGATE {
            @Override
            @Async
            Coroutine<Integer> apply(Tape tape, int a, int b) {
                return result(-await(ADD.apply(tape, a, b)) + ordinal() + await(super.apply(tape, 1, 1)));
            }
        },
        PLAIN;

        private int uses;

        @Async
        Coroutine<Integer> apply(Tape tape, int a, int b) {
            uses += await(tape.value(1));
            int n = uses;
            uses = 0;
            return result(n * a * b);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> enumMethodsAndConstantBodies(Tape tape) {
        int n = 0;
        for (Operation operation : Operation.values()) {
            operation.uses = 0;
            n = n * 10 + await(operation.apply(tape, 3, 4));
        }
        return result(n);
    }

    @Async
    private static Coroutine<String> overloaded(Tape tape, int n) {
        return result("int" + await(tape.value(n)));
    }

    @Async
    private static Coroutine<String> overloaded(Tape tape, long n) {
        return result("long" + await(tape.value(n)));
    }

    @Async
    private static Coroutine<String> overloaded(Tape tape, Integer n) {
        return result("Integer" + await(tape.value(n)));
    }

    @Async
    private static Coroutine<String> overloaded(Tape tape, Object n) {
        return result("Object" + await(tape.value(n)));
    }

    @Async
    private static Coroutine<String> overloaded(Tape tape, int... n) {
        return result("int..." + n.length + await(tape.value(n)).length);
    }

    private static String overloaded(Tape tape) {
        tape.log("plain");
        return "plain";
    }

    @Shape
    @Async
    static Coroutine<String> overloads(Tape tape) {
        String s =
                await(overloaded(tape, 1)) + await(overloaded(tape, 2L)) + await(overloaded(tape, Integer.valueOf(3)));
        s += await(overloaded(tape, "4")) + await(overloaded(tape, 5, 6)) + overloaded(tape);
        return result(s);
    }

    @Async
    private static Coroutine<String> many(
            Tape tape,
            byte a,
            short b,
            char c,
            int d,
            long e,
            float f,
            double g,
            boolean h,
            String i,
            int[] j,
            byte k,
            short l,
            char m,
            int n,
            long o,
            float p,
            double q,
            boolean r,
            Object s,
            long[][] t,
            byte u,
            short v,
            char w,
            int x,
            long y,
            float z,
            double aa,
            boolean bb,
            List<String> cc,
            Integer dd) {
        await(tape.value("pause"));
        String first = "" + a + b + c + d + e + f + g + h + i + j.length + k + l + m + n + o;
        z *= await(tape.value(2));
        y += await(tape.value(o));
        return result(first + p + q + r + s + t.length + u + v + w + x + y + z + aa + bb + cc + dd);
    }

    @Shape
    @Async
    static Coroutine<String> thirtyParameters(Tape tape) {
        return result(await(many(
                tape,
                (byte) 1,
                (short) 2,
                'c',
                4,
                5L,
                6f,
                7d,
                true,
                "nine",
                new int[10],
                (byte) 11,
                (short) 12,
                'm',
                14,
                15L,
                16f,
                17d,
                false,
                null,
                new long[1][2],
                (byte) 21,
                (short) 22,
                'w',
                24,
                25L,
                26f,
                27d,
                true,
                List.of(await(tape.value("cc"))),
                await(tape.value(30)))));
    }

    @Async
    private static Coroutine<Integer> sum(Tape tape, int first, Integer... rest) {
        int n = await(tape.value(first));
        for (Integer i : rest) {
            n += i * await(tape.value(i));
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> variableArity(Tape tape) {
        return result(await(sum(tape, 1))
                + await(sum(tape, await(tape.value(2)), 3))
                + await(sum(tape, 4, await(tape.value(5)), 6)));
    }

    @Shape
    @Async
    static Coroutine<Integer> factorial(Tape tape) {
        return result(await(factorial(tape, 5)));
    }

    @Async
    private static Coroutine<Integer> factorial(Tape tape, int n) {
        return result(n <= 1 ? await(tape.value(1)) : n * await(factorial(tape, n - 1)));
    }

    @Async
    private static Coroutine<Boolean> even(Tape tape, int n) {
        return n == 0 ? result(await(tape.value(true))) : result(await(odd(tape, n - 1)));
    }

    @Async
    private static Coroutine<Boolean> odd(Tape tape, int n) {
        if (n == 0) {
            return result(false);
        }
        return even(tape, n - 1);
    }

    @Shape
    @Async
    static Coroutine<Boolean> mutualRecursion(Tape tape) {
        return result(await(even(tape, 10)) && !await(odd(tape, 4)) && await(even(tape, 1001)));
    }

    @Shape
    @Async
    static Coroutine<Integer> treeRecursion(Tape tape) {
        return result(await(fibonacci(tape, 6)));
    }

    @Async
    private static Coroutine<Integer> fibonacci(Tape tape, int n) {
        if (n < 2) {
            return result(await(tape.value(n)));
        }
        return result(await(fibonacci(tape, n - 1)) + await(fibonacci(tape, n - 2)));
    }

    @Async
    private static Coroutine<Integer> depth(Tape tape, int n) {
        if (n == 0) {
            return result(await(tape.value(0)));
        }
        return result(1 + await(depth(tape, n - 1)));
    }

    @Shape
    @Async
    static Coroutine<Integer> tenThousandDeep(Tape tape) {
        return result(await(depth(tape, 10_000)));
    }

    @Shape
    @Async
    static Coroutine<Integer> hundredThousandDeep(Tape tape) {
        try {
            return result(await(depth(tape, 100_000)));
        } catch (Exception e) {
            tape.log("from far below", e);
            return result(await(tape.value(-1)));
        }
    }

    @Shape(awaits = false)
    @Async
    static Coroutine<Integer> withoutAwait(Tape tape) {
        int n = 0;
        for (int i = 0; i < 5; i++) {
            n += i;
        }
        tape.log("computed", n);
        return result(n);
    }

    @Shape(awaits = false)
    @Async
    static Coroutine<Integer> onlyThrows(Tape tape) throws IOException {
        throw new IOException("nothing else");
    }

    @Async
    private static Coroutine<String> throwing(String message) {
        throw new IllegalStateException(message);
    }

    @Shape
    @Async
    static Coroutine<String> calleesThatOnlyThrow(Tape tape) {
        try {
            return result(await(throwing(await(tape.value("at once")))));
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        return throwing(await(tape.value("in the tail")));
    }

    @Shape
    @Async
    static Coroutine<String> tailReturn(Tape tape) {
        tape.log("before");
        return tape.coroutine("other's");
    }

    @Shape
    @Async
    static Coroutine<Object> tailOrResult(Tape tape) {
        if (await(tape.value(false))) {
            return result("own");
        }
        int n = await(tape.value(2));
        return n == 1 ? result(n) : n == 2 ? tailOfTail(tape, n) : result(null);
    }

    @Async
    private static Coroutine<Object> tailOfTail(Tape tape, int n) {
        Coroutine<Object> chosen = await(tape.value(n)) > 1 ? result("two") : result("one");
        tape.log("chosen");
        return chosen;
    }

    @Shape
    @Async
    static Coroutine<Integer> hundredThousandTailCalls(Tape tape) {
        int n = await(tape.value(1));
        return result(n + await(countdown(tape, 100_000)));
    }

    @Async
    private static Coroutine<Integer> countdown(Tape tape, int n) {
        return n == 0 ? tape.coroutine(7) : countdown(tape, n - 1);
    }

    @Shape
    @Async
    static Coroutine<Object> resultOfNullAndDone(Tape tape) {
        Object nothing = await(nothing(tape));
        Void end = await(end(tape));
        tape.log(nothing, end);
        return result(null);
    }

    @Async
    private static Coroutine<String> nothing(Tape tape) {
        await(tape.value(1));
        return result(null);
    }

    @Async
    private static Coroutine<Void> end(Tape tape) {
        if (await(tape.value(true))) {
            return done();
        }
        tape.log("not reached");
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> exceptionsAreValues(Tape tape) {
        Throwable kept = await(tape.<Throwable>value(new IllegalStateException("not thrown")));
        Object coroutine = await(tape.<Object>value(tape.coroutine(1)));
        tape.log(kept);
        return result(coroutine instanceof Coroutine<?> ? 1 : 0);
    }

    @Shape
    @Async
    @SuppressWarnings("unchecked")
    static Coroutine<Integer> coroutineKeptInAVariable(Tape tape) {
        Coroutine<Integer> first = tape.later(() -> factorial(tape, 3));
        Coroutine<Integer>[] more =
                (Coroutine<Integer>[]) new Coroutine<?>[] {tape.later(() -> factorial(tape, 4)), null};
        tape.log("nothing has run");
        int n = await(more[0]) * 1000;
        return result(n + await(first));
    }
}
