package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Awaits of functions of the same class that always end with a primitive, which then is in no box; and those that look like them. */
final class PrimitiveBodies {
    /** What bodies return that have suspended, and may return as a value. */
    private static final int MARK = 0xFFED1E55;

    private final int base;

    private PrimitiveBodies(int base) {
        this.base = base;
    }

    @Async
    private static Coroutine<Boolean> ofBoolean(Tape tape, boolean x) {
        await(tape.value("boolean"));
        return result(!x);
    }

    @Async
    private static Coroutine<Byte> ofByte(Tape tape, int x) {
        await(tape.value("byte"));
        return result((byte) x);
    }

    @Async
    private static Coroutine<Short> ofShort(Tape tape, int x) {
        await(tape.value("short"));
        return result((short) x);
    }

    @Async
    private static Coroutine<Character> ofChar(Tape tape, int x) {
        await(tape.value("char"));
        return result((char) x);
    }

    @Async
    private static Coroutine<Integer> ofInt(Tape tape, int x) {
        await(tape.value("int"));
        return result(x);
    }

    @Async
    private static Coroutine<Long> ofLong(Tape tape, long x) {
        await(tape.value("long"));
        return result(x);
    }

    @Async
    private static Coroutine<Float> ofFloat(Tape tape, float x) {
        await(tape.value("float"));
        return result(x);
    }

    @Async
    private static Coroutine<Double> ofDouble(Tape tape, double x) {
        await(tape.value("double"));
        return result(x);
    }

    @Shape
    @Async
    static Coroutine<String> eachType(Tape tape) {
        boolean a = await(ofBoolean(tape, true));
        byte b = await(ofByte(tape, -200));
        short c = await(ofShort(tape, 70_000));
        char d = await(ofChar(tape, 'x'));
        int e = await(ofInt(tape, Integer.MIN_VALUE));
        long f = await(ofLong(tape, Long.MIN_VALUE));
        float g = await(ofFloat(tape, -0f));
        double h = await(ofDouble(tape, Double.NaN));
        tape.log(a, b, c, d, e, f, g, h);
        return result("" + a + b + c + d + e + f + g + h);
    }

    @Shape
    @Async
    static Coroutine<List<Object>> eachTypeInItsBox(Tape tape) {
        List<Object> all = new ArrayList<>();
        all.add(await(ofBoolean(tape, false)));
        all.add(await(ofByte(tape, 127)));
        all.add(await(ofShort(tape, -1)));
        all.add(await(ofChar(tape, 0xffff)));
        all.add(await(ofInt(tape, 1000)));
        all.add(await(ofLong(tape, 1L << 40)));
        all.add(await(ofFloat(tape, Float.MAX_VALUE)));
        all.add(await(ofDouble(tape, Double.MIN_VALUE)));
        return result(all);
    }

    @Shape
    @Async
    static Coroutine<String> marks(Tape tape) {
        int one = await(ofInt(tape, MARK));
        long two = await(ofLong(tape, MARK));
        int three = Float.floatToIntBits(await(ofFloat(tape, Float.intBitsToFloat(MARK))));
        double four = await(ofDouble(tape, Double.longBitsToDouble(MARK)));
        Object five = await(ofInt(tape, MARK));
        await(ofLong(tape, MARK));
        return result(one + " " + two + " " + three + " " + four + " " + five);
    }

    @Async
    private static Coroutine<Long> deepMark(Tape tape, int n) {
        if (n == 0) {
            return ofLong(tape, MARK);
        }
        long below = await(deepMark(tape, n - 1));
        if (n % 100 == 0) {
            tape.log(n, below, await(tape.value(n)));
        }
        return result(below);
    }

    @Shape
    @Async
    static Coroutine<Long> marksFromTheDeep(Tape tape) {
        return result(await(deepMark(tape, 450)) + 1);
    }

    @Async
    private static Coroutine<Long> fibonacci(Tape tape, int n) {
        return n < 2 ? result((long) n) : result(await(fibonacci(tape, n - 1)) + await(ofLong(tape, 0)) + await(fibonacci(tape, n - 2)));
    }

    @Shape
    @Async
    static Coroutine<Long> recursion(Tape tape) {
        return result(await(fibonacci(tape, 5)));
    }

    @Async
    private static Coroutine<Boolean> even(Tape tape, int n) {
        if (n == 0) {
            return result(await(tape.value(true)) ? true : false);
        }
        return odd(tape, n - 1);
    }

    @Async
    private static Coroutine<Boolean> odd(Tape tape, int n) {
        if (n == 0) {
            return result(await(tape.value(0)) != 0);
        }
        if (n % 50 == 1) {
            return result(await(even(tape, n - 1)));
        }
        return even(tape, n - 1);
    }

