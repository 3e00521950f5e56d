package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.RunOptions;
import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Scenarios that exist twice: as coroutine functions without parameters of a subclass, or as void methods that run on no loop, and under the same names, in Python's manner
 * of writing, in a module of the directory {@code twins} of the resources. Both log what happens.
 */
abstract class Twins {
    private final Consumer<String> log;

    Twins(Consumer<String> log) {
        this.log = log;
    }

    /** The name of Python's module. */
    abstract String module();

    final void log(Object... values) {
        log.accept(Shown.line(values));
    }

    static EventLoop loop() {
        return Asyncio.getRunningLoop();
    }

    /** A loop in virtual time. */
    static EventLoop newLoop() {
        return new ManualClock().newLoop();
    }

    /** As {@code Asyncio.run}, in virtual time. */
    static <T> T run(AsyncSupplier<T> main) {
        return Asyncio.run(main, RunOptions.defaults().withLoop(Twins::newLoop));
    }

    static Coroutine<Void> sleep(double seconds) {
        return Asyncio.sleep(Duration.ofMillis((long) (seconds * 1000)));
    }

    /** So many turns of the loop. */
    @Async
    static Coroutine<Void> ticks(int count) {
        for (int i = 0; i < count; i++) {
            await(Asyncio.sleep(Duration.ZERO));
        }
        return done();
    }

    @Async
    @SuppressWarnings("CancellationSwallowed") // It is told what comes, whatever it is.
    final Coroutine<Void> outcome(Awaitable<?> awaitable) {
        try {
            log("outcome", await(awaitable));
        } catch (Throwable failure) {
            log("outcome", failure);
        }
        return done();
    }

    /** Sleeps and says how it ended: with its name, a failure, or cancelled. */
    @Async
    final Coroutine<String> work(String name, double seconds) {
        try {
            await(sleep(seconds));
        } catch (CancelledError cancelled) {
            log(name, "cancelled");
            throw cancelled;
        }
        log(name, "ends");
        return result(name);
    }

    static <T> List<T> listOf(Iterable<T> elements) {
        List<T> list = new java.util.ArrayList<>();
        elements.forEach(list::add);
        return list;
    }
}
