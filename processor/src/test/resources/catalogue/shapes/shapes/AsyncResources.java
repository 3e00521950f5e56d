package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.io.Closeable;
import java.util.function.Supplier;
import shapes.kit.CheckedMishap;
import shapes.kit.FatalMishap;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;
import shapes.kit.Ticks;

/** try with resources whose release awaits. */
@SuppressWarnings("try")
final class AsyncResources {
    /** Released by a coroutine function, which awaits and may fail. */
    private static class Line implements AsyncCloseable {
        final Tape tape;
        final String name;
        private final boolean leaks;

        Line(Tape tape, String name, boolean leaks) {
            this.tape = tape;
            this.name = name;
            this.leaks = leaks;
            tape.log("open", name);
        }

        Line(Tape tape, String name) {
            this(tape, name, false);
        }

        @Async
        @Override
        public Coroutine<Void> aclose() {
            tape.log("closing", name);
            await(tape.value("close of " + name));
            tape.log("closed", name);
            if (leaks) {
                throw new IllegalStateException(name + " leaks");
            }
            return done();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** As the compiler knows it, an interface that has close() from two sides. */
    private interface Channel extends AsyncCloseable, Closeable {
        @Override
        default void close() {
            AsyncCloseable.super.close();
        }
    }

    private record Valve(Tape tape, String name) implements AutoCloseable {
        @Override
        public void close() {
            tape.log("close at once", name);
        }
    }

    @Async
    private static Coroutine<Line> open(Tape tape, String name) {
        await(tape.value(name));
        return result(new Line(tape, name));
    }

    @Shape
    @Async
    static Coroutine<Integer> one(Tape tape) {
        int n = 0;
        try (Line line = new Line(tape, "a")) {
            n += await(tape.value(line.name.length()));
        }
        return result(n + 1);
    }

    @Shape
    @Async
    static Coroutine<String> oneWithoutOtherAwaits(Tape tape) {
        try (AsyncCloseable line = new Line(tape, "a")) {
            tape.log("body", line);
        }
        return result("after");
    }

    @Shape
    @Async
    static Coroutine<String> returnsOutOfIt(Tape tape) {
        try (Line line = await(open(tape, "a"))) {
            return result(line.name + await(tape.value("!")));
        }
    }

    @Shape
    @Async
    static Coroutine<String> returnsACoroutineOutOfIt(Tape tape) {
        try (Line line = await(open(tape, "a"))) {
            return tape.later(() -> ending(tape));
        }
    }

    @Async
    private static Coroutine<String> ending(Tape tape) {
        return result("end" + await(tape.value("ing")));
    }

    @Shape
    @Async
    static Coroutine<String> breaksAndContinues(Tape tape) {
        String s = "";
        for (int n = 0; n < 4; n++) {
            try (Line line = new Line(tape, "l" + n)) {
                if (n == 1) {
                    continue;
                }
                if (n == 2) {
                    break;
                }
                s += line + await(tape.value("."));
            }
            s += "|";
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> severalInOrder(Tape tape) {
        String s = "";
        try (Line a = await(open(tape, "a"));
                Valve b = new Valve(tape, "b" + await(tape.value("!")));
                Channel c = () -> tape.coroutine(null);
                Line d = new Line(tape, "d")) {
            s += await(tape.value(a.name)) + b.name() + (c == null) + d;
        } catch (Mishap | IllegalStateException e) {
            tape.log("caught", e);
            s += "caught" + await(tape.value("."));
        } finally {
            s += await(tape.value("finally"));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> nullResources(Tape tape) {
        try (Line a = null;
                Line b = await(tape.<Line>value(null));
                AsyncCloseable c = new Line(tape, "c")) {
            tape.log(a, b, c);
            return result(await(tape.value(3)));
        }
    }

    @Shape
    @Async
    static Coroutine<String> closingFails(Tape tape) {
        try (Line line = new Line(tape, "bad", true)) {
            return result(await(tape.value("lost")));
        } catch (IllegalStateException e) {
            return result(e.getMessage() + await(tape.value("!")));
        }
    }

    @Shape
    @Async
    static Coroutine<String> bodyAndClosingFail(Tape tape) {
        try (Line a = new Line(tape, "one", true);
                Valve b = new Valve(tape, "between");
                Line c = new Line(tape, "two", true)) {
            await(tape.value("body"));
            throw new UnsupportedOperationException("body");
        } catch (UnsupportedOperationException | Mishap e) {
            tape.log(e);
            return result(await(tape.value("caught")) + e.getSuppressed().length);
        }
    }

    @Shape
    @Async
    static Coroutine<String> fatalAndChecked(Tape tape) throws CheckedMishap {
        String s = "";
        try (Line line = new Line(tape, "a")) {
            s += await(tape.value("x"), CheckedMishap.class);
        } catch (FatalMishap | CheckedMishap e) {
            tape.log("caught", e);
            s += "caught";
        }
        return result(s + await(tape.value("!")));
    }

    @Shape
    @Async
    static Coroutine<String> variableAsResource(Tape tape) {
        Line outside = await(open(tape, "outside"));
        String s = "";
        try (outside) {
            s += await(tape.value("inside"));
        }
        final Line again = new Line(tape, "again");
        try (outside;
                again) {
            s += await(tape.value(outside.name + again));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> nested(Tape tape) {
        StringBuilder s = new StringBuilder();
        try (Line a = new Line(tape, "a")) {
            s.append(await(tape.value(a.name)));
            try (Line b = await(open(tape, "b"))) {
                s.append(await(tape.value(b.name)));
                try (Line c = new Line(tape, "c", true)) {
                    s.append(await(tape.value(c.name)));
                } catch (IllegalStateException e) {
                    s.append(await(tape.value("leak")));
                }
            } finally {
                s.append(await(tape.value("f")));
            }
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<String> initialiserFails(Tape tape) {
        String s = "";
        try (Line a = new Line(tape, "a");
                Line b = failing(tape)) {
            s += "not here" + b;
        } catch (UnsupportedOperationException e) {
            s += e.getMessage() + await(tape.value("!"));
        }
        return result(s);
    }

    private static Line failing(Tape tape) {
        throw new UnsupportedOperationException("no line");
    }

    @Shape
    @Async
    static Coroutine<String> acloseIsNotACoroutineFunction(Tape tape) {
        String s = "";
        try (AsyncCloseable a = () -> tape.coroutine(null);
                AsyncCloseable b = new AsyncCloseable() {
                    @Override
                    public Coroutine<Void> aclose() {
                        tape.log("called");
                        throw new IllegalStateException("at the call");
                    }
                }) {
            s += await(tape.value("body"));
        } catch (IllegalStateException e) {
            s += e.getMessage();
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> anonymousAndLocalClasses(Tape tape) {
        String s = "";
        class Local extends Line {
            Local(Tape own) {
                super(own, "local");
            }
        }
        try (var anonymous = new Line(tape, "anonymous") {
                    String own() {
                        return "own";
                    }
                };
                var local = new Local(tape);
                var direct = new AsyncCloseable() {
                    @Override
                    public Coroutine<Void> aclose() {
                        return tape.coroutine(null);
                    }
                }) {
            s += anonymous.own() + local + await(tape.value(direct != null));
        }
        return result(s);
    }

    @Async
    private static <L extends Line, C extends AsyncCloseable & Supplier<String>> Coroutine<String> generic(
            L line, C closeable) {
        try (line;
                closeable) {
            return result(line.name + closeable.get());
        }
    }

    private static final class Supplying extends Line implements Supplier<String> {
        Supplying(Tape tape) {
            super(tape, "supplying");
        }

        @Override
        public String get() {
            return "supplied";
        }
    }

    @Shape
    @Async
    static Coroutine<String> typeVariables(Tape tape) {
        return result(await(generic(new Line(tape, "line"), new Supplying(tape))));
    }

    @Shape
    @Async
    static Coroutine<String> explicitCalls(Tape tape) {
        Line line = new Line(tape, "a");
        String s = await(tape.value("x"));
        line.close();
        s += await(tape.value("y"));
        AsyncCloseable again = line;
        try {
            again.close();
        } finally {
            line.close();
        }
        return result(s);
    }

    /** With a close() of its own, for plain code. */
    private static final class Both extends Line {
        Both(Tape tape) {
            super(tape, "both");
        }

        @Override
        public void close() {
            tape.log("closed by a plain call");
        }
    }

    @Shape
    @Async
    static Coroutine<Void> plainCloseableVariable(Tape tape) throws Exception {
        Both both = new Both(tape);
        AutoCloseable plain = both;
        await(tape.value("x"));
        try (plain) {
            tape.log("body");
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> inLambdas(Tape tape) throws Exception {
        AsyncSupplier<String> function = () -> {
            try (Line line = new Line(tape, "in a lambda")) {
                return result(line.name + await(tape.value("!")));
            }
        };
        return result(await(function.get()));
    }

    /** An iterator that is to be closed, too. */
    private static final class Rows implements AsyncIterable<String>, AsyncIterator<String>, AsyncCloseable {
        private final Tape tape;
        private final AsyncIterator<String> source;

        Rows(Tape tape, String... rows) {
            this.tape = tape;
            this.source = Ticks.of(tape, rows).iterator();
        }

        @Override
        public Rows iterator() {
            return this;
        }

        @Override
        public Awaitable<String> anext() {
            return source.anext();
        }

        @Override
        public Coroutine<Void> aclose() {
            return tape.coroutine(null);
        }
    }

    @Shape
    @Async
    static Coroutine<String> loopOverAResource(Tape tape) {
        String s = "";
        try (Rows rows = new Rows(tape, "a", "b", "c")) {
            for (String row : rows) {
                if (row.equals("c")) {
                    break;
                }
                s += row + await(tape.value("."));
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> resourcesInALoop(Tape tape) {
        String s = "";
        for (String name : Ticks.of(tape, "a", "b")) {
            try (Line line = new Line(tape, name);
                    Rows rows = new Rows(tape, name + 1, name + 2)) {
                for (String row : rows) {
                    s += row;
                }
            } finally {
                s += await(tape.value("|"));
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> amongOperandsAndCatches(Tape tape) {
        int n = 1;
        try {
            try (Line line = new Line(tape, "a", true)) {
                n += 10 * await(tape.value(2));
            }
        } catch (IllegalStateException e) {
            try (Line line = new Line(tape, "in the catch")) {
                n += e.getMessage().length() + await(tape.value(3));
            }
        } finally {
            try (Line line = new Line(tape, "in the finally")) {
                n *= 2;
            }
        }
        return result(n);
    }
}
