package fuzz.kit;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.Arrays;
import java.util.concurrent.Callable;
import shapes.kit.CheckedMishap;
import shapes.kit.Mishap;

/** What generated programs call: everything here either leaves a line on the tape or gives a value of some type. */
public final class Kit {
    /** Conditions that javac cannot fold. */
    public static boolean yes = true;

    /** And its contrary. */
    public static boolean no = false;

    private static final int LONGEST = 40;

    private Kit() {}

    /** An enum to switch over. */
    public enum Hue {
        /** One. */
        RED,
        /** Two. */
        GREEN,
        /** Three. */
        BLUE
    }

    /** A functional interface of somebody else's that is asynchronous. */
    @FunctionalInterface
    public interface AsyncTriple<R> {
        /** Runs it. */
        @Async
        Coroutine<R> run(int a, long b, Object c) throws Exception;
    }

    /** One that is not. */
    @FunctionalInterface
    public interface Triple<R> {
        /** Runs it. */
        R run(int a, long b, Object c) throws Exception;
    }

    /** A record to construct and to take apart. */
    public record Pair(Object a, int b, long c) {
        /** Leaves a line. */
        public Pair {
            Tape.current().log("Pair", a, b, c);
        }

        @Override
        public String toString() {
            return cut("Pair(" + Words.of(a) + "," + b + "," + c + ")");
        }
    }

    /** A class to construct, with constructors of several shapes. */
    public static class Box {
        /** What it holds. */
        public final Object a;

        /** What it counts. */
        public int n;

        /** Leaves a line. */
        public Box(Object a) {
            this.a = a;
            Tape.current().log("Box", a);
        }

        /** With a long among its arguments. */
        public Box(int n, long l, Object a) {
            this(a);
            this.n = n + (int) l;
        }

        /** With variable arguments. */
        public Box(double d, Object... as) {
            this(text(as));
            this.n = (int) d;
        }

        /** The count. */
        public int num() {
            return n;
        }

        /** For chains. */
        public Box with(int k) {
            n += k;
            return this;
        }

        @Override
        public String toString() {
            return cut("Box(" + Words.of(a) + "," + n + ")");
        }
    }

    /** A class for anonymous ones to extend. */
    public abstract static class Base {
        /** An argument. */
        public final Object first;

        /** Another. */
        public final int second;

        /** Leaves a line. */
        protected Base(Object first, int second) {
            this.first = first;
            this.second = second;
            Tape.current().log("Base", first, second);
        }

        /** What the anonymous class does. */
        public abstract int go(int x) throws Exception;
    }

    /** A resource; some fail to open, some to close. */
    public static final class Res implements AutoCloseable {
        private final int n;

        /** Opens it. */
        public Res(int n) {
            this.n = n;
            Tape.current().log("open", n);
            if (n % 11 == 10) {
                throw new Mishap("open");
            }
        }

        @Override
        public void close() throws CheckedMishap {
            Tape.current().risky("close " + n);
            if (n % 7 == 6) {
                throw new CheckedMishap("close");
            }
        }
    }

    /** A functional value that may throw. */
    public static <T> Callable<T> call(Callable<T> call) {
        return call;
    }

    /** Runs one that is not asynchronous. */
    public static <R> R triple(Triple<R> triple, int a, long b, Object c) throws Exception {
        return triple.run(a, b, c);
    }

    /** Any number as an int, and anything else, too. */
    public static int toInt(Object o) {
        return o instanceof Number n
                ? n.intValue()
                : o instanceof Character c ? c : o instanceof String s ? s.length() : o == null ? -1 : 7;
    }

    /** And as a long. */
    public static long toLong(Object o) {
        return toInt(o) * 3L;
    }

    /** And as a text. */
    public static String text(Object o) {
        return cut(Words.of(o));
    }

    /** Keeps texts that grow in loops short. */
    public static String cut(String text) {
        return text != null && text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text;
    }

    /** A generic method. */
    public static <T> T same(T t) {
        return t;
    }

    /** Lets javac accept handlers of checked exceptions. */
    public static void mayThrow() throws CheckedMishap {}

    /** A value of the enum. */
    public static Hue hue(int n) {
        return Hue.values()[Math.floorMod(n, 3)];
    }

    /** Many operands of many types, one slot and two. */
    public static int mix(int a, long b, double c, String d, Object e) {
        Tape.current().log("mix", a, b, c, d, e);
        return (int) (a * 31 + b * 7) ^ (int) c;
    }

    /** The types that mix() lacks. */
    public static long wide(long a, double b, byte d, short e, char f, boolean g, float h) {
        Tape.current().log("wide", a, b, d, e, f, g, h);
        return a ^ d + e + f;
    }

    /** Variable arguments that are boxed. */
    public static String join(String head, Object... rest) {
        StringBuilder joined = new StringBuilder(String.valueOf(head));
        for (Object each : rest) {
            joined.append('|').append(Words.of(each));
        }
        return cut(joined.toString());
    }

    /** Variable arguments that are not. */
    public static int sum(int... all) {
        int sum = 0;
        for (int each : all) {
            sum = sum * 5 + each;
        }
        return sum;
    }

    /** An array of four. */
    public static int[] four(int... all) {
        return Arrays.copyOf(all, 4);
    }
}
