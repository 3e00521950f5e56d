package shapes;

import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.Yields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import shapes.kit.CheckedMishap;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Generators that delegate to others. */
final class Delegation {
    @Yields
    private static Generator<String> words(Tape tape, String... words) {
        int sent = 0;
        try {
            for (String word : words) {
                Object got = Generator.yield(tape.risky(word));
                sent += got == null ? 0 : 1;
                tape.log("words got", got);
            }
        } catch (Mishap e) {
            tape.log("words caught", e);
            Generator.yield("instead");
        } finally {
            tape.log("words end");
        }
        return Generator.end(words.length * 10 + sent);
    }

    private static List<Object> all(Tape tape, Generator<?> generator) {
        List<Object> seen = new ArrayList<>();
        for (Object element : generator) {
            seen.add(element);
        }
        tape.log("all", generator.returned());
        return seen;
    }

    @Shape
    static List<Object> oneAfterTheOther(Tape tape) {
        return all(tape, tape.generate(() -> sequence(tape)));
    }

    @Yields
    private static Generator<String> sequence(Tape tape) {
        Generator.yield("first");
        Object a = Generator.yieldFrom(tape.generate(() -> words(tape, "a", "b")));
        Generator.yieldFrom(List.of("c", "d"));
        int b = Generator.<Integer>yieldFrom(tape.generate(() -> words(tape)));
        Generator.yieldFrom(List.of());
        return Generator.end(a + "/" + b);
    }

    @Shape
    static Object amongOperands(Tape tape) {
        Generator<String> g = tape.generate(() -> operands(tape));
        List<Object> seen = all(tape, g);
        return seen + "=" + g.returned();
    }

    @Yields
    private static Generator<String> operands(Tape tape) {
        long base = tape.note(1000L);
        String s = base
                + ":"
                + tape.note(Generator.<Integer>yieldFrom(tape.generate(() -> words(tape, "a"))))
                + new StringBuilder("x")
                        .append(Generator.<Integer>yieldFrom(tape.generate(() -> words(tape, "b", "c"))))
                        .append(base);
        return Generator.end(s);
    }

    @Shape
    static Object underConstruction(Tape tape) {
        Generator<String> g = tape.generate(() -> constructing(tape));
        return all(tape, g) + "=" + g.returned();
    }

    @Yields
    private static Generator<String> constructing(Tape tape) {
        Map.Entry<Integer, Integer> pair = new java.util.AbstractMap.SimpleEntry<>(
                Generator.<Integer>yieldFrom(tape.generate(() -> words(tape, "a"))),
                Generator.<Integer>yieldFrom(tape.generate(() -> words(tape, "b"))));
        return Generator.end(pair.getKey() + "," + pair.getValue());
    }

    @Shape
    static Object sendThroughThree(Tape tape) {
        Generator<String> g = tape.generate(
                () -> pass(tape, "outer", () -> pass(tape, "middle", () -> words(tape, "a", "b", "c"))));
        tape.log(g.next());
        tape.log(g.send("x"), g.send("y"));
        tape.log(g.hasNext());
        return g.returned();
    }

    @Yields
    private static <T> Generator<T> pass(Tape tape, String name, Supplier<Generator<T>> function) {
        Object value = null;
        try {
            value = Generator.yieldFrom(tape.generate(function));
            tape.log(name, "goes on with", value);
        } catch (Throwable e) {
            tape.log(name, "caught", e);
            throw e;
        } finally {
            tape.log(name, "ends");
        }
        return Generator.end(value);
    }

    @Shape
    static String raiseThroughThree(Tape tape) {
        Generator<String> g = tape.generate(
                () -> pass(tape, "outer", () -> pass(tape, "middle", () -> words(tape, "a", "b", "c"))));
        g.next();
        String instead = g.raise(new Mishap("raised"));
        try {
            g.raise(new CheckedMishap("checked"));
        } catch (Throwable e) {
            tape.log("consumer caught", e);
        }
        tape.log(g.hasNext());
        return instead;
    }

    @Shape
    static String raiseNoSuchElement(Tape tape) {
        Generator<String> g = tape.generate(() -> pass(tape, "outer", () -> words(tape, "a", "b")));
        g.next();
        try {
            return g.raise(new NoSuchElementException("mistaken"));
        } catch (IllegalStateException e) {
            return tape.note(e.getMessage());
        }
    }

