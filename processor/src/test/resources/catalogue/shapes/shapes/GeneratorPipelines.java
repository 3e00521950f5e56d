package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** for and try over async generators, among them those of async generators themselves. */
final class GeneratorPipelines {
    @Async
    private static AsyncGenerator<Integer> numbers(Tape tape, int count) {
        try {
            for (int i = 0; i < count; i++) {
                AsyncGenerator.yield(await(tape.value(i)));
            }
        } finally {
            tape.log("numbers end");
            await(tape.value("clean"));
        }
        return AsyncGenerator.end();
    }

    @FunctionalInterface
    interface Mapper<A, B> {
        @Async
        Coroutine<B> apply(A element);
    }

    @Async
    private static <A, B> AsyncGenerator<B> map(Tape tape, AsyncIterable<A> source, Mapper<A, B> function) {
        for (A element : source) {
            AsyncGenerator.yield(await(function.apply(element)));
        }
        return AsyncGenerator.end();
    }

    @Async
    private static AsyncGenerator<Integer> even(Tape tape, AsyncGenerator<Integer> source) {
        for (int n : source) {
            if (n % 2 != 0) {
                continue;
            }
            AsyncGenerator.yield(n);
            if (n > 4) {
                break;
            }
        }
        tape.log("even ends");
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<Integer> forLoop(Tape tape) {
        int sum = 0;
        for (int n : tape.generateAsync(() -> numbers(tape, 3))) {
            sum = sum * 10 + n + await(tape.value(1));
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<List<String>> mapped(Tape tape) {
        Mapper<Integer, String> name = n -> result("n" + await(tape.value(n)));
        AsyncGenerator<Integer> source = tape.generateAsync(() -> numbers(tape, 3));
        List<String> seen = new ArrayList<>();
        for (String s : tape.generateAsync(() -> map(tape, source, name))) {
            seen.add(s);
        }
        return result(seen);
    }

    @Shape
    @Async
    static Coroutine<List<Integer>> filteredAndLeft(Tape tape) {
        AsyncGenerator<Integer> source = tape.generateAsync(() -> numbers(tape, 9));
        List<Integer> seen = new ArrayList<>();
        for (int n : tape.generateAsync(() -> even(tape, source))) {
            seen.add(n);
        }
        tape.log("left", await(source.anext()));
        await(source.aclose());
        return result(seen);
    }

    @Shape
    @Async
    static Coroutine<Integer> resource(Tape tape) {
        try (AsyncGenerator<Integer> numbers = tape.generateAsync(() -> numbers(tape, 5))) {
            for (int n : numbers) {
                if (n == 2) {
                    return result(n);
                }
            }
        } finally {
            tape.log("after the resource");
        }
        return result(-1);
    }

    @Async
    private static AsyncGenerator<Integer> scoped(Tape tape) {
        try (AsyncGenerator<Integer> numbers = tape.generateAsync(() -> numbers(tape, 5))) {
            for (int n : numbers) {
                AsyncGenerator.yield(n);
            }
        }
        return AsyncGenerator.end();
    }

    @Shape
    @Async
    static Coroutine<Void> resourceInAGenerator(Tape tape) {
        AsyncGenerator<Integer> scoped = tape.generateAsync(() -> scoped(tape));
        tape.log(await(scoped.anext()));
        tape.log(await(scoped.anext()));
        await(scoped.aclose());
        try {
            await(scoped.anext());
        } catch (StopAsyncIteration e) {
            tape.log(e);
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<Void> throwThroughAPipeline(Tape tape) {
        AsyncGenerator<Integer> source = tape.generateAsync(() -> numbers(tape, 9));
        AsyncGenerator<Integer> even = tape.generateAsync(() -> even(tape, source));
        await(even.anext());
        try {
            await(even.athrow(new Mishap("thrown")));
        } catch (Mishap e) {
            tape.log("back", e);
        }
        await(source.aclose());
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> byHand(Tape tape) {
        AsyncGenerator<Integer> numbers = tape.generateAsync(() -> numbers(tape, 3));
        tape.log(numbers.hasNext(), numbers.hasNext());
        try {
            await(numbers.asend("x"));
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        try {
            await(numbers.athrow(new Mishap("x")));
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        int first = numbers.next();
        tape.log(numbers.hasNext());
        int second = await(numbers.anext());
        int third = numbers.next();
        tape.log(numbers.hasNext());
        try {
            numbers.next();
        } catch (NoSuchElementException e) {
            tape.log(e);
        }
        return result("" + first + second + third);
    }

    @Shape
    @Async
    static Coroutine<Integer> nestedLoops(Tape tape) {
        int sum = 0;
        for (int a : tape.generateAsync(() -> numbers(tape, 2))) {
            for (int b : tape.generateAsync(() -> numbers(tape, a + 1))) {
                sum += a * 10 + b;
            }
        }
        return result(sum);
    }
}
