package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Loops that await in their body, their condition, their update. */
final class Loops {
    @Shape
    @Async
    static Coroutine<Integer> forLoop(Tape tape) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += await(tape.value(i));
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Integer> forWithAwaitEverywhere(Tape tape) {
        int rounds = 0;
        for (int i = await(tape.value(0)), n = await(tape.value(3));
                i < await(tape.value(n));
                i += await(tape.value(1))) {
            tape.log("round", i);
            rounds++;
        }
        return result(rounds);
    }

    @Shape
    @Async
    static Coroutine<Integer> forWithContinue(Tape tape) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            if (i % 2 == 0) {
                continue;
            }
            if (await(tape.value(i)) == 3) {
                tape.log("skip", i);
                continue;
            }
            sum += i + await(tape.value(10));
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> forWithTwoVariables(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (int i = 0, j = 10; i < j; i += 2, j -= await(tape.value(1))) {
            s.append(i).append(':').append(await(tape.value(j))).append(' ');
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<Long> whileLoop(Tape tape) {
        long n = 27;
        long steps = 0;
        while (n != 1 && steps < 12) {
            n = n % 2 == 0 ? n / await(tape.value(2)) : 3 * n + await(tape.value(1L));
            steps++;
        }
        return result(n * 100 + steps);
    }

    @Shape
    @Async
    static Coroutine<Integer> whileWithAwaitInCondition(Tape tape) {
        int n = 0;
        while (await(tape.value(n < 3)) && n < await(tape.value(10))) {
            n++;
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> doWhile(Tape tape) {
        int n = 10;
        do {
            n -= await(tape.value(4));
        } while (await(tape.value(n > 0)));
        do tape.log("once");
        while (await(tape.value(false)));
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> doWhileWithContinue(Tape tape) {
        int rounds = 0;
        boolean again;
        do {
            again = rounds < 3;
            rounds++;
            if (await(tape.value(rounds)) == 2) {
                continue;
            }
            tape.log("end of round", rounds);
        } while (again);
        return result(rounds);
    }

    @Shape
    @Async
    static Coroutine<Integer> variableAssignedAroundTheAwaitOfDoWhile(Tape tape) {
        int attempts = 0;
        int last = -1;
        boolean succeeded = false;
        do {
            attempts++;
            try {
                last = await(tape.value(attempts));
                succeeded = attempts >= 2;
            } catch (Exception e) {
                tape.log("attempt", attempts, "failed", e, "last", last);
            }
        } while (!succeeded && attempts < 5);
        return result(attempts * 10 + last);
    }

    @Shape
    @Async
    static Coroutine<String> forEachOverList(Tape tape) {
        List<String> names = List.of("ann", "bob", "cy");
        String all = "";
        for (String name : names) {
            all += await(tape.value(name.toUpperCase())) + name.length();
        }
        return result(all);
    }

    @Shape
    @Async
    static Coroutine<String> forEachOverArray(Tape tape) {
        String[] names = {"x", "yy", "zzz"};
        String all = "";
        for (String name : names) {
            int length = name.length();
            all += await(tape.value(name)).substring(length - 1) + length;
        }
        return result(all);
    }

    @Shape
    @Async
    static Coroutine<Double> forEachOverPrimitiveArrays(Tape tape) {
        double sum = 0;
        for (long l : new long[] {1, 2}) {
            for (char c : "ab".toCharArray()) {
                for (double d : new double[] {0.5, await(tape.value(0.25))}) {
                    sum += l * c * d;
                }
            }
        }
        for (boolean b : new boolean[] {true, false}) {
            sum += b ? await(tape.value(1)) : 2;
        }
        for (byte b : await(tape.value(new byte[] {1, 2}))) {
            sum += b;
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Integer> forEachOverAwaitedIterables(Tape tape) {
        int sum = 0;
        for (int n : await(tape.value(List.of(1, 2, 3)))) {
            sum = sum * 10 + n;
        }
        for (int[] row : new int[][] {{1, 2}, {3}, {}}) {
            for (int n : row) {
                sum += await(tape.value(n));
            }
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> forEachOverMap(Tape tape) {
        Map<String, List<Integer>> map = new TreeMap<>();
        map.put("a", List.of(1, 2));
        map.put("b", List.of());
        map.put("c", List.of(3));
        StringBuilder s = new StringBuilder();
        for (var entry : map.entrySet()) {
            s.append(entry.getKey());
            for (Integer n : entry.getValue()) {
                s.append(await(tape.value(n)) + n);
            }
            s.append(await(tape.value(";")));
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> listChangedInItsLoop(Tape tape) {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        int sum = 0;
        try {
            for (Integer n : list) {
                sum += await(tape.value(n));
                list.add(n);
            }
        } catch (java.util.ConcurrentModificationException e) {
            tape.log("as ever");
        }
        for (Iterator<Integer> it = list.iterator(); it.hasNext(); ) {
            if (it.next() == await(tape.value(2))) {
                it.remove();
            }
        }
        tape.log(list.toString());
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Integer> infiniteWithBreak(Tape tape) {
        int n = 0;
        for (; ; ) {
            n += await(tape.value(2));
            if (n > 7) {
                break;
            }
        }
        while (true) {
            if (n-- == 3) {
                break;
            }
            await(tape.value(n));
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Void> infiniteUntilItThrows(Tape tape) {
        int[] left = {3};
        for (; ; ) await(countdown(tape, left));
    }

    @Async
    private static Coroutine<Integer> countdown(Tape tape, int[] left) {
        if (left[0]-- == 0) {
            throw new IllegalStateException("lift off");
        }
        return result(await(tape.value(left[0])));
    }

    @Shape
    @Async
    static Coroutine<Integer> infiniteWithReturnOnly(Tape tape) {
        int i = 0;
        while (true) {
            if (await(tape.value(i)) > 2) {
                return result(i);
            }
            ++i;
        }
    }

    @Shape
    @Async
    static Coroutine<Void> bodyThatNeverRuns(Tape tape) {
        for (int i = 0; i < 0; i++) {
            await(tape.value(i));
        }
        while (await(tape.value(false))) {
            tape.log("never", await(tape.value(1)));
        }
        for (String s : new String[0]) {
            tape.log(await(tape.value(s)));
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> nestedLoops(Tape tape) {
        StringBuilder table = new StringBuilder();
        for (int row = 1; row <= 3; row++) {
            int col = 0;
            while (++col <= row) {
                table.append(await(tape.value(row * col))).append(col == row ? '\n' : ' ');
            }
            do {
                col -= await(tape.value(2));
            } while (col > 0);
            table.append(col);
        }
        return result(table.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> loopLeftWithOperandsOnTheStack(Tape tape) {
        int found = 1000 + search(tape, 3) + await(tape.value(1));
        int total = 0;
        for (int i = 0; i < 5; i++) {
            total += i * (i == await(tape.value(3)) ? 100 : 1);
            if (total > 100) {
                break;
            }
        }
        return result(found + total);
    }

    private static int search(Tape tape, int n) {
        tape.log("search", n);
        return n * n;
    }

    @Shape
    @Async
    static Coroutine<Long> hundredThousandReadyOrSuspendedAwaits(Tape tape) {
        long sum = await(tape.value(0L));
        for (int i = 0; i < 100_000; i++) {
            sum += await(result(i));
        }
        sum += await(tape.value(1L));
        for (int i = 0; i < 100_000; i++) {
            sum += await(own(i));
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Integer> own(int i) {
        return result(i % 7);
    }

    @Shape
    @Async
    static Coroutine<Integer> flatHoweverOftenItSuspends(Tape tape) {
        int sum = 0;
        for (int i = 0; i < 3_000; i++) {
            sum ^= await(tape.value(i)) * 31;
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Integer> conditionWithSideEffects(Tape tape) {
        int i = 0;
        int sum = 0;
        while (i++ < await(tape.value(4)) | await(tape.value(i)) == 1) {
            sum += i;
        }
        return result(sum * 100 + i);
    }

    @Shape
    @Async
    static Coroutine<String> lambdaCapturesTheLoopVariable(Tape tape) {
        List<java.util.function.IntSupplier> later = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int copy = i * await(tape.value(10));
            later.add(() -> copy);
        }
        for (String s : List.of("a", "bc")) {
            later.add(s::length);
            await(tape.value(s));
        }
        int sum = 0;
        for (var supplier : later) {
            sum = sum * 7 + supplier.getAsInt() + await(tape.value(1));
        }
        return result("" + sum);
    }
}