    @Shape
    @Async
    static Coroutine<String> thatReturnEachOther(Tape tape) {
        StringBuilder all = new StringBuilder();
        for (int n : new int[] {0, 1, 2, 7, 630}) {
            all.append(await(even(tape, n))).append(await(odd(tape, n)));
        }
        if (await(even(tape, 4))) {
            all.append('!');
        }
        while (!await(odd(tape, all.length()))) {
            all.append('.');
        }
        return result(all.toString());
    }

    @Async
    private static Coroutine<Number> perhaps(Tape tape, int n) {
        if (n == 0) {
            return result(await(tape.value(null)));
        }
        if (n == 1) {
            return result(1.5);
        }
        return n == 2 ? result(await(ofInt(tape, MARK))) : result((Number) await(ofLong(tape, n)));
    }

    @Async
    private static Coroutine<? extends Number> eitherOf(Tape tape, int n) {
        if (n == 0) {
            return ofInt(tape, MARK);
        }
        if (n == 1) {
            return ofLong(tape, MARK);
        }
        return perhaps(tape, n - 2);
    }

    @Shape
    @Async
    static Coroutine<String> beforeOthers(Tape tape) {
        StringBuilder all = new StringBuilder();
        for (int n = 0; n < 6; n++) {
            Number one = await(eitherOf(tape, n));
            all.append(one).append(one == null ? "" : one.getClass().getSimpleName());
        }
        return result(all.toString());
    }

    @Async
    private static Coroutine<Integer> failing(Tape tape, int n) throws IOException {
        try {
            if (n == await(tape.value(1))) {
                throw new IOException("one");
            }
            return result(n + await(tape.value(2)));
        } catch (IllegalStateException e) {
            return result(await(ofInt(tape, MARK)));
        } finally {
            tape.log("left", n, await(ofInt(tape, n)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> inTry(Tape tape) {
        int sum = 0;
        for (int n = 0; n < 3; n++) {
            try {
                sum += await(failing(tape, n));
            } catch (IOException e) {
                sum -= await(ofInt(tape, 1000));
            } finally {
                sum += (int) (long) await(ofLong(tape, sum));
            }
        }
        return result(sum);
    }

    @Async
    private Coroutine<Integer> plus(Tape tape, int n) {
        await(tape.value(n));
        return result(base + n);
    }

    @Async
    final Coroutine<Integer> plusAll(Tape tape, int... all) {
        int sum = 0;
        for (int n : all) {
            sum += await(plus(tape, n));
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> onInstances(Tape tape) {
        PrimitiveBodies one = new PrimitiveBodies(100);
        int sum = await(one.plus(tape, 1)) * await(new PrimitiveBodies(await(one.plusAll(tape, 1, 2))).plus(tape, 3));
        try {
            PrimitiveBodies none = sum > 0 ? null : one;
            sum += await(none.plus(tape, 1));
        } catch (NullPointerException e) {
            tape.log("null");
        }
        return result("sum " + sum);
    }

    @Shape
    @Async
    static Coroutine<String> inLambdas(Tape tape) throws Exception {
        AsyncFunction<Integer, Integer> twice = n -> result(2 * await(ofInt(tape, n)));
        AsyncFunction<Integer, Integer> same = n -> ofInt(tape, n);
        AsyncFunction<Integer, Integer> reference = new PrimitiveBodies(5)::hash;
        return result("" + await(twice.apply(4)) + await(same.apply(MARK)) + await(reference.apply(3)));
    }

    @Async
    private Coroutine<Integer> hash(Integer n) {
        await(Coroutine.<Object>result(null));
        return result(n + base);
    }

    @Shape
    @Async
    static Coroutine<String> asOperands(Tape tape) {
        long wide = 3;
        String text = "a" + await(ofLong(tape, 1)) + wide + await(ofChar(tape, 'c')) + await(ofBoolean(tape, wide > 2));
        int[] all = {await(ofInt(tape, 1)), await(ofInt(tape, 2)), (int) await(ofDouble(tape, 3.9)).doubleValue()};
        all[await(ofInt(tape, 1))] += await(ofByte(tape, 7));
        double mean = (all[0] + all[1] + await(ofFloat(tape, 0.5f))) / await(ofShort(tape, 3));
        switch (await(ofInt(tape, all[1]))) {
            case 9 -> text += await(ofInt(tape, all[2]));
            default -> text += "?";
        }
        Object boxed = wide > await(ofInt(tape, 2)) ? await(ofInt(tape, 5)) : (Object) "none";
        return result(text + mean + boxed);
    }

    @Async
    private static Coroutine<Void> ignoring(Tape tape) {
        await(ofDouble(tape, 1));
        await(ofInt(tape, 1));
        for (int i = 0; i < 3; await(ofInt(tape, i)), i++) {
            await(ofLong(tape, i));
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> ignored(Tape tape) {
        await(ignoring(tape));
        return result("done");
    }
}
