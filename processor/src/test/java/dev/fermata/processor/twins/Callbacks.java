package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Handle;
import dev.fermata.asyncio.InvalidStateException;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TimerHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The twins of {@code callbacks.py}. */
@SuppressWarnings("fermata")
final class Callbacks extends Twins {
    Callbacks(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "callbacks";
    }

    private void broken() {
        throw new IllegalArgumentException("broken");
    }

    @Async
    Coroutine<Void> runInTheOrderInWhichTheyWereAdded() {
        for (int i = 0; i < 4; i++) {
            int number = i;
            EventLoop.running().callSoon(() -> log(number));
        }
        await(ticks(1));
        log("after");
        return done();
    }

    @Async
    Coroutine<Void> addedByCallbacksRunInTheNextTurn() {
        EventLoop loop = EventLoop.running();
        loop.callSoon(() -> {
            log("first");
            loop.callSoon(() -> log("added by first"));
        });
        loop.callSoon(() -> log("second"));
        await(ticks(1));
        log("one turn");
        await(ticks(1));
        log("two turns");
        return done();
    }

    @Async
    Coroutine<Void> thatAreCancelledDoNotRun() {
        Handle handle = EventLoop.running().callSoon(() -> log("never"));
        TimerHandle timer = EventLoop.running().callLater(Duration.ofMillis(10), () -> log("never"));
        handle.cancel();
        timer.cancel();
        log(handle.isCancelled(), timer.isCancelled());
        await(sleep(0.02));
        return done();
    }

    @Async
    Coroutine<Void> mayCancelEachOther() {
        EventLoop loop = EventLoop.running();
        List<Handle> handles = new ArrayList<>();
        loop.callSoon(() -> {
            log("first");
            handles.get(0).cancel();
        });
        handles.add(loop.callSoon(() -> log("second")));
        loop.callSoon(() -> log("third"));
        await(ticks(1));
        return done();
    }

    @Async
    Coroutine<Void> timedOnesRunByTime() {
        EventLoop loop = EventLoop.running();
        loop.callLater(Duration.ofMillis(30), () -> log(3));
        loop.callLater(Duration.ofMillis(10), () -> log(1));
        loop.callAt(loop.time() + Duration.ofMillis(20).toNanos(), () -> log(2));
        await(sleep(0.04));
        return done();
    }

    @Async
    Coroutine<Void> thatThrowAreReportedAndTheLoopGoesOn() {
        EventLoop loop = EventLoop.running();
        loop.setExceptionHandler((it, context) -> log("reported", context.exception()));
        loop.callSoon(this::broken);
        loop.callSoon(() -> log("next"));
        await(ticks(1));
        log("went on");
        return done();
    }

    @Async
    private Coroutine<Integer> work() {
        log("work");
        return result(7);
    }

    @Async
    Coroutine<Void> ofATaskRunInOrderAndATurnLater() {
        Task<Integer> task = Asyncio.createTask(work());
        task.addDoneCallback(it -> log("first", it.result()));
        task.addDoneCallback(it -> log("second", it.result()));
        log("awaited", await(task));
        return done();
    }

    @Async
    Coroutine<Void> thatAreRemovedDoNotRun() {
        Promise<Object> future = EventLoop.running().createPromise();
        Consumer<Promise<Object>> callback = it -> log("never");
        future.addDoneCallback(callback);
        future.addDoneCallback(callback);
        future.addDoneCallback(it -> log("other"));
        log("removed", future.removeDoneCallback(callback));
        future.setResult(null);
        await(ticks(1));
        return done();
    }

    @Async
    Coroutine<Void> ofAFutureThatIsDoneRunInTheNextTurn() {
        Promise<Object> future = EventLoop.running().createPromise();
        future.setResult("done");
        future.addDoneCallback(it -> log("callback", it.result()));
        log("added");
        await(ticks(1));
        return done();
    }

    @Async
    Coroutine<Void> ofAFutureRunWithItAsTheirArgument() {
        Promise<Object> future = EventLoop.running().createPromise();
        future.addDoneCallback(it -> log(it == future, it.isCancelled()));
        future.cancel();
        await(ticks(1));
        return done();
    }

    @Async
    Coroutine<Void> thatThrowAfterAFutureAreReported() {
        EventLoop loop = EventLoop.running();
        loop.setExceptionHandler((it, context) -> log("reported", context.exception()));
        Promise<Object> future = loop.createPromise();
        future.addDoneCallback(it -> broken());
        future.addDoneCallback(it -> log("next"));
        future.setResult(null);
        await(ticks(1));
        return done();
    }

    @Async
    Coroutine<Void> ofOtherThreadsWakeTheLoop() {
        EventLoop loop = EventLoop.running();
        Promise<Object> future = loop.createPromise();
        await(loop.runInExecutor(
                command -> new Thread(command).start(),
                () -> loop.callSoonThreadsafe(() -> future.setResult("from a thread"))));
        log(await(future));
        return done();
    }

    @Async
    Coroutine<Void> futureStates() {
        Promise<Object> future = EventLoop.running().createPromise();
        try {
            future.result();
        } catch (InvalidStateException thrown) {
            log("result", thrown.getMessage());
        }
        try {
            future.exception();
        } catch (InvalidStateException thrown) {
            log("exception", thrown.getMessage());
        }
        future.setResult(1);
        log(future.isDone(), future.isCancelled(), future.result(), future.exception(), future.cancel());
        try {
            future.setResult(2);
        } catch (InvalidStateException thrown) {
            log(thrown);
        }
        return done();
    }

    @Async
    Coroutine<Void> futureFailures() {
        Promise<Object> future = EventLoop.running().createPromise();
        future.setException(new IllegalArgumentException("bad"));
        log(future.isDone(), future.exception());
        for (int i = 0; i < 2; i++) {
            try {
                await(future);
            } catch (IllegalArgumentException thrown) {
                log("awaited", thrown);
            }
        }
        return done();
    }

    @Async
    Coroutine<Void> futureCancellation() {
        Promise<Object> future = EventLoop.running().createPromise();
        log(future.cancel("why"), future.isCancelled(), future.isDone(), future.cancel());
        try {
            await(future);
        } catch (CancelledError thrown) {
            log(thrown.getMessage());
        }
        return done();
    }
}
