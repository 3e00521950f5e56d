package dev.fermata.processor.bridge;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Bridge;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A bridged type: its companions are written as the tests are compiled. */
@Bridge
class Ferry {
    final List<Object> log = new CopyOnWriteArrayList<>();
    final CountDownLatch waits = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);

    @Async
    Coroutine<Integer> load(int cars) {
        await(Asyncio.sleep(Duration.ZERO));
        log.add(EventLoop.running());
        return result(cars + 1);
    }

    @SafeVarargs
    @Async
    final <T> Coroutine<List<T>> all(T first, T... more) {
        await(Asyncio.sleep(Duration.ZERO));
        return result(List.of(first, more[0]));
    }

    /** Throws in the call itself, as plain functions do. */
    Coroutine<Void> refuse(IOException why) throws IOException {
        throw why;
    }

    @Async
    <E extends Exception> Coroutine<Void> sink(E why) throws E {
        await(Asyncio.sleep(Duration.ZERO));
        throw why;
    }

    /** Waits until it is cancelled. */
    @Async
    Coroutine<Void> drift() {
        try {
            waits.countDown();
            await(EventLoop.running().createPromise());
        } finally {
            await(Asyncio.sleep(Duration.ZERO));
            log.add("anchored");
            ended.countDown();
        }
        return done();
    }

    @Async
    AsyncGenerator<String> ports() {
        try {
            AsyncGenerator.yield("north");
            await(Asyncio.sleep(Duration.ZERO));
            AsyncGenerator.yield("south");
        } finally {
            log.add("closed");
        }
        return AsyncGenerator.end();
    }

    @Async
    static Coroutine<String> named(String name) {
        await(Asyncio.sleep(Duration.ZERO));
        return result("MS " + name);
    }

    /** Calls a companion where that must not be done. */
    @Async
    Coroutine<Integer> loadFromInside() {
        await(Asyncio.sleep(Duration.ZERO));
        return result(new FerryBlocking(this).load(1));
    }
}
