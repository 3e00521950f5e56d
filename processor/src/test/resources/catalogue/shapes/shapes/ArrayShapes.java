package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.Arrays;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Arrays of every type, as operands and under construction. */
final class ArrayShapes {
    @Shape
    @Async
    static Coroutine<String> initialisers(Tape tape) {
        int[] ints = {await(tape.value(1)), 2, await(tape.value(3))};
        long[] longs = {4L, await(tape.value(5)), await(tape.value(6L))};
        double[] doubles = new double[] {await(tape.value(7f)), await(tape.value(8.0)), 9};
        String[] strings = {"a", await(tape.value("b")), null};
        Object[] objects = {await(tape.value(1)), await(tape.value('c')), strings, await(tape.value(ints))};
        return result(Arrays.deepToString(new Object[] {ints, longs, doubles, objects}));
    }

    @Shape
    @Async
    static Coroutine<String> narrowElementTypes(Tape tape) {
        boolean[] z = {false, await(tape.value(true))};
        byte[] b = {1, await(tape.value((byte) -2))};
        char[] c = {'x', await(tape.value('y'))};
        short[] s = {await(tape.value((short) 3)), 4};
        float[] f = {await(tape.value(1.5f))};
        z[await(tape.value(0))] = !z[1];
        b[1] >>= await(tape.value(1));
        c[await(tape.value(1))]--;
        f[0] = s[await(tape.value(1))] / f[await(tape.value(0))];
        return result(
                Arrays.toString(z) + Arrays.toString(b) + Arrays.toString(c) + Arrays.toString(s) + Arrays.toString(f));
    }

    @Shape
    @Async
    static Coroutine<String> dimensions(Tape tape) {
        int[][] grid = new int[await(tape.value(2))][await(tape.value(3))];
        grid[await(tape.value(1))][await(tape.value(2))] = await(tape.value(9));
        String[][][] cube = new String[2][await(tape.value(1))][];
        cube[1][0] = new String[] {await(tape.value("deep"))};
        long[][] ragged = {{1}, {await(tape.value(2L)), 3}, {}};
        ragged[await(tape.value(1))][0] += ragged[0][await(tape.value(0))]++;
        return result(Arrays.deepToString(grid) + Arrays.deepToString(cube) + Arrays.deepToString(ragged));
    }

    @Shape
    @Async
    static Coroutine<Integer> negativeSize(Tape tape) {
        try {
            int[][] none = new int[await(tape.value(1))][await(tape.value(-1))];
            return result(none.length);
        } catch (NegativeArraySizeException e) {
            return result(await(tape.value(-5)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> elementOfAwaitedArray(Tape tape) {
        int n = await(tape.value(new int[] {1, 2, 3}))[await(tape.value(2))];
        n += await(tape.value(new int[][] {{4}, {5, 6}}))[1][await(tape.value(0))];
        n += await(tape.value(new byte[] {7})).length;
        return result(n);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> List<T> listed(T... items) {
        return List.of(items);
    }

    private static int count(String first, int... rest) {
        return rest.length * 10 + first.length();
    }

    @Shape
    @Async
    static Coroutine<String> varargs(Tape tape) {
        String s = listed(await(tape.value(1)), 2, await(tape.value(3))).toString();
        s += listed(await(tape.value("only")));
        s += count(await(tape.value("abc")), await(tape.value(1)), 2, await(tape.value(3)));
        s += count(await(tape.value("d")));
        return result(s + String.format("%s-%d-%c", await(tape.value("x")), await(tape.value(7)), 'q'));
    }

    @Shape
    @Async
    static Coroutine<Integer> sumOfArray(Tape tape) {
        int[] numbers = {3, 1, 4, 1, 5};
        int sum = 0;
        for (int n : numbers) {
            sum += n * await(tape.value(n));
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> arraysOfDifferentTypesMeet(Tape tape) {
        Object[] mixed = await(tape.value(true)) ? new String[] {"s"} : new Integer[] {1};
        Object any = await(tape.value(false)) ? new int[] {1} : new String[][] {{"t"}};
        await(tape.value("pause"));
        Cloneable copy = await(tape.value(true)) ? new int[] {2} : new long[] {3};
        tape.log(any, (Object) copy);
        return result(mixed.getClass().getSimpleName() + mixed[await(tape.value(0))]);
    }

    @Shape
    @Async
    static Coroutine<Integer> cloneOfArray(Tape tape) {
        int[] a = {1, 2};
        int[] b = a.clone();
        b[await(tape.value(0))] = 10;
        int[][] c = {a, b};
        return result(c[await(tape.value(1))].clone()[0] + a[await(tape.value(0))]);
    }
}
