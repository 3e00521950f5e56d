package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;
import shapes.kit.Ticks;

/** Loops over async generators, and in them. */
@SuppressWarnings("try")
final class AsyncPipelines {
    @Async
    private static AsyncGenerator<Integer> count(Tape tape, int from, int to) {
        try {
            for (int i = from; i < to; i++) {
                AsyncGenerator.yield(await(tape.value(i)));
            }
            await(tape.value("end"));
        } finally {
            tape.log("finally of count", from);
            await(tape.value("f"));
        }
        return AsyncGenerator.end();
    }

    private static AsyncGenerator<Integer> counting(Tape tape, int from, int to) {
        return tape.generateAsync(() -> count(tape, from, to));
    }

    @Async
    private static AsyncGenerator<String> doubled(Tape tape, AsyncIterable<?> source) {
        for (Object each : source) {
            AsyncGenerator.yield(each + "");
            AsyncGenerator.yield(await(tape.value(each + "'")));
        }
        return AsyncGenerator.end();
    }

    @Async
    private static AsyncGenerator<String> joined(Tape tape, AsyncIterator<String> left, AsyncIterator<String> right) {
        while (left.hasNext() && right.hasNext()) {
            String sent = AsyncGenerator.yield(left.next() + right.next());
            tape.log("sent", sent);
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<Integer> sum(Tape tape) {
        int sum = 0;
        for (int n : counting(tape, 1, 4)) {
            sum += n;
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> pipeline(Tape tape) {
        AsyncGenerator<Integer> numbers = counting(tape, 0, 2);
        AsyncGenerator<String> once = tape.generateAsync(() -> doubled(tape, numbers));
        String s = "";
        for (String each : tape.generateAsync(() -> doubled(tape, once))) {
            s += each + ",";
        }
        for (String each : once) {
            s += "not again";
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> breakLeavesItSuspended(Tape tape) {
        AsyncGenerator<Integer> numbers = counting(tape, 0, 9);
        String s = "";
        for (int n : numbers) {
            s += n;
            if (n == 1) {
                break;
            }
        }
        s += "|";
        for (int n : numbers) {
            s += n;
            if (n == 3) {
                break;
            }
        }
        await(numbers.aclose());
        for (int n : numbers) {
            s += "closed" + n;
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> tryClosesIt(Tape tape) {
        String s = "";
        try (AsyncGenerator<Integer> numbers = counting(tape, 0, 9)) {
            for (int n : numbers) {
                s += n;
                if (n == 1) {
                    break;
                }
            }
        }
        try (var untouched = counting(tape, 10, 20);
                AsyncGenerator<Integer> exhausted = counting(tape, 30, 31)) {
            for (int n : exhausted) {
                s += n;
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> tryClosesItWhenTheBodyFails(Tape tape) {
        try (AsyncGenerator<Integer> numbers = counting(tape, 0, 9)) {
            for (int n : numbers) {
                if (n == 1) {
                    throw new UnsupportedOperationException("body");
                }
            }
            return result("not here");
        } catch (UnsupportedOperationException | Mishap e) {
            tape.log("caught", e);
            return result(e.getMessage() + await(tape.value("!")));
        }
    }

    @Shape
    @Async
    static Coroutine<String> explicitCalls(Tape tape) {
        AsyncGenerator<Integer> numbers = counting(tape, 0, 5);
        String s = "" + numbers.hasNext() + numbers.hasNext();
        s += numbers.next();
        s += numbers.next();
        s += numbers.hasNext();
        s += await(numbers.anext());
        s += numbers.hasNext();
        for (int n : numbers) {
            s += "," + n;
        }
        s += numbers.hasNext();
        try {
            s += numbers.next();
        } catch (NoSuchElementException e) {
            tape.log("caught", e);
            s += "none";
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> plainVariable(Tape tape) {
        Iterator<Integer> numbers = counting(tape, 0, 3).iterator();
        String s = "";
        while (numbers.hasNext()) {
            s += "(" + numbers.next() + ")";
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> twoIteratorsInOneGenerator(Tape tape) {
        AsyncIterator<String> left = Ticks.of(tape, "a", "b", "c").iterator();
        AsyncIterator<String> right = Ticks.of(tape, "x", "y").iterator();
        AsyncGenerator<String> both = tape.generateAsync(() -> joined(tape, left, right));
        String s = await(both.anext()) + await(both.asend("more"));
        for (String each : both) {
            s += each;
        }
        return result(s + left.next());
    }

    private static final class Door implements AsyncCloseable {
        private final Tape tape;

        Door(Tape tape) {
            this.tape = tape;
        }

        @Async
        @Override
        public Coroutine<Void> aclose() {
            tape.log("closing the door");
            await(tape.value("door"));
            return Coroutine.done();
        }
    }

    @Async
    private static AsyncGenerator<String> behindADoor(Tape tape, AsyncIterable<String> source) {
        try (Door door = new Door(tape)) {
            for (String each : source) {
                AsyncGenerator.yield(each);
            }
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<String> yieldsInATry(Tape tape) {
        String s = "";
        for (String each : tape.generateAsync(() -> behindADoor(tape, Ticks.of(tape, "a", "b")))) {
            s += each;
        }
        AsyncGenerator<String> left = tape.generateAsync(() -> behindADoor(tape, Ticks.of(tape, "c", "d")));
        s += left.next();
        await(left.aclose());
        return result(s);
    }

    @Async
    private static AsyncGenerator<String> stops(Tape tape) {
        AsyncGenerator.yield(await(tape.value("one")));
        throw StopAsyncIteration.INSTANCE;
    }

    @Shape
    @Async
    static Coroutine<String> stopOutOfAGeneratorIsNoEnd(Tape tape) {
        String s = "";
        try {
            for (String each : tape.generateAsync(() -> stops(tape))) {
                s += each;
            }
            s += "ended";
        } catch (IllegalStateException e) {
            tape.log("caught", e);
            s += "failed";
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> nestedOverOne(Tape tape) {
        AsyncGenerator<Integer> numbers = counting(tape, 0, 6);
        String s = "";
        for (int outer : numbers) {
            for (int inner : numbers) {
                s += outer * 10 + inner + ",";
                if (inner % 2 == 1) {
                    break;
                }
            }
        }
        return result(s);
    }
}
