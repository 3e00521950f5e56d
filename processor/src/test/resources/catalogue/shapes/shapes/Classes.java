package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import shapes.base.Ancestor;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Where a coroutine function may live, and what it may reach from there. */
final class Classes {
    private static int secret = 7;
    private int own = 1;

    private int hidden(int n) {
        return own * n;
    }

    static final class Nested {
        private long count = 3;

        @Async
        private Coroutine<Long> tick(Tape tape, Classes outer) {
            count += await(tape.value(1)) + secret;
            secret++;
            return result(count + outer.own + outer.hidden(2));
        }

        final class Deeper {
            private final String text = "deeper";

            @Async
            Coroutine<String> reach(Tape tape) {
                count *= await(tape.value(2));
                return result(text + count + Nested.this.count + secret);
            }
        }
    }

    class Inner {
        private int mine = 5;

        @Async
        Coroutine<Integer> add(Tape tape) {
            own += await(tape.value(mine));
            Classes.this.own *= 2;
            mine = hidden(await(tape.value(3)));
            return result(mine + own);
        }

        class Innermost extends Inner {
            @Override
            @Async
            Coroutine<Integer> add(Tape tape) {
                int before = await(super.add(tape));
                return result(before + Inner.this.mine + await(Inner.this.add(tape)) + Classes.this.own);
            }
        }
    }

    @Shape
    @Async
    static Coroutine<String> nestedClasses(Tape tape) {
        secret = 7;
        Nested nested = new Nested();
        long n = await(nested.tick(tape, new Classes()));
        return result(n + await(nested.new Deeper().reach(tape)) + nested.count);
    }

    @Shape
    @Async
    static Coroutine<String> innerClasses(Tape tape) {
        Classes outer = new Classes();
        Inner inner = outer.new Inner();
        int n = await(inner.add(tape));
        return result(n + " " + await(inner.new Innermost().add(tape)) + " " + inner.mine + " " + outer.own);
    }

    @Shape
    @Async
    static Coroutine<String> localClassCaptures(Tape tape) {
        int captured = await(tape.value(4));
        String word = "w";
        class Local {
            private int state = captured;

            @Async
            Coroutine<String> run(int n) {
                state += n + await(tape.value(captured));
                return result(word + state + captured);
            }
        }
        Local local = new Local();
        String s = await(local.run(1));
        await(tape.value("pause"));
        return result(s + await(local.run(2)) + await(new Local().run(await(tape.value(3)))));
    }

    @Shape
    @Async
    static Coroutine<String> localRecordsEnumsInterfaces(Tape tape) {
        record Point(int x, long y) {
            Point {
                if (x < 0) {
                    throw new IllegalArgumentException("negative");
                }
            }

            @Async
            Coroutine<Point> moved(Tape on) {
                return result(new Point(x + await(on.value(1)), y - await(on.value(2L))));
            }
        }
        enum Side {
            LEFT,
            RIGHT;

            Side other() {
                return this == LEFT ? RIGHT : LEFT;
            }
        }
        interface Named {
            @Async
            default Coroutine<String> name(Tape on) {
                return result(await(on.value("named")) + this);
            }
        }
        record Label(String text) implements Named {}
        Point p = await(new Point(await(tape.value(1)), 5).moved(tape));
        Side side = Side.LEFT;
        await(tape.value("pause"));
        try {
            new Point(await(tape.value(-1)), 0);
        } catch (IllegalArgumentException e) {
            tape.log(e);
        }
        return result(p + "" + side.other() + await(new Label("l").name(tape)));
    }

    @Shape
    @Async
    static Coroutine<String> anonymousClassOfAnAbstractClass(Tape tape) {
        int limit = await(tape.value(3));
        abstract class Counter {
            int at;

            @Async
            abstract Coroutine<Integer> next();
        }
        Counter counter = new Counter() {
            @Override
            @Async
            Coroutine<Integer> next() {
                at += await(tape.value(1));
                return result(at * limit);
            }
        };
        int sum = 0;
        while (counter.at < limit) {
            sum += await(counter.next());
        }
        return result(sum + " " + counter.at);
    }

    @Shape
    @Async
    static Coroutine<String> anonymousIterator(Tape tape) {
        int end = await(tape.value(4));
        Iterable<Integer> evens = () -> new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < end;
            }

            @Override
            public Integer next() {
                at += 2;
                return at;
            }
        };
        List<Integer> seen = new ArrayList<>();
        for (int n : evens) {
            seen.add(n * await(tape.value(n)));
        }
        return result(seen.toString());
    }

    private static final class Descendant extends Ancestor {
        Descendant(Tape tape) {
            super(tape);
        }

        @Override
        @Async
        protected Coroutine<String> inherited(int n) {
            counter += n;
            String s = await(super.inherited(counter));
            counter -= await(tape.value(1));
            Runnable log = () -> tape.log("from lambda", counter, plain("p"));
            log.run();
            return result(s + counter + plain(await(tape.value("arg"))) + shared + await(concealed(2)));
        }

        @Async
        Coroutine<String> ofAncestor() {
            return result(await(this.untouched()) + await(super.untouched()) + constant(await(tape.value(1))));
        }
    }

    @Shape
    @Async
    static Coroutine<String> protectedMembersOfAnotherPackage(Tape tape) {
        return result(await(new Descendant(tape).inherited(2)));
    }

    @Shape
    @Async
    static Coroutine<String> inheritedFromAnotherPackage(Tape tape) {
        return result(await(new Descendant(tape).ofAncestor()));
    }

    private abstract static class Shelf<T> {
        @Async
        abstract Coroutine<T> get(Tape tape, T otherwise);

        @Async
        Coroutine<List<T>> two(Tape tape, T otherwise) {
            T first = await(get(tape, otherwise));
            return result(List.of(first, await(get(tape, first))));
        }
    }

    private static final class Numbers extends Shelf<Integer> {
        @Override
        @Async
        Coroutine<Integer> get(Tape tape, Integer otherwise) {
            return result(otherwise + await(tape.value(1)));
        }
    }

    @Shape
    @Async
    static Coroutine<String> bridgeMethods(Tape tape) {
        Shelf<Integer> shelf = new Numbers();
        return result(
                await(shelf.two(tape, 5)).toString() + await(shelf.get(tape, 9)) + await(new Numbers().get(tape, 1)));
    }

    @Shape
    @Async
    static Coroutine<Integer> assertions(Tape tape) {
        int n = await(tape.value(1));
        assert n == 1 : "n is " + n;
        assert n > 0;
        int m = n + await(tape.value(1));
        assert await(tape.value(m)) == 2 : await(tape.value("message"));
        return result(m);
    }

    private static final ThreadLocal<String> LOCAL = ThreadLocal.withInitial(() -> "initial");

    @Shape
    @Async
    static Coroutine<String> staticStateOfTheClass(Tape tape) {
        LOCAL.set(await(tape.value("set")));
        String s = LOCAL.get() + await(tape.value(1));
        LOCAL.remove();
        return result(s + LOCAL.get());
    }
}
