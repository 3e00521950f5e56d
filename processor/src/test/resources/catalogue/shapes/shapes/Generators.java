package shapes;

import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Generator functions, and their consumers; the oracle runs each on a thread of its own. */
final class Generators {
    @Yields
    private static Generator<Integer> count(Tape tape, int from, int to) {
        tape.log("begin");
        for (int i = from; i < to; i++) {
            Generator.yield(i);
            tape.log("resumed after", i);
        }
        return Generator.end();
    }

    @Shape(awaits = false)
    static List<Integer> forEach(Tape tape) {
        List<Integer> seen = new ArrayList<>();
        Generator<Integer> numbers = tape.generate(() -> count(tape, 1, 5));
        tape.log("made");
        for (int n : numbers) {
            seen.add(n);
        }
        tape.log(numbers.hasNext(), numbers.returned());
        return seen;
    }

    @Shape(awaits = false)
    static int hasNextHoldsTheElement(Tape tape) {
        Generator<Integer> numbers = tape.generate(() -> count(tape, 1, 3));
        tape.log(numbers.hasNext(), numbers.hasNext(), numbers.hasNext());
        try {
            numbers.send("x");
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        try {
            numbers.raise(new Mishap("x"));
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        int first = numbers.next();
        int second = numbers.next();
        tape.log(numbers.hasNext());
        try {
            return numbers.next();
        } catch (NoSuchElementException e) {
            tape.log(e);
        }
        return first * 10 + second;
    }

    @Shape
    static String failingInTheBody(Tape tape) {
        Generator<String> words = tape.generate(() -> risky(tape));
        StringBuilder s = new StringBuilder();
        while (words.hasNext()) {
            s.append(tape.risky(words.next())).append(' ');
        }
        return s.append(words.returned()).toString();
    }

    @Yields
    private static Generator<String> risky(Tape tape) {
        int n = 0;
        try {
            Generator.yield(tape.risky("one"));
            n = 1;
            Generator.yield("two" + tape.risky(2));
            n = 2;
        } catch (Mishap e) {
            tape.log("caught", e, n);
            Generator.yield("instead" + n);
        } finally {
            tape.log("finally", n);
            Generator.yield(tape.risky("last"));
        }
        return Generator.end(n);
    }

    @Yields
    private static Generator<String> echo(Tape tape) {
        String got = Generator.yield("ready");
        int round = 0;
        while (got != null) {
            tape.log("got", got);
            got = Generator.yield(got + round++);
        }
        return Generator.end("rounds " + round);
    }

    @Shape(awaits = false)
    static Object sendBothWays(Tape tape) {
        Generator<String> echo = tape.generate(() -> echo(tape));
        try {
            echo.send("too early");
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        tape.log(echo.send(null), echo.send("a"), echo.send("b"));
        try {
            echo.send(null);
        } catch (NoSuchElementException e) {
            tape.log("ended", e);
        }
        try {
            echo.send("again");
        } catch (NoSuchElementException e) {
            tape.log("still ended", e);
        }
        return echo.returned();
    }

    @Shape(awaits = false)
    static int sentValuesAmongOperands(Tape tape) {
        Generator<Integer> g = tape.generate(() -> operands(tape));
        int n = g.next();
        n = n * 10 + g.send(5);
        n = n * 10 + g.send(7);
        try {
            g.send(3);
        } catch (NoSuchElementException e) {
            tape.log("end");
        }
        return n * 100 + (Integer) g.returned();
    }

    @Yields
    private static Generator<Integer> operands(Tape tape) {
        int base = 1;
        int n = base + Generator.<Integer>yield(1) * (base + Generator.<Integer>yield(2));
        long wide = (long) n << 1;
        String s = "n" + n + Generator.yield((int) wide % 10) + base;
        tape.log(s, wide);
        return Generator.end(s.length());
    }

    @Yields
    private static Generator<Integer> stubborn(Tape tape) {
        int caught = 0;
        while (caught < 3) {
            try {
                Generator.yield(caught);
                tape.log("plain resume");
            } catch (IllegalArgumentException e) {
                caught++;
                tape.log("caught", e);
            } finally {
                tape.log("finally", caught);
            }
        }
        return Generator.end(caught);
    }

    @Shape(awaits = false)
    static Object raiseIsCaughtInside(Tape tape) {
        Generator<Integer> g = tape.generate(() -> stubborn(tape));
        tape.log(
                g.next(),
                g.raise(new IllegalArgumentException("first")),
                g.next(),
                g.raise(new IllegalArgumentException("second")));
        try {
            g.raise(new IllegalArgumentException("third"));
        } catch (NoSuchElementException e) {
            tape.log(e);
        }
        return g.returned();
    }

    @Shape(awaits = false)
    static void raiseIsNotCaughtInside(Tape tape) {
        Generator<Integer> g = tape.generate(() -> stubborn(tape));
        g.next();
        try {
            g.raise(new java.io.IOException("checked"));
        } catch (Exception e) {
            tape.log("outside", e);
        }
        tape.log(g.hasNext());
        g.raise(new IllegalStateException("thrown by an ended one"));
    }

    @Shape(awaits = false)
    static void raiseIntoAFreshOne(Tape tape) {
        Generator<Integer> g = tape.generate(() -> stubborn(tape));
        try {
            g.raise(new IllegalArgumentException("not caught"));
        } catch (IllegalArgumentException e) {
            tape.log(e);
        }
        tape.log(g.hasNext());
    }

    @Yields
    private static Generator<String> guarded(Tape tape) {
        try {
            try {
                Generator.yield("a");
                Generator.yield("b");
            } finally {
                tape.log("inner finally");
            }
        } catch (GeneratorExit e) {
            tape.log("exit seen");
            throw e;
        } finally {
            tape.log("outer finally");
        }
        return Generator.end("whole");
    }

    @Shape(awaits = false)
    static Object closeRunsFinally(Tape tape) {
        Generator<String> g;
        try (Generator<String> resource = tape.generate(() -> guarded(tape))) {
            g = resource;
            tape.log(g.next());
        }
        tape.log(g.hasNext(), g.returned());
        g.close();
        Generator<String> fresh = tape.generate(() -> guarded(tape));
        fresh.close();
        tape.log(fresh.hasNext());
        Generator<String> held = tape.generate(() -> guarded(tape));
        tape.log(held.hasNext());
        held.close();
        return held.hasNext();
    }

    @Yields
    private static Generator<String> ignoring() {
        while (true) {
            try {
                Generator.yield("again");
            } catch (GeneratorExit e) {
                Generator.yield("ignored");
            }
        }
    }

    @Shape(awaits = false)
    static void closeIsIgnored(Tape tape) {
        Generator<String> g = tape.generate(Generators::ignoring);
        tape.log(g.next());
        try {
            g.close();
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        tape.log(g.next());
    }

    @Yields
    private static Generator<Integer> returnsOnExit(Tape tape) {
        try {
            Generator.yield(1);
        } catch (GeneratorExit e) {
            tape.log("exit");
            return Generator.end("returned on exit");
        }
        return Generator.end();
    }

    @Shape(awaits = false)
    static Object closeIsAnsweredByReturn(Tape tape) {
        Generator<Integer> g = tape.generate(() -> returnsOnExit(tape));
        g.next();
        g.close();
        return g.returned();
    }

    @Yields
    private static Generator<Object> controlFlow(Tape tape) {
        outer:
        for (int i = 0; ; i++) {
            switch (i) {
                case 0 -> Generator.yield("zero");
                case 1 -> {
                    for (char c : "ab".toCharArray()) {
                        Generator.yield(c);
                        if (c == 'b') {
                            continue outer;
                        }
                    }
                }
                case 2 -> {
                    do {
                        Generator.yield(i * 1.5);
                    } while (i++ < 3);
                }
                case 4, 5 -> {
                    Object sent = i == 5
                            ? Generator.yield(
                                    switch (i) {
                                        case 5 -> {
                                            Generator.yield("inside a switch expression");
                                            yield "its value";
                                        }
                                        default -> null;
                                    })
                            : null;
                    tape.log("sent", sent);
                }
                default -> {
                    break outer;
                }
            }
        }
        Generator.yield(null);
        return Generator.end();
    }

    @Shape(awaits = false)
    static List<Object> yieldsInControlFlow(Tape tape) {
        List<Object> all = new ArrayList<>();
        tape.generate(() -> controlFlow(tape)).forEachRemaining(all::add);
        return all;
    }

    @Yields
    private static Generator<Integer> fibonacci() {
        int a = 0;
        int b = 1;
        for (; ; ) {
            Generator.yield(a);
            b = a + (a = b);
        }
    }

    @Yields
    private static Generator<Integer> evens(Generator<Integer> numbers, int limit) {
        int taken = 0;
        for (int n : numbers) {
            if (n % 2 == 0) {
                Generator.yield(n);
                if (++taken == limit) {
                    break;
                }
            }
        }
        return Generator.end(taken);
    }

    @Shape(awaits = false)
    static Object pipelineOfInfinite(Tape tape) {
        Generator<Integer> source = tape.generate(Generators::fibonacci);
        Generator<Integer> even = tape.generate(() -> evens(source, 6));
        StringBuilder s = new StringBuilder();
        while (even.hasNext()) {
            s.append(even.next()).append(' ');
        }
        tape.log(even.returned(), source.next());
        return s.toString();
    }

    @Yields
    private static Generator<Object> broken(Tape tape) {
        Generator.yield(1);
        throw new NoSuchElementException("from " + tape.note("the body"));
    }

    @Shape(awaits = false)
    static Object noSuchElementIsWrapped(Tape tape) {
        Generator<Object> g = tape.generate(() -> broken(tape));
        tape.log(g.next());
        try {
            return g.next();
        } catch (IllegalStateException e) {
            return e;
        }
    }

    private record Tree(int value, Tree left, Tree right) {
        @Yields
        Generator<Integer> inOrder(Tape tape) {
            if (left != null) {
                for (int n : tape.generate(() -> left.inOrder(tape))) {
                    Generator.yield(n);
                }
            }
            Generator.yield(value);
            if (right != null) {
                for (int n : tape.generate(() -> right.inOrder(tape))) {
                    Generator.yield(n);
                }
            }
            return Generator.end();
        }
    }

    @Shape(awaits = false)
    static List<Integer> recursiveOverATree(Tape tape) {
        Tree tree = new Tree(4, new Tree(2, new Tree(1, null, null), new Tree(3, null, null)), new Tree(5, null, null));
        List<Integer> all = new ArrayList<>();
        for (int n : tape.generate(() -> tree.inOrder(tape))) {
            all.add(n);
        }
        return all;
    }

    private static final class Ring implements Iterable<Integer> {
        private final int[] cells = {3, 1, 2};

        @Override
        @Yields
        public Generator<Integer> iterator() {
            for (int cell : cells) {
                Generator.yield(cell);
            }
            return Generator.end(cells.length);
        }
    }

    @Shape(awaits = false)
    static int asIteratorOfAnIterable(Tape tape) {
        Ring ring = new Ring();
        int sum = 0;
        for (int a : tape.generate(ring::iterator)) {
            for (int b : tape.generate(ring::iterator)) {
                sum = sum * 3 + a * b;
            }
        }
        return sum;
    }

    @Yields
    @SafeVarargs
    private static <T, U extends Comparable<U>> Generator<T> everyType(
            T first, U second, long wide, double real, boolean flag, T... rest) {
        Generator.yield(first);
        byte small = (byte) wide;
        float f = (float) real;
        U copy = second;
        Generator.yield(flag ? first : rest[0]);
        Generator.yield(new StringBuilder("built ")
                .append(Generator.<Object>yield(small))
                .append(f)
                .append(copy.compareTo(second)));
        for (T t : rest) {
            Generator.yield(t);
        }
        Generator.yield(new Object[] {wide, real, Generator.yield('c'), flag});
        return Generator.end();
    }

    @Shape(awaits = false)
    static void everyTypeInAGenerator(Tape tape) {
        Generator<Object> g = tape.generate(() -> everyType("first", 5, 1L << 33 | 7, 2.5, false, "r1", 'r', 3L));
        while (g.hasNext()) {
            Object element = g.next();
            tape.log(element instanceof StringBuilder ? element.toString() : element);
        }
    }

    @Shape(awaits = false)
    static void alreadyRunning(Tape tape) {
        List<Generator<Integer>> self = new ArrayList<>();
        self.add(tape.generate(() -> reentering(self)));
        try {
            self.get(0).next();
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        tape.log(self.get(0).hasNext());
    }

    @Yields
    private static Generator<Integer> reentering(List<Generator<Integer>> self) {
        Generator.yield(self.get(0).next());
        return Generator.end();
    }

    @Yields
    private static Generator<String> nothing(Tape tape) {
        tape.log("runs, and yields nothing");
        return Generator.end("nothing");
    }

    @Shape(awaits = false)
    static Object withoutYield(Tape tape) {
        Generator<String> g = tape.generate(() -> nothing(tape));
        tape.log(g.hasNext());
        return g.returned();
    }

    @Yields
    private static Generator<Object> few(Object what) {
        Generator.yield(what);
        Generator.yield("and");
        return Generator.end(what);
    }

    /** Nothing is cast, so control joins right behind each yield. */
    @Yields
    private static Generator<Object> chosen(Tape tape) {
        for (int i = 0; i < 5; i++) {
            Object what = i;
            Object got = i % 3 == 0
                    ? Generator.yieldFrom(tape.generate(() -> few(what)))
                    : i % 3 == 1 ? Generator.yieldFrom(List.of(i)) : Generator.yield(i);
            Generator.yield(got);
        }
        return Generator.end();
    }

    @Shape(awaits = false)
    static void chosenUncast(Tape tape) {
        Generator<Object> g = tape.generate(() -> chosen(tape));
        while (g.hasNext()) {
            tape.log(g.next());
        }
    }
}
