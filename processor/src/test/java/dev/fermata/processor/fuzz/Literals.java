package dev.fermata.processor.fuzz;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.List;
import java.util.Map;

/** Values that stand in the source. */
final class Literals {
    /** What bodies return that have suspended, where others return a value: it may be that value. */
    private static final String MARK = Integer.toString(AbiNames.MARK);

    private static final Map<Type, List<String>> ALL = Map.ofEntries(
            Map.entry(
                    Type.INT,
                    List.of(
                            "0",
                            "1",
                            "2",
                            "3",
                            "5",
                            "7",
                            "(-1)",
                            "13",
                            "100",
                            "40000",
                            "Integer.MIN_VALUE",
                            "(" + MARK + ")")),
            Map.entry(Type.LONG, List.of("0L", "1L", "5L", "(-3L)", "(1L << 40)", "Long.MIN_VALUE", "(" + MARK + "L)")),
            Map.entry(Type.FLOAT, List.of("0f", "1.5f", "(-2f)", "3f", "Float.intBitsToFloat(" + MARK + ")")),
            Map.entry(Type.DOUBLE, List.of("0.0", "1.25", "(-2.5)", "1e9", "Double.longBitsToDouble(" + MARK + ")")),
            Map.entry(Type.BYTE, List.of("((byte) 0)", "((byte) 1)", "((byte) -1)", "((byte) 127)")),
            Map.entry(Type.SHORT, List.of("((short) 0)", "((short) -1)", "((short) 300)")),
            Map.entry(Type.CHAR, List.of("'a'", "'b'", "'z'", "'0'")),
            Map.entry(Type.BOOLEAN, List.of("Kit.yes", "Kit.no")),
            Map.entry(Type.STRING, List.of("\"a\"", "\"bc\"", "\"\"", "\"x9\"")),
            Map.entry(
                    Type.OBJECT,
                    List.of(
                            "((Object) \"o\")",
                            "((Object) 4)",
                            "((Object) 7L)",
                            "((Object) 'c')",
                            "((Object) null)",
                            "((Object) \"bc\")")),
            Map.entry(Type.BOXED_INT, List.of("Integer.valueOf(3)", "Integer.valueOf(1000)")),
            Map.entry(Type.BOXED_LONG, List.of("Long.valueOf(0)", "Long.valueOf(-5)")),
            Map.entry(Type.INTS, List.of("(new int[] {1, 2, 3, 4})")),
            Map.entry(Type.LONGS, List.of("(new long[] {1L, 2L, 3L, 4L})")),
            Map.entry(Type.DOUBLES, List.of("(new double[] {1.0, 2.0, 3.0, 4.0})")),
            Map.entry(Type.BYTES, List.of("(new byte[] {1, 2, 3, 4})")),
            Map.entry(Type.CHARS, List.of("(new char[] {'a', 'b', 'c', 'd'})")),
            Map.entry(Type.STRINGS, List.of("(new String[] {\"a\", \"b\", \"c\", \"d\"})")),
            Map.entry(Type.OBJECTS, List.of("(new Object[] {1, \"b\", 3L, 'd'})")),
            Map.entry(Type.MATRIX, List.of("(new int[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {1, 1, 1, 1}, {2, 2, 2, 2}})")),
            Map.entry(Type.LIST, List.of("List.of(1, 2, 3)", "List.<Integer>of()")),
            Map.entry(Type.BOX, List.of("new Kit.Box(1)")),
            Map.entry(Type.PAIR, List.of("new Kit.Pair(1, 2, 3L)")),
            Map.entry(Type.HUE, List.of("Kit.Hue.RED", "Kit.Hue.BLUE")));

    private final Dice dice;

    Literals(Dice dice) {
        this.dice = dice;
    }

    Expr of(Type type) {
        return literal(type, dice.pick(ALL.get(type)));
    }

    /** The plainest one, which is what the shrinker puts in the place of other expressions. */
    static Expr plain(Type type) {
        return literal(type, ALL.get(type).get(0));
    }

    private static Expr literal(Type type, String text) {
        return Expr.of(type, Construct.LITERAL, text);
    }
}
