package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;
import shapes.kit.Ticks;

/** for over asynchronous sources, and what stands in it and around it. */
final class AsyncLoops {
    /** A source that is its own iterator, and whose anext() is a coroutine function. */
    private static class Countdown implements AsyncIterable<Integer>, AsyncIterator<Integer> {
        private final Tape tape;
        private int left;

        Countdown(Tape tape, int from) {
            this.tape = tape;
            this.left = from;
        }

        @Override
        public Countdown iterator() {
            return this;
        }

        @Async
        @Override
        public Coroutine<Integer> anext() {
            if (left == 0) {
                throw StopAsyncIteration.INSTANCE;
            }
            int now = await(tape.value(left));
            left--;
            return result(now);
        }
    }

    private record Pair<A, B>(A first, B second) {}

    @Shape
    @Async
    static Coroutine<Integer> sum(Tape tape) {
        int sum = 0;
        for (int n : Ticks.of(tape, 1, 2, 3)) {
            sum += n;
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> staticTypeIsTheInterface(Tape tape) {
        AsyncIterable<String> source = Ticks.of(tape, "a", null, "c");
        String s = "";
        for (String each : source) {
            s += each;
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> nothing(Tape tape) {
        int n = 7;
        for (Object each : Ticks.of(tape)) {
            n += each.hashCode();
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> awaitsInTheBody(Tape tape) {
        String s = "";
        for (String each : Ticks.of(tape, "a", "b")) {
            s += each + await(tape.value("(" + each + ")"));
            tape.log(s);
        }
        return result(s + await(tape.value("!")));
    }

    @Shape
    @Async
    static Coroutine<Integer> anextIsACoroutineFunction(Tape tape) {
        int sum = 0;
        for (int n : new Countdown(tape, 3)) {
            sum = sum * 10 + n;
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> nested(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (String outer : Ticks.of(tape, "x", "y")) {
            for (int inner : new Countdown(tape, 2)) {
                for (String innermost : Ticks.of(tape, outer + inner)) {
                    s.append(innermost).append(await(tape.value(",")));
                }
            }
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<String> labels(Tape tape) {
        String s = "";
        outer:
        for (String a : Ticks.of(tape, "a", "b", "c", "d")) {
            for (int n : new Countdown(tape, 3)) {
                s += a + n;
                if (n == 2 && a.equals("a")) {
                    continue outer;
                }
                if (n == 2 && a.equals("b")) {
                    break;
                }
                if (a.equals("c")) {
                    break outer;
                }
            }
            s += await(tape.value("|"));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> mixedWithOtherLoops(Tape tape) {
        String s = "";
        for (String list : List.of("l", "m")) {
            for (String each : Ticks.of(tape, list + 1, list + 2)) {
                for (int n : new int[] {8, 9}) {
                    s += each + n;
                }
                for (Iterator<String> i = List.of("p", "q").iterator(); i.hasNext(); ) {
                    s += i.next() + await(tape.value("."));
                }
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> returnsOutOfIt(Tape tape) {
        for (int n : new Countdown(tape, 5)) {
            if (n == 3) {
                return result(n + await(tape.value(100)));
            }
        }
        return result(-1);
    }

    @Shape
    @Async
    static Coroutine<String> triesInIt(Tape tape) {
        String s = "";
        for (String each : Ticks.of(tape, "a", "b", "c")) {
            try {
                s += await(tape.value(each));
                if (each.equals("b")) {
                    continue;
                }
                s += "-";
            } catch (Mishap mishap) {
                s += mishap.getMessage();
            } finally {
                s += await(tape.value("f"));
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> triesAroundIt(Tape tape) {
        String s = "";
        try {
            for (String each : Ticks.of(tape, "a", "b")) {
                s += each;
            }
            s += "done";
        } catch (Mishap mishap) {
            s += mishap.getMessage() + await(tape.value("caught"));
        } finally {
            for (int n : new Countdown(tape, 1)) {
                s += n;
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> stopOfTheBodyIsNoEnd(Tape tape) {
        String s = "";
        try {
            for (String each : Ticks.of(tape, "a", "b")) {
                s += each;
                if (each.equals("b")) {
                    throw StopAsyncIteration.INSTANCE;
                }
            }
            s += "ended";
        } catch (StopAsyncIteration stop) {
            s += "stopped" + await(tape.value("!"));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> stopOfANestedIteratorIsNoEnd(Tape tape) {
        String s = "";
        AsyncIterator<String> empty = Ticks.<String>of(tape).iterator();
        try {
            for (String each : Ticks.of(tape, "a", "b")) {
                s += each + await(empty.anext());
            }
            s += "ended";
        } catch (StopAsyncIteration stop) {
            s += "stopped";
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> iteratorFails(Tape tape) {
        AsyncIterable<String> broken = () -> {
            throw new IllegalStateException("no iterator");
        };
        AsyncIterable<String> unwilling = () -> () -> {
            throw new IllegalStateException("no element");
        };
        AsyncIterable<String> over = () -> () -> {
            throw StopAsyncIteration.INSTANCE;
        };
        String s = await(tape.value("start"));
        for (AsyncIterable<String> each : List.of(broken, unwilling, over)) {
            try {
                for (String element : each) {
                    s += element;
                }
                s += " over";
            } catch (IllegalStateException e) {
                s += " " + e.getMessage();
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> lambdasAreSources(Tape tape) {
        int[] left = {3};
        AsyncIterable<String> source =
                () -> () -> left[0]-- > 0 ? tape.value("e" + left[0]) : tape.end();
        String s = "";
        for (String each : source) {
            s += each;
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> anonymousSources(Tape tape) {
        String s = "";
        for (String each : new AsyncIterable<String>() {
            @Override
            public AsyncIterator<String> iterator() {
                return Ticks.of(tape, "anonymous", "too").iterator();
            }
        }) {
            s += each + await(tape.value("."));
        }
        for (int n : new Countdown(tape, 2) {}) {
            s += n;
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> chosenSources(Tape tape) {
        String s = "";
        for (boolean first : new boolean[] {true, false}) {
            Ticks<Integer> ticks = Ticks.of(tape, 10, 20);
            for (Integer n : first ? ticks : new Countdown(tape, 2)) {
                s += n + ",";
            }
            for (Object o : (AsyncIterable<?>) (Object) ticks) {
                s += o;
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> arraysOfSources(Tape tape) {
        AsyncIterable<?>[] sources = {Ticks.of(tape, "a"), new Countdown(tape, 2)};
        AsyncIterator<?>[][] iterators = {{Ticks.of(tape, "i", "j").iterator()}};
        String s = "";
        for (AsyncIterable<?> source : sources) {
            for (Object each : source) {
                s += each;
            }
        }
        for (Iterator<?> i = iterators[0][0]; i.hasNext(); ) {
            s += i.next();
        }
        return result(s);
    }

    @Async
    private static <S extends AsyncIterable<? extends Number>> Coroutine<Integer> generic(S source, List<? extends S> more) {
        int sum = 0;
        for (Number n : source) {
            sum += n.intValue();
        }
        for (var n : more.get(0)) {
            sum += n.intValue();
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<Integer> typeVariablesAndWildcards(Tape tape) {
        return result(await(generic(Ticks.of(tape, 1, 2L), List.of(Ticks.of(tape, 3, 4L)))));
    }

    @Shape
    @Async
    static Coroutine<Long> primitives(Tape tape) {
        long sum = 0;
        double d = await(tape.value(0.5));
        for (long n : Ticks.of(tape, 1L, 2L)) {
            for (float f : Ticks.of(tape, 1.5f)) {
                for (char c : Ticks.of(tape, 'a')) {
                    sum += n * (long) (f * 2) + c;
                    d += f;
                }
            }
        }
        return result(sum + (long) d);
    }

    @Shape
    @Async
    static Coroutine<String> elementsOfAnotherClass(Tape tape) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        AsyncIterable<Integer> lies = (AsyncIterable) Ticks.of(tape, "no number");
        String s = "";
        try {
            for (Integer n : lies) {
                s += n;
            }
        } catch (ClassCastException e) {
            s += "cast" + await(tape.value("!"));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> inLambdas(Tape tape) throws Exception {
        AsyncSupplier<String> plain = () -> {
            String s = "";
            for (String each : Ticks.of(tape, "l", "m")) {
                s += each;
            }
            return result(s);
        };
        AsyncFunction<Ticks<String>, Integer> nested = source -> {
            int n = 0;
            for (String each : source) {
                AsyncSupplier<Integer> inner = () -> {
                    int m = 0;
                    for (int i : new Countdown(tape, 2)) {
                        m += i + each.length();
                    }
                    return result(m);
                };
                n += await(inner.get()) + await(tape.value(1000));
            }
            return result(n);
        };
        return result(await(plain.get()) + await(nested.apply(Ticks.of(tape, "x", "yy"))));
    }

    @Shape
    @Async
    static Coroutine<String> inSwitchesAndOperands(Tape tape) {
        int k = await(tape.value(2));
        String s = "operand " + switch (k) {
            case 1 -> "one";
            case 2 -> {
                String all = "";
                for (String each : Ticks.of(tape, "s", "t")) {
                    all += each;
                }
                yield all;
            }
            default -> "more";
        };
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<List<Pair<Integer, String>>> collected(Tape tape) {
        List<Pair<Integer, String>> pairs = new ArrayList<>();
        for (Pair<Integer, String> pair : Ticks.of(tape, new Pair<>(1, "a"), new Pair<>(2, "b"))) {
            pairs.add(new Pair<>(pair.first() + await(tape.value(10)), pair.second()));
        }
        return result(pairs);
    }

    // ---- hasNext() and next() in the source

    @Shape
    @Async
    static Coroutine<String> explicitCalls(Tape tape) {
        AsyncIterator<String> i = Ticks.of(tape, "a", "b", "c").iterator();
        String s = "";
        while (i.hasNext()) {
            s += "(" + i.next() + await(tape.value(")"));
        }
        return result(s + i.hasNext());
    }

    @Shape
    @Async
    static Coroutine<String> hasNextTwice(Tape tape) {
        AsyncIterator<String> i = Ticks.of(tape, "a", null, "c").iterator();
        boolean both = i.hasNext() && i.hasNext();
        String s = both + i.next() + i.next() + i.hasNext() + i.next() + i.hasNext();
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> nextAtTheEnd(Tape tape) {
        AsyncIterator<String> i = Ticks.of(tape, "a").iterator();
        String s = tape.note("first ") + i.next();
        try {
            s += i.next();
        } catch (NoSuchElementException e) {
            tape.log(e);
            s += await(tape.value(" none"));
        }
        return result(s);
    }

    @Async
    private static Coroutine<Boolean> asks(AsyncIterator<?> iterator) {
        return result(iterator.hasNext());
    }

    @Async
    private static <T> Coroutine<T> takes(Iterator<T> any, AsyncIterator<T> iterator) {
        boolean same = any == iterator;
        return result(same ? iterator.next() : null);
    }

    @Shape
    @Async
    static Coroutine<String> heldAcrossFunctions(Tape tape) {
        Countdown i = new Countdown(tape, 5);
        String s = "";
        while (await(asks(i))) {
            s += await(takes(i, i));
            if (s.length() == 3) {
                break;
            }
        }
        await(asks(i));
        for (int n : i) {
            s += "," + n;
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> variableOfThePlainType(Tape tape) {
        Iterator<String> i = Ticks.of(tape, "a", "b").iterator();
        String s = "";
        while (i.hasNext()) {
            String each = i.next();
            s += each;
        }
        i = List.of("c", "d").iterator();
        while (i.hasNext()) {
            s += i.next() + await(tape.value("."));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> oneVariableForBothKinds(Tape tape) {
        String s = "";
        for (int round = 0; round < 4; round++) {
            Iterator<String> i = round % 2 == 0
                    ? Ticks.of(tape, "async", "" + round).iterator()
                    : List.of("plain", "" + round).iterator();
            if (round < 2) {
                while (i.hasNext()) {
                    String each = i.next();
                    s += each;
                }
            } else {
                do {
                    s += i.next() + "-";
                } while (i.hasNext());
            }
        }
        return result(s + await(tape.value("!")));
    }

    @Shape
    @Async
    static Coroutine<String> amongOperands(Tape tape) {
        AsyncIterator<Integer> i = new Countdown(tape, 6);
        int[] array = {0, 0, 0};
        array[i.next() % 3] = tape.note(1) + i.next() * (i.hasNext() ? i.next() : 0);
        return result(new Pair<>(i.next(), new StringBuilder("x").append(i.next()).append(array[0])).second().toString()
                + (i.hasNext() ? "more" : "end") + String.valueOf(i.next()));
    }

    @Shape
    @Async
    static Coroutine<String> hasNextInConditions(Tape tape) {
        AsyncIterator<Integer> i = new Countdown(tape, 4);
        String s = "";
        if (!i.hasNext()) {
            return result("empty");
        }
        for (int n = 0; n < 5 && i.hasNext(); n++) {
            s += n > 0 || i.hasNext() ? i.next() : "?";
        }
        boolean more = i.hasNext() | await(tape.value(false));
        assert !more;
        return result(s + more);
    }

    /** A class with its own covariant next(), which async code does not call. */
    private static final class Narrowed implements AsyncIterator<String> {
        private final AsyncIterator<String> source;

        Narrowed(AsyncIterator<String> source) {
            this.source = source;
        }

        @Override
        public Awaitable<String> anext() {
            return source.anext();
        }

        @Override
        public String next() {
            return AsyncIterator.super.next();
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> nextWithANarrowerType(Tape tape) {
        Narrowed i = new Narrowed(Ticks.of(tape, "a", "bb", "ccc").iterator());
        int length = i.next().length();
        while (i.hasNext()) {
            String each = i.next();
            length += each.length();
        }
        return result(length);
    }

    @Shape
    @Async
    static Coroutine<Void> bodyWithoutUseOfTheElement(Tape tape) {
        for (Object unused : Ticks.of(tape, 1, 2)) {
            tape.log("round");
        }
        for (Object unused : Ticks.of(tape, 3)) {}
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> many(Tape tape) {
        Integer[] numbers = new Integer[40];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = n;
        }
        int sum = 0;
        for (int n : Ticks.of(tape, numbers)) {
            sum += n;
        }
        return result(sum);
    }
}
