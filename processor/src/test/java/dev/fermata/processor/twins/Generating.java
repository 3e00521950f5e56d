package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopAsyncIteration;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;

/** Generators of both kinds, and coroutines that are driven by hand. */
final class Generating extends Twins {
    Generating(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "generating";
    }

    @Yields
    private static Generator<String> echo() {
        String value = Generator.yield("first");
        while (value != null) {
            value = Generator.yield("got " + value);
        }
        return Generator.end("end");
    }

    @Async
    Coroutine<Void> whatIsSentIsTheValueOfTheYield() {
        Generator<String> generator = echo();
        log(generator.next(), generator.send("a"), generator.send("b"));
        try {
            generator.send(null);
        } catch (NoSuchElementException end) {
            log("returned", generator.returned());
        }
        return done();
    }

    @Yields
    private Generator<Integer> careful() {
        try {
            Generator.yield(1);
        } catch (UnsupportedOperationException thrown) {
            log("caught", thrown);
            Generator.yield(2);
        } finally {
            log("finally");
        }
        return Generator.end();
    }

    @Async
    Coroutine<Void> whatIsThrownIsThrownAtTheYield() {
        Generator<Integer> generator = careful();
        log(generator.next(), generator.raise(new UnsupportedOperationException("x")));
        log(listOf(generator));
        return done();
    }

    @Yields
    private Generator<Integer> innermost() {
        try {
            Generator.yield(1);
        } finally {
            log("inner");
        }
        return Generator.end();
    }

    @Yields
    private Generator<Integer> around() {
        try {
            Generator.yieldFrom(innermost());
        } finally {
            log("outer");
        }
        return Generator.end();
    }

    @Async
    Coroutine<Void> closingRunsTheFinallyBlocksInsideOut() {
        Generator<Integer> generator = around();
        generator.next();
        generator.close();
        log(listOf(generator));
        return done();
    }

    @Yields
    private static Generator<Integer> returning() {
        Generator.yield(1);
        Generator.yield(2);
        return Generator.end("inner value");
    }

    @Yields
    private Generator<Integer> delegating() {
        String value = Generator.yieldFrom(returning());
        log("value", value);
        Generator.yield(3);
        return Generator.end();
    }

    @Async
    Coroutine<Void> delegationHasTheValueThatTheInnerReturned() {
        log(listOf(delegating()));
        return done();
    }

    @Async
    private static AsyncGenerator<Integer> seconds() {
        for (int i = 0; i < 3; i++) {
            await(sleep(1));
            AsyncGenerator.yield(i);
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> anAsyncGeneratorAwaitsBetweenItsElements() {
        for (int number : seconds()) {
            log(number);
        }
        return done();
    }

    @Async
    private AsyncGenerator<Integer> closing() {
        try {
            for (int i = 0; i < 3; i++) {
                AsyncGenerator.yield(i);
            }
        } finally {
            await(ticks(1));
            log("closed");
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> leavingTheLoopDoesNotCloseItButTheRunDoes() {
        AsyncGenerator<Integer> source = closing();
        for (int number : source) {
            log(number);
            break;
        }
        log("left");
        log(await(source.anext()));
        return done();
    }

    @Async
    private AsyncGenerator<String> asyncEcho() {
        String value = AsyncGenerator.yield("first");
        await(ticks(1));
        value = AsyncGenerator.yield("got " + value);
        log("last", value);
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> whatIsSentIntoAnAsyncGenerator() {
        AsyncGenerator<String> generator = asyncEcho();
        log(await(generator.asend(null)), await(generator.asend("a")));
        try {
            await(generator.asend("b"));
        } catch (StopAsyncIteration end) {
            log("end");
        }
        return done();
    }

    @Async
    private AsyncGenerator<Integer> asyncCareful() {
        try {
            AsyncGenerator.yield(1);
        } catch (UnsupportedOperationException thrown) {
            log("caught", thrown);
            await(ticks(1));
            AsyncGenerator.yield(2);
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> whatIsThrownIntoAnAsyncGenerator() {
        AsyncGenerator<Integer> generator = asyncCareful();
        log(await(generator.anext()), await(generator.athrow(new UnsupportedOperationException("x"))));
        await(generator.aclose());
        return done();
    }

    @Async
    private AsyncGenerator<Integer> closingSlowly() {
        try {
            AsyncGenerator.yield(1);
        } finally {
            await(sleep(1));
            log("closed");
        }
        return AsyncGenerator.end();
    }

    @Async
    Coroutine<Void> closingAnAsyncGeneratorAwaitsItsFinallyBlocks() {
        AsyncGenerator<Integer> generator = closingSlowly();
        await(generator.anext());
        await(generator.aclose());
        await(generator.aclose());
        try {
            await(generator.anext());
        } catch (StopAsyncIteration end) {
            log("end");
        }
        return done();
    }

    @Async
    private static AsyncGenerator<Integer> slow() {
        await(sleep(1));
        AsyncGenerator.yield(1);
        return AsyncGenerator.end();
    }

    @Async
    private static Coroutine<Integer> first(AsyncGenerator<Integer> generator) {
        return result(await(generator.anext()));
    }

    @Async
    Coroutine<Void> twoTasksCannotShareAnAsyncGenerator() {
        AsyncGenerator<Integer> generator = slow();
        Task<Integer> task = Asyncio.createTask(first(generator));
        await(ticks(1));
        try {
            await(generator.anext());
        } catch (IllegalStateException refused) {
            log(refused);
        }
        log(await(task));
        return done();
    }

    @Async
    private static Coroutine<Integer> one() {
        return result(1);
    }

    @Async
    @SuppressWarnings("AwaitedTwice")
    Coroutine<Void> aCoroutineThatIsAwaitedTwiceIsRefused() {
        Coroutine<Integer> coroutine = one();
        log(await(coroutine));
        try {
            await(coroutine);
        } catch (IllegalStateException refused) {
            log(refused);
        }
        return done();
    }

    @Async
    private Coroutine<String> suspending() {
        try {
            String sent = suspend("yielded");
            return result("got " + sent);
        } finally {
            log("finally");
        }
    }

    @Async
    Coroutine<Void> aCoroutineDrivenByHand() {
        Coroutine<String> coroutine = suspending();
        log(((Coroutine.Step.Suspended<String>) coroutine.send(null)).yielded());
        log(((Coroutine.Step.Returned<String>) coroutine.send("sent")).value());
        return done();
    }

    @Async
    private static Coroutine<Void> failing() {
        await(ticks(1));
        throw new ArithmeticException("deep");
    }

    @Async
    private Coroutine<Void> middle() {
        try {
            await(failing());
        } finally {
            log("middle");
        }
        return done();
    }

    @Async
    Coroutine<Void> exceptionsPassThroughAwaits() {
        try {
            await(middle());
        } catch (ArithmeticException failure) {
            log(failure);
        }
        return done();
    }

    @Async
    private static Coroutine<Void> failingOnce() {
        throw new ArithmeticException("once");
    }

    @Async
    Coroutine<Void> aFailedTaskMayBeAwaitedAgain() {
        Task<Void> task = Asyncio.createTask(failingOnce());
        for (int i = 0; i < 2; i++) {
            try {
                await(task);
            } catch (ArithmeticException failure) {
                log(Objects.requireNonNull(failure));
            }
        }
        return done();
    }
}
