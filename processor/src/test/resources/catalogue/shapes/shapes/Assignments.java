package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.Arrays;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Assignments hold the target, and often its old value, on the stack while the right side is awaited. */
final class Assignments {
    private static int total;
    private static long[] shared;

    private int count = 5;
    private String text = "t";
    private double ratio = 8;
    private final long[] cells = {1, 2, 3};

    private Assignments self(Tape tape) {
        tape.log("self", count);
        return this;
    }

    @Shape
    @Async
    static Coroutine<Integer> compoundOnLocal(Tape tape) {
        int n = 2;
        n += await(tape.value(3));
        n *= await(tape.value(4)) + n;
        n <<= await(tape.value(2));
        n ^= await(tape.value(0xFF));
        return result(n);
    }

    @Shape
    @Async
    @SuppressWarnings("lossy-conversions")
    static Coroutine<Void> compoundThatNarrows(Tape tape) {
        byte b = 100;
        b += await(tape.value(100));
        short s = 7;
        s *= await(tape.value(10_000));
        char c = 'a';
        c += await(tape.value(2));
        float f = 1.5f;
        f -= await(tape.value(0.25));
        int i = 7;
        i /= await(tape.value(2.5));
        long l = 1;
        l <<= await(tape.value(70L));
        tape.log(b, s, c, f, i, l);
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> compoundOnField(Tape tape) {
        Assignments a = new Assignments();
        a.self(tape).count += await(tape.value(3));
        a.self(tape).count -= await(tape.value(1)) * a.self(tape).count;
        a.ratio /= await(tape.value(3.0));
        a.text += await(tape.value("u")) + a.text;
        tape.log(a.ratio, a.text);
        return result(a.count);
    }

    @Shape
    @Async
    static Coroutine<Integer> oldValueOfFieldIsReadBeforeTheAwait(Tape tape) {
        Assignments a = new Assignments();
        a.count += await(changes(tape, a));
        return result(a.count);
    }

    @Async
    private static Coroutine<Integer> changes(Tape tape, Assignments a) {
        a.count = 1000;
        return result(await(tape.value(1)));
    }

    @Shape
    @Async
    static Coroutine<Integer> compoundOnStatic(Tape tape) {
        total = 1;
        total += await(tape.value(2));
        total = total * await(tape.value(5)) + total;
        shared = new long[] {10, 20};
        shared[1] -= await(tape.value(7L));
        tape.log(Arrays.toString(shared));
        return result(total);
    }

    @Shape
    @Async
    static Coroutine<String> compoundOnElements(Tape tape) {
        int[] a = {1, 2, 3, 4};
        int i = 0;
        a[i++] += await(tape.value(10));
        a[i++] *= await(tape.value(i));
        a[await(tape.value(2))] -= await(tape.value(a[0]));
        a[i + await(tape.value(1))] |= a[i] << await(tape.value(1));
        return result(Arrays.toString(a));
    }

    @Shape
    @Async
    static Coroutine<String> incrementOfAnAwaitedElement(Tape tape) {
        int[] a = {5, 6, 7};
        long[] b = {1L << 33, 2};
        int before = a[await(tape.value(1))]++;
        int after = --a[await(tape.value(2))];
        long wide = b[await(tape.value(0))]-- + ++b[await(tape.value(1))];
        a[await(tape.value(0))]++;
        tape.log(before, after, wide);
        return result(Arrays.toString(a) + Arrays.toString(b));
    }

    @Shape
    @Async
    static Coroutine<Integer> incrementOfAFieldOfAnAwaitedObject(Tape tape) {
        Assignments a = new Assignments();
        int n = await(tape.value(a)).count++ + ++await(tape.value(a)).count;
        await(tape.value(a)).cells[await(tape.value(2))]++;
        tape.log(a.cells);
        return result(n * 100 + a.count);
    }

    @Shape
    @Async
    static Coroutine<Integer> boxedIncrement(Tape tape) {
        Integer n = 5;
        Integer old = n++;
        n += await(tape.value(1));
        Long[] longs = {1L, 2L};
        longs[await(tape.value(1))]++;
        longs[0] += await(tape.value(40L));
        tape.log(old, longs);
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> chainedAssignment(Tape tape) {
        int a;
        int b;
        long c;
        double[] d = new double[2];
        d[await(tape.value(1))] = c = a = b = await(tape.value(17));
        a += b -= await(tape.value(7));
        return result(a + " " + b + " " + c + " " + Arrays.toString(d));
    }

    @Shape
    @Async
    static Coroutine<String> indexAndArrayAreEvaluatedBeforeTheValue(Tape tape) {
        int[] first = {1, 1};
        int[] second = {2, 2};
        int[] a = first;
        int i = 0;
        a[i] = (i = await(tape.value(1))) + (a = second)[i] + await(tape.value(10));
        return result(Arrays.toString(first) + Arrays.toString(second) + i);
    }

    @Shape
    @Async
    static Coroutine<Void> nullArrayFailsAfterItsValueIsAwaited(Tape tape) {
        int[] none = null;
        try {
            none[await(tape.value(0))] = await(tape.value(1));
        } catch (NullPointerException e) {
            tape.log("null array", await(tape.value("told")));
        }
        Object[] strings = new String[2];
        try {
            strings[await(tape.value(1))] = await(tape.<Object>value(1));
        } catch (ArrayStoreException e) {
            tape.log(e);
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> assignmentAsCondition(Tape tape) {
        int n;
        int rounds = 0;
        while ((n = await(tape.value(3 - rounds))) > 0) {
            rounds += n;
        }
        boolean b;
        if (b = await(tape.value(true))) {
            rounds += 100;
        }
        tape.log(b);
        return result(rounds);
    }

    @Shape
    @Async
    static Coroutine<Integer> compoundInCompound(Tape tape) {
        int[] a = {1, 2, 3};
        int n = 1;
        a[n] += a[n += 1] += await(tape.value(10)) + n;
        n += n++ + await(tape.value(n));
        return result(n + a[0] * 100 + a[1] * 1000 + a[2] * 100_000);
    }

    @Shape
    @Async
    static Coroutine<Integer> parametersAreAssigned(Tape tape) {
        return result(await(countdown(tape, 3, 0L)));
    }

    @Async
    private static Coroutine<Integer> countdown(Tape tape, int n, long sum) {
        while (n > 0) {
            sum += await(tape.value((long) n));
            n--;
        }
        tape = tape.note(null) == null ? tape : null;
        tape.log("sum", sum);
        return result((int) sum + n);
    }
}