    @Shape
    static void closeThroughThree(Tape tape) {
        Generator<String> g = tape.generate(
                () -> pass(tape, "outer", () -> pass(tape, "middle", () -> words(tape, "a", "b", "c"))));
        g.next();
        g.close();
        g.close();
        tape.log(g.hasNext());
    }

    @Yields
    private static Generator<String> swallowing(Tape tape) {
        try {
            Generator.yield(tape.risky("a"));
        } catch (GeneratorExit e) {
            tape.log("swallowed", e);
        }
        return Generator.end("swallowed");
    }

    @Shape
    static Object innerSwallowsExit(Tape tape) {
        Generator<String> g = tape.generate(() -> pass(tape, "outer", () -> swallowing(tape)));
        g.next();
        g.close();
        Generator<String> inner = tape.generate(() -> swallowing(tape));
        Generator<String> outer = tape.generate(() -> passing(tape, inner));
        outer.next();
        outer.close();
        return inner.returned();
    }

    @Shape
    static Object raisedExitMayBeSurvived(Tape tape) {
        Generator<String> g = tape.generate(() -> survivor(tape));
        g.next();
        tape.log(g.raise(new GeneratorExit()));
        tape.log(g.hasNext());
        return g.returned();
    }

    @Yields
    private static Generator<String> survivor(Tape tape) {
        try {
            Generator.yieldFrom(tape.generate(() -> swallowing(tape)));
            tape.log("not reached");
        } catch (GeneratorExit e) {
            Generator.yield("survived");
        }
        return Generator.end("survivor");
    }

    @Yields
    private static Generator<String> stubborn(Tape tape) {
        while (true) {
            try {
                Generator.yield(tape.risky("again"));
                return Generator.end();
            } catch (GeneratorExit e) {
                tape.log("ignored", e);
            }
        }
    }

    @Shape
    static String innerIgnoresExit(Tape tape) {
        Generator<String> inner = tape.generate(() -> stubborn(tape));
        Generator<String> g = tape.generate(() -> passing(tape, inner));
        g.next();
        try {
            g.close();
        } catch (IllegalStateException e) {
            tape.log("consumer caught", e);
        }
        tape.log(g.hasNext(), inner.hasNext());
        return "end";
    }

    @Yields
    private static Generator<String> passing(Tape tape, Generator<String> inner) {
        try {
            Object value = Generator.yieldFrom(inner);
            tape.log("value", value);
        } catch (IllegalStateException e) {
            tape.log("outer caught", e);
        } finally {
            tape.log("outer ends");
        }
        return Generator.end("passed");
    }

    @Shape
    static List<Object> innerConsumedInPart(Tape tape) {
        Generator<String> inner = tape.generate(() -> pass(tape, "inner", () -> words(tape, "a", "b", "c")));
        tape.log(inner.next());
        return all(tape, tape.generate(() -> passing(tape, inner)));
    }

    @Shape
    static List<Object> innerHoldsAnElement(Tape tape) {
        Generator<String> inner = tape.generate(() -> words(tape, "a", "b", "c"));
        tape.log(inner.hasNext());
        return all(tape, tape.generate(() -> passing(tape, inner)));
    }

    @Shape
    static List<Object> innerHasEnded(Tape tape) {
        Generator<String> inner = tape.generate(() -> words(tape, "a"));
        all(tape, inner);
        return all(tape, tape.generate(() -> passing(tape, inner)));
    }

    @Shape
    static String innerIsTaken(Tape tape) {
        Generator<String> inner = tape.generate(() -> words(tape, "a", "b"));
        Generator<String> one = tape.generate(() -> passing(tape, inner));
        Generator<String> other = tape.generate(() -> passing(tape, inner));
        tape.log(one.next());
        tape.log(other.hasNext());
        try {
            inner.next();
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        return one.next();
    }

    @Shape(awaits = false)
    static String toItself(Tape tape) {
        List<Generator<Object>> self = new ArrayList<>();
        self.add(tape.generate(() -> lazily(self)));
        try {
            self.get(0).next();
        } catch (IllegalStateException e) {
            return tape.note(e.getMessage());
        }
        return "none";
    }

    @Yields
    private static Generator<Object> lazily(List<Generator<Object>> generators) {
        Generator.yieldFrom(generators.get(0));
        return Generator.end();
    }

    /** A tree, whose iterator is a generator function. */
    record Tree(Tape tape, Tree left, String value, Tree right) implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return tape.generate(this::walk);
        }

