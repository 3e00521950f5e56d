package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.sync.AsyncEvent;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The twins of {@code threads.py}. */
@SuppressWarnings("fermata")
final class Threads extends Twins {
    Threads(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "threads";
    }

    private <T> Awaitable<T> inAThread(Callable<T> callable) {
        return EventLoop.running().runInExecutor(command -> new Thread(command).start(), callable);
    }

    @Async
    Coroutine<Void> giveResultsBack() {
        log(await(inAThread(() -> "result")));
        return done();
    }

    @Async
    Coroutine<Void> giveFailuresBack() {
        try {
            await(inAThread(() -> {
                throw new IllegalArgumentException("in a thread");
            }));
        } catch (IllegalArgumentException thrown) {
            log(thrown);
        }
        return done();
    }

    @Async
    private Coroutine<String> onTheLoop(EventLoop loop) {
        log("on the loop", EventLoop.running() == loop);
        await(ticks(1));
        return result("result");
    }

    @Async
    Coroutine<Void> mayRunCoroutinesOnTheLoop() {
        EventLoop loop = EventLoop.running();
        log(await(inAThread(
                () -> Asyncio.runCoroutineThreadsafe(onTheLoop(loop), loop).join())));
        return done();
    }

    @Async
    private Coroutine<String> failing() {
        throw new IllegalArgumentException("from the loop");
    }

    @Async
    Coroutine<Void> getTheFailuresOfCoroutines() {
        EventLoop loop = EventLoop.running();
        log(await(inAThread(() -> {
            try {
                return Asyncio.runCoroutineThreadsafe(failing(), loop).join();
            } catch (CompletionException thrown) {
                return "caught " + thrown.getCause().getMessage();
            }
        })));
        return done();
    }

    @Async
    private Coroutine<Void> cancelled(CompletableFuture<Void> begun, AsyncEvent ended) {
        begun.complete(null);
        try {
            await(EventLoop.running().createPromise());
        } finally {
            log("cancelled on the loop");
            ended.set();
        }
        return done();
    }

    @Async
    Coroutine<Void> mayCancelCoroutines() {
        EventLoop loop = EventLoop.running();
        AsyncEvent ended = new AsyncEvent();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        log(await(inAThread(() -> {
            CompletableFuture<Void> future = Asyncio.runCoroutineThreadsafe(cancelled(begun, ended), loop);
            begun.join();
            return future.cancel(true);
        })));
        await(ended.waitFor());
        return done();
    }

    @Async
    Coroutine<Void> keepTheOrderOfTheirCalls() {
        EventLoop loop = EventLoop.running();
        await(inAThread(() -> {
            for (int i = 0; i < 5; i++) {
                int number = i;
                loop.callSoonThreadsafe(() -> log(number));
            }
            return null;
        }));
        await(ticks(1));
        log("end");
        return done();
    }
}
