package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** An object whose constructor has not run cannot leave the stack: yet its arguments may be awaited. */
final class Construction {
    private static class Box {
        final String content;

        Box(Object a) {
            content = "Box(" + a + ")";
        }

        Box(Object a, Object b) {
            content = "Box(" + a + "," + b + ")";
        }

        Box(int a, long b, double c, Object d) {
            content = "Box(" + a + "," + b + "," + c + "," + d + ")";
        }

        Box(Tape tape, String says) {
            tape.log("constructor", says);
            content = says;
            if (says.isEmpty()) {
                throw new IllegalArgumentException("empty box");
            }
        }

        @Override
        public String toString() {
            return content;
        }
    }

    private record Pair<A, B>(A left, B right) {}

    @Shape
    @Async
    static Coroutine<String> oneArgument(Tape tape) {
        return result(new Box(await(tape.value(1))).content + new String(await(tape.value("kilim"))));
    }

    @Shape
    @Async
    static Coroutine<String> firstOfTwo(Tape tape) {
        Box box = new Box(await(tape.value("a")), tape.note("b"));
        return result(box.content);
    }

    @Shape
    @Async
    static Coroutine<String> secondOfTwo(Tape tape) {
        Box box = new Box(tape.note("a"), await(tape.value("b")));
        await(tape.value("pause"));
        return result(box.content);
    }

    @Shape
    @Async
    static Coroutine<String> wideArguments(Tape tape) {
        long l = 1L << 40;
        Box a = new Box(await(tape.value(1)), l, await(tape.value(2.5)), null);
        Box b = new Box(3, await(tape.value(4L)), l / 8.0, await(tape.value("d")));
        return result(a.content + b);
    }

    @Shape
    @Async
    static Coroutine<String> fourAwaits(Tape tape) {
        return result(new Box(await(tape.value(1)), await(tape.value(2)), await(tape.value(3f)), await(tape.value('4')))
                .content);
    }

    @Shape
    @Async
    static Coroutine<String> nested(Tape tape) {
        Box box = new Box(
                new Box(await(tape.value(1)), new Box(await(tape.value(2)))),
                new Box(tape.note(3), await(tape.value(4))));
        return result(box + ""
                + new Pair<>(
                        new Pair<>(await(tape.value('a')), new Box(await(tape.value('b')))), await(tape.value('c'))));
    }

    @Shape
    @Async
    static Coroutine<String> operandsBelowTheNewObject(Tape tape) {
        long l = 5;
        String s =
                "x" + l + new Box(await(tape.value(1)), await(tape.value(2))) + l + new Box(l) + await(tape.value("y"));
        List<Object> list = new ArrayList<>(List.of("first", new Box(await(tape.value("in list"))), l));
        list.add(new Box(list.size(), await(tape.value("added"))));
        return result(s + list);
    }

    @Shape
    @Async
    static Coroutine<String> conditionalInsideTheArguments(Tape tape) {
        Box box = new Box(
                await(tape.value(true)) ? "yes" : await(tape.value("no")),
                await(tape.value(false)) || await(tape.value(true)) ? new Box(await(tape.value(1))) : null);
        Box other = new Box(
                box == null
                        ? await(tape.value(2))
                        : switch (await(tape.value(3))) {
                            case 3 -> await(tape.value("three"));
                            default -> 0;
                        });
        return result(box + "" + other);
    }

