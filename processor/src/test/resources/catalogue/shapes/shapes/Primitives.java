package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.Arrays;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** All types of value, as locals and as operands, over suspensions. */
final class Primitives {
    @Shape
    @Async
    static Coroutine<Void> localsOfEachType(Tape tape) {
        boolean z = true;
        byte b = Byte.MIN_VALUE;
        short s = Short.MIN_VALUE;
        char c = '\uffff';
        int i = Integer.MIN_VALUE;
        long j = Long.MIN_VALUE;
        float f = -0.0f;
        double d = Double.MIN_VALUE;
        Object o = "o";
        await(tape.value("pause"));
        tape.log(z, b, s, c, i, j, f, d, o);
        z = !z;
        b--;
        s--;
        c++;
        i--;
        j--;
        f = 1 / f;
        d /= 2;
        await(tape.value("pause"));
        tape.log(z, b, s, c, i, j, f, d, o);
        return done();
    }

    @Shape
    @Async
    static Coroutine<Void> awaitedValuesOfEachType(Tape tape) {
        boolean z = await(tape.value(true));
        byte b = await(tape.value((byte) 1));
        short s = await(tape.value((short) 2));
        char c = await(tape.value('c'));
        int i = await(tape.value(4));
        long j = await(tape.value(5L));
        float f = await(tape.value(6f));
        double d = await(tape.value(7d));
        double sum = (z ? 1 : 0) + b + s + c + i + j + f + d;
        tape.log(sum, z, b, s, c, i, j, f, d);
        return done();
    }

    @Shape
    @Async
    static Coroutine<Void> wideningOfAwaitedValues(Tape tape) {
        long fromInt = await(tape.value(1));
        double fromFloat = await(tape.value(1.1f));
        int fromChar = await(tape.value('A'));
        double fromLong = await(tape.value(Long.MAX_VALUE));
        Number boxed = await(tape.value(3));
        Comparable<Integer> comparable = await(tape.value(4));
        tape.log(fromInt, fromFloat, fromChar, fromLong, boxed, comparable);
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> notANumber(Tape tape) {
        double nan = await(tape.value(Double.NaN));
        float zero = await(tape.value(0f));
        String s = (nan < 1) + "," + (nan >= await(tape.value(1.0))) + "," + (nan != nan) + ","
                + (zero == await(tape.value(-0f)));
        s += !(nan > await(tape.value(2.0))) ? " not greater" : " greater";
        return result(s + (zero / await(tape.value(0f)) < 0) + (1 / zero) + (int) nan);
    }

    @Shape
    @Async
    static Coroutine<Long> overflowAndShifts(Tape tape) {
        int i = Integer.MAX_VALUE + await(tape.value(1));
        long l = Long.MAX_VALUE;
        l += await(tape.value(2));
        long r = (l >>> await(tape.value(60)))
                + (i >> await(tape.value(33)))
                + (i >>> await(tape.value(31L)))
                + (1L << await(tape.value(65)));
        r ^= ~await(tape.value(-5L)) | 0x10;
        return result(r * await(tape.value(31)) % 1_000_003);
    }

    @Shape
    @Async
    static Coroutine<String> sameSlotReusedByOtherTypes(Tape tape) {
        StringBuilder seen = new StringBuilder();
        {
            int n = await(tape.value(1));
            seen.append(n + await(tape.value(1)));
        }
        {
            String s = await(tape.value("s"));
            seen.append(s).append(await(tape.value(2))).append(s);
        }
        {
            long wide = await(tape.value(3L));
            seen.append(wide * await(tape.value(2)));
        }
        {
            float a = await(tape.value(4f));
            boolean b = await(tape.value(true));
            seen.append(a).append(b).append(await(tape.value('x'))).append(b ? a : 0);
        }
        {
            double[] ds = {await(tape.value(5.0))};
            seen.append(ds[await(tape.value(0))]);
        }
        return result(seen.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> assignedInOneBranchOnly(Tape tape) {
        int n;
        String unused;
        if (await(tape.value(true))) {
            n = 5;
            unused = "set";
            tape.log(unused);
        } else {
            n = await(tape.value(6));
        }
        await(tape.value("after"));
        long l;
        if (n > 5) {
            l = 1;
            await(tape.value(l));
            tape.log(l);
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> booleansAsIntegers(Tape tape) {
        boolean[] flags = {true, false};
        boolean a = flags[await(tape.value(0))];
        boolean b = a ? await(tape.value(false)) : flags[1];
        boolean c = (a != b) & await(tape.value(true)) | flags[1];
        byte[] bytes = {-1, 127};
        byte x = bytes[0];
        await(tape.value("pause"));
        int masked = x & 0xFF;
        char[] chars = {'x', 'y'};
        char y = chars[1];
        flags[await(tape.value(1))] = a && c;
        chars[0] = await(tape.value('z'));
        chars[1] += await(tape.value(1)) == 1 ? (char) 1 : 'a';
        return result("" + a + b + c + masked + y + Arrays.toString(flags) + String.valueOf(chars));
    }

    @Shape
    @Async
    static Coroutine<Integer> sameConstantInManyVariables(Tape tape) {
        int a = 1;
        boolean b = true;
        byte c = 1;
        char d = 1;
        short e = 1;
        await(tape.value("pause"));
        tape.log(b, c, (int) d, e);
        a += await(tape.value(1));
        b &= a == 2;
        await(tape.value("pause"));
        return result(b ? a + c + d + e : 0);
    }

    @Shape
    @Async
    static Coroutine<String> boxesKeepTheirIdentity(Tape tape) {
        Integer big = 100_000;
        Object same = big;
        await(tape.value("pause"));
        boolean identical = same == (Object) big;
        Long l = await(tape.value(7L));
        Character c = await(tape.value('q'));
        int n = c + l.intValue() + big;
        return result(identical + " " + n + " "
                + Boolean.valueOf(await(tape.value(true))).hashCode());
    }

    @Shape
    @Async
    static Coroutine<Double> widePairsOnTheStack(Tape tape) {
        double a = 1.5;
        long b = 3;
        double r = a * b + (b - a) * (a + await(tape.value(2.0)) * (b + (a - await(tape.value(4L)))));
        r = Math.pow(r, await(tape.value(2.0))) - Math.fma(a, r, await(tape.value(0.5)));
        return result(r + b);
    }

    @Shape
    @Async
    static Coroutine<String> ternaryNumericPromotion(Tape tape) {
        boolean yes = await(tape.value(true));
        Object a = yes ? 1 : 2.0;
        Object b = yes ? await(tape.value(1)) : await(tape.value(2.5));
        Object c = yes ? (Object) await(tape.value('c')) : Integer.valueOf(7);
        long d = yes ? await(tape.value(3)) : 4L;
        return result(a + " " + b + " " + c + " " + d);
    }
}
