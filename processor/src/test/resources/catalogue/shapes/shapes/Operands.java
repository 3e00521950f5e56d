package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** An await may stand wherever an expression may: what was evaluated before it waits on the operand stack. */
final class Operands {
    private static String join(Object a, Object b, Object c) {
        return a + "/" + b + "/" + c;
    }

    private static long mix(int a, long b, double c, float d, byte e, boolean f) {
        return a + b + (long) c + (long) d + e + (f ? 1000 : 0);
    }

    @Shape
    @Async
    static Coroutine<String> firstArgument(Tape tape) {
        return result(join(await(tape.value("a")), tape.note("b"), tape.note("c")));
    }

    @Shape
    @Async
    static Coroutine<String> middleArgument(Tape tape) {
        return result(join(tape.note(1), await(tape.value(2L)), tape.note('3')));
    }

    @Shape
    @Async
    static Coroutine<String> lastArgument(Tape tape) {
        return result(join(tape.note("x"), tape.note(null), await(tape.value(3.5))));
    }

    @Shape
    @Async
    static Coroutine<String> everyArgument(Tape tape) {
        return result(join(await(tape.value(1)), await(tape.value("two")), await(tape.value(3f))));
    }

    @Shape
    @Async
    static Coroutine<Long> argumentsOfEveryWidth(Tape tape) {
        long sum = mix(7, 1L << 40, 2.75, 1.5f, (byte) -3, await(tape.value(true)));
        tape.log("half way", sum);
        sum += mix(
                await(tape.value(1)),
                await(tape.value(2L)),
                await(tape.value(3.0)),
                4f,
                await(tape.value((byte) 5)),
                false);
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Integer> receiver(Tape tape) {
        int at = await(tape.value("a needle in hay")).indexOf(await(tape.value("needle")), tape.note(1));
        return result(at);
    }

    @Shape
    @Async
    static Coroutine<String> chainOfReceivers(Tape tape) {
        String text = await(tape.value(new StringBuilder("a")))
                .append(await(tape.value(1)).intValue())
                .append(await(tape.value('c')).charValue())
                .append(await(tape.value(2.5)).doubleValue())
                .reverse()
                .append(await(tape.value(true)).booleanValue())
                .toString();
        return result(text);
    }

    @Shape
    @Async
    static Coroutine<Integer> callInCallInCall(Tape tape) {
        int answer = Math.max(
                Math.min(tape.note(9), Math.abs(await(tape.value(-7)))),
                Math.floorMod(await(tape.value(23)), Math.addExact(tape.note(4), await(tape.value(6)))));
        return result(answer);
    }

    @Shape
    @Async
    static Coroutine<Integer> argumentOfAwaitedCall(Tape tape) {
        return result(await(twice(tape, await(twice(tape, await(tape.value(5)))))));
    }

    @Async
    private static Coroutine<Integer> twice(Tape tape, int n) {
        tape.log("twice", n);
        int doubled = n + await(tape.value(n));
        return result(doubled);
    }

    @Shape
    @Async
    static Coroutine<Void> arithmeticWithPendingOperands(Tape tape) {
        int a = 3;
        int left = a * 2 + await(tape.value(10)) % 4 - (await(tape.value(1)) << a);
        double d = 1.5 * await(tape.value(4.0)) / (2 + await(tape.value(3L)));
        long bits = ~await(tape.value(0xF0F0L)) & 0xFFFFL | (long) await(tape.value(1)) << 20 ^ 5L;
        tape.log(left, d, bits);
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> localChangedWhileItsOldValueWaits(Tape tape) {
        int i = 10;
        int sum = i + (i = await(tape.value(3))) * i + i++ - await(tape.value(i)) + i;
        tape.log(i);
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Boolean> comparisons(Tape tape) {
        boolean b = await(tape.value(3)) < await(tape.value(4)) == await(tape.value(2.0)) >= await(tape.value(2L));
        boolean c = await(tape.value("x")) != null & await(tape.value(1)) + 1 == 2;
        tape.log(b, c);
        return result(b ^ c | !await(tape.value(false)));
    }

    @Shape
    @Async
    static Coroutine<Object> casts(Tape tape) {
        byte narrow = (byte) (int) await(tape.value(300));
        char letter = (char) (await(tape.value((int) 'a')) + 1);
        int down = (int) (double) await(tape.value(-2.9));
        long wide = (long) (float) await(tape.value(1e10f));
        Object any = await(tape.<Object>value("text"));
        CharSequence text = (CharSequence) await(tape.value(any));
        tape.log(narrow, letter, down, wide, text.length());
        return result((Comparable<?>) await(tape.<Object>value(12)));
    }

    @Shape
    @Async
    static Coroutine<Integer> badCastAfterAwait(Tape tape) {
        Object any = await(tape.<Object>value("no number"));
        tape.log("before");
        return result(1 + (Integer) any);
    }

    @Shape
    @Async
    static Coroutine<String> ofCollections(Tape tape) {
        Map<String, List<Integer>> map = new TreeMap<>();
        map.computeIfAbsent(await(tape.value("k")), key -> new ArrayList<>()).add(await(tape.value(1)));
        map.computeIfAbsent(await(tape.value("k")), key -> new ArrayList<>()).add(await(tape.value(2)));
        map.put(await(tape.value("j")), List.of(await(tape.value(3)), 4, await(tape.value(5))));
        return result(map.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> deepOperandStack(Tape tape) {
        int n = 1 + (2 + (3 + (4 + (5 + (6 + (7 + (8 + (9 + (10 + await(tape.value(11)))))))))));
        long m = 1L + (2 * (3 - (4L + (5 * (6 - (7 + await(tape.value(8L)) * 9) + 10) - 11))));
        return result((int) (n + m));
    }

    @Shape
    @Async
    static Coroutine<Integer> failureOfAnOperandWithAwaitsPending(Tape tape) {
        int[] none = {};
        try {
            return result(await(tape.value(1)) + none[await(tape.value(0))] + await(tape.value(2)));
        } catch (ArrayIndexOutOfBoundsException e) {
            tape.log("caught", e.getMessage());
            return result(await(tape.value(-1)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> divisionByZeroBetweenAwaits(Tape tape) {
        int quotient = await(tape.value(7)) / await(tape.value(0)) + await(tape.value(1));
        return result(quotient);
    }

    @Shape
    @Async
    static Coroutine<Integer> nullUnboxedAfterAwait(Tape tape) {
        Integer missing = await(tape.<Integer>value(null));
        tape.log("got", missing);
        int n = missing + await(tape.value(1));
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> twoAwaitsInOneExpressionOfOneAwaitable(Tape tape) {
        var four = tape.stage(4);
        return result(await(four) * 10 + await(four));
    }

    @Shape
    @Async
    static Coroutine<Void> awaitAsStatement(Tape tape) {
        await(tape.value("dropped"));
        await(tape.value(1L));
        await(tape.coroutine(2.0));
        await(tape.stage("stage"));
        tape.log("end");
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> awaitableFromAwait(Tape tape) {
        return result(await(await(await(tape.value(tape.value(tape.value("deep")))))));
    }
}