    @Shape
    @Async
    static Coroutine<String> eitherOfTwoObjects(Tape tape) {
        String s = "";
        for (int i = 0; i < 2; i++) {
            Object made = await(tape.value(i)) == 0
                    ? new Box(await(tape.value("zero")))
                    : new StringBuilder(await(tape.value("other")));
            s += made;
            CharSequence text =
                    i == 0 ? new String(await(tape.value("a"))) : new StringBuffer(await(tape.value("b"))).append(i);
            s += text;
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> thrown(Tape tape) {
        try {
            if (await(tape.value(true))) {
                throw new IllegalStateException(await(tape.value("message")), new Mishap(await(tape.value("cause"))));
            }
            return result("never");
        } catch (IllegalStateException e) {
            return result(e.getMessage() + e.getCause().getMessage());
        }
    }

    @Shape
    @Async
    static Coroutine<String> arrayOfNewObjects(Tape tape) {
        Box[] boxes = {new Box(await(tape.value(1))), null, new Box(2, await(tape.value(3)))};
        Box[][] grid = {{new Box(await(tape.value("x")))}, boxes};
        grid[await(tape.value(0))][0] = new Box(grid.length, await(tape.value("y")));
        return result(List.of(boxes[0], boxes[2], grid[0][0]).toString());
    }

    private final class Inner {
        private final int n;

        Inner(int n) {
            this.n = n + base;
        }

        class Innermost {
            private final String text;

            Innermost(String text) {
                this.text = text + n + base;
            }
        }
    }

    private int base = 100;

    @Async
    private Coroutine<Integer> implicitOuter(Tape tape) {
        Inner inner = new Inner(await(tape.value(1)));
        base += await(tape.value(10));
        return result(inner.n + new Inner(await(tape.value(2))).n);
    }

    @Shape
    @Async
    static Coroutine<String> innerClasses(Tape tape) {
        Construction outer = new Construction();
        int n = await(outer.implicitOuter(tape));
        Inner inner = outer.new Inner(await(tape.value(5)));
        Inner other = await(tape.value(outer)).new Inner(await(tape.value(6)));
        String s = outer.new Inner(await(tape.value(7))).new Innermost(await(tape.value("deep"))).text;
        return result(n + " " + inner.n + " " + other.n + " " + s);
    }

    @Shape
    @Async
    static Coroutine<Integer> outerOfInnerIsNull(Tape tape) {
        Construction none = await(tape.<Construction>value(null));
        try {
            return result(none.new Inner(await(tape.value(1))).n);
        } catch (NullPointerException e) {
            return result(await(tape.value(-1)));
        }
    }

    @Shape
    @Async
    static Coroutine<String> anonymousClassWithArguments(Tape tape) {
        String captured = await(tape.value("captured"));
        Box box = new Box(await(tape.value("a")), await(tape.value("b"))) {
            private final String more = captured + "!";

            @Override
            public String toString() {
                return super.toString() + more;
            }
        };
        Object empty = new Object() {
            @Override
            public String toString() {
                return captured.toUpperCase();
            }
        };
        return result(box + await(tape.value("+")) + empty);
    }

    static final List<String> ORDER = new ArrayList<>();

    private static final class Early {
        static {
            ORDER.add("Early initialised");
        }

        Early(String s) {
            ORDER.add("Early constructed " + s);
        }
    }

    private static String ordered(String s) {
        ORDER.add("evaluated " + s);
        return s;
    }

    @Shape(fresh = true)
    @Async
    static Coroutine<String> classIsInitialisedBeforeTheArguments(Tape tape) {
        try {
            new Early(ordered("a") + await(tape.value("b")) + ordered("c"));
        } finally {
            tape.log(ORDER.toString());
        }
        return result(ORDER.toString());
    }

    private static final class Broken {
        static {
            ORDER.add("Broken initialised");
            if (!ORDER.isEmpty()) {
                throw new IllegalStateException("will not start");
            }
        }

        Broken(int n) {
            ORDER.add("Broken constructed " + n);
        }
    }

    @Shape(fresh = true)
    @Async
    static Coroutine<Void> initialisationFailsBeforeTheArguments(Tape tape) {
        try {
            new Broken(await(tape.value(1)));
        } catch (ExceptionInInitializerError e) {
            tape.log(e.getCause(), ORDER.toString());
        }
        try {
            new Broken(await(tape.value(2)));
        } catch (NoClassDefFoundError e) {
            tape.log("no class", ORDER.toString());
        }
        await(tape.value("after"));
        return done();
    }

    private static final class Late {
        static {
            ORDER.add("Late initialised");
        }

        static int count = 7;
        final int n;

        Late(Early early, int n) {
            this.n = n + count;
            ORDER.add("Late constructed");
        }
    }

    @Shape(fresh = true)
    @Async
    static Coroutine<Integer> initialisationOfNestedConstructions(Tape tape) {
        int n = 0;
        try {
            n = new Late(new Early(await(tape.value("x"))), Late.count + await(tape.value(1))).n;
            return result(n);
        } finally {
            tape.log(n, ORDER.toString());
        }
    }

    @Shape
    @Async
    static Coroutine<String> constructorThrows(Tape tape) {
        try {
            Box box = new Box(tape, await(tape.value("full")));
            tape.log(box);
            return result(new Box(tape, await(tape.value(""))).content);
        } catch (IllegalArgumentException e) {
            tape.log(e);
            return result(new Box(tape, await(tape.value("rescued"))).content);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> argumentThrowsInTheMiddle(Tape tape) {
        int[] none = {};
        try {
            Box box = new Box(await(tape.value(1)), none[await(tape.value(2))], await(tape.value(3.0)), "x");
            return result(box.content.length());
        } catch (ArrayIndexOutOfBoundsException e) {
            return result(await(tape.value(new Box("caught", e.getMessage()).content.length())));
        }
    }

    @Shape
    @Async
    static Coroutine<String> builtInALoop(Tape tape) {
        Box box = new Box("seed");
        for (int i = 0; i < 3; i++) {
            box = new Box(box, new Pair<>(i, new Box(await(tape.value(i)), 'c')));
        }
        Object chain = null;
        for (long l = 0; l < 2; l++) {
            chain = new Pair<>(chain, new Pair<>(l, await(tape.value(l))));
        }
        return result(box + " " + chain);
    }

    @Shape
    @Async
    static Coroutine<String> tryInTheArgument(Tape tape) {
        Box box = new Box(
                await(tape.value("a")),
                switch (await(tape.value(1))) {
                    case 1 -> {
                        String s = "";
                        while (s.length() < 2) {
                            s += await(tape.value('x'));
                        }
                        yield s;
                    }
                    default -> null;
                });
        return result(box.content);
    }

    private static final class Self {
        final Self parent;
        final int n;

        private Self(Self parent, int n) {
            this.parent = parent;
            this.n = n;
        }

        @Async
        Coroutine<Self> child(Tape tape) {
            return result(new Self(this, n + await(tape.value(1))));
        }

        @Async
        Coroutine<Self> twin(Tape tape) {
            return result(new Self(parent, await(new Self(this, await(tape.value(n))).child(tape)).n));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> privateConstructorOfItsOwnClass(Tape tape) {
        Self self = await(await(new Self(null, 5).child(tape)).twin(tape));
        return result(self.n * 10 + self.parent.n);
    }

    @Shape
    @Async
    static Coroutine<String> genericAndDiamond(Tape tape) {
        Pair<String, List<Integer>> pair =
                new Pair<>(await(tape.value("k")), new ArrayList<>(await(tape.value(List.of(1, 2)))));
        var other = new Pair<Long, Pair<?, ?>>(await(tape.value(1L)), pair);
        pair.right().add(await(tape.value(3)));
        return result(other.toString());
    }
}