        @Yields
        private Generator<String> walk() {
            if (left != null) {
                Generator.yieldFrom(left);
            }
            Generator.yield(tape.risky(value));
            if (right != null) {
                Generator.yieldFrom(right);
            }
            return Generator.end(value);
        }
    }

    @Shape
    static String tree(Tape tape) {
        Tree leaf = new Tree(tape, null, "leaf", null);
        Tree tree = new Tree(tape, new Tree(tape, leaf, "left", null), "root", new Tree(tape, null, "right", leaf));
        return String.join(" ", tree);
    }

    interface Source<T> {
        List<T> items();

        @Yields
        default Generator<T> twice() {
            for (int i = 0; i < 2; i++) {
                Generator.yieldFrom(items());
            }
            return Generator.end(items().size());
        }
    }

    @Shape(awaits = false)
    static List<Object> interfaceMethod(Tape tape) {
        Source<Integer> source = () -> List.of(1, 2, 3);
        return all(tape, tape.generate(source::twice));
    }

    @Shape
    static List<Object> inLoopsAndSwitches(Tape tape) {
        return all(tape, tape.generate(() -> loops(tape)));
    }

    @Yields
    private static Generator<String> loops(Tape tape) {
        int total = 0;
        outer:
        for (int i = 0; ; i++) {
            String name = "w" + i;
            total += switch (i) {
                case 0 -> Generator.<Integer>yieldFrom(tape.generate(() -> words(tape, name)));
                case 1, 2 -> {
                    try {
                        yield Generator.<Integer>yieldFrom(tape.generate(() -> words(tape, name, "x")));
                    } finally {
                        tape.log("switch", name);
                    }
                }
                default -> -1;
            };
            do {
                if (i == 3) {
                    break outer;
                }
                Generator.yieldFrom(i == 2 ? List.of("even") : tape.generate(() -> words(tape, "odd")));
            } while (tape.note(total) < 0);
        }
        return Generator.end(total);
    }

    @Shape
    static List<Object> checkedExceptions(Tape tape) {
        return all(tape, tape.generate(() -> {
            try {
                return checked(tape);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    @Yields
    private static Generator<String> checked(Tape tape) throws IOException {
        try {
            Generator.yieldFrom(tape.generate(() -> words(tape, "a")));
            throw new IOException("of the body");
        } catch (IOException e) {
            Generator.yieldFrom(List.of("caught " + e.getMessage()));
        } finally {
            Generator.yieldFrom(tape.generate(() -> words(tape, "finally")));
        }
        return Generator.end();
    }

    @Shape(awaits = false)
    static String sendToAnIterator(Tape tape) {
        Generator<String> g = tape.generate(() -> letters(tape));
        g.next();
        String next = g.send(null);
        try {
            g.send("x");
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        Generator<String> closed = tape.generate(() -> letters(tape));
        closed.next();
        closed.close();
        return next;
    }

    @Yields
    private static Generator<String> letters(Tape tape) {
        Iterable<String> letters = () -> new Letters(tape);
        try {
            Generator.yieldFrom(letters);
        } finally {
            tape.log("after the letters");
        }
        return Generator.end();
    }

    private record Letters(Tape tape) implements Iterator<String>, AutoCloseable {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public String next() {
            return "letter";
        }

        @Override
        public void close() {
            tape.log("letters closed");
        }
    }

    @Shape
    static List<Object> locals(Tape tape) {
        return all(tape, tape.generate(() -> manyLocals(tape, 1, 2L, 'c', 4.0f, 5.0, true)));
    }

    @Yields
    private static Generator<String> manyLocals(Tape tape, int i, long l, char c, float f, double d, boolean b) {
        String s = "s";
        int[] array = {i};
        array[0] += Generator.<Integer>yieldFrom(tape.generate(() -> words(tape, s)));
        l += i;
        Generator.yieldFrom(List.of("t"));
        return Generator.end(s + i + l + c + f + d + b + array[0]);
    }
}
