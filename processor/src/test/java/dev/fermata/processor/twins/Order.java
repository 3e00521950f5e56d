package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Handle;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** In which order things run. */
final class Order extends Twins {
    Order(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "order";
    }

    @Async
    Coroutine<Void> callSoonIsFirstInFirstOut() {
        for (int i = 0; i < 3; i++) {
            int number = i;
            loop().callSoon(() -> log("callback", number));
        }
        log("before");
        await(ticks(1));
        log("after");
        return done();
    }

    @Async
    Coroutine<Void> whatACallbackAddsRunsInTheNextTurn() {
        loop().callSoon(() -> {
            log("first");
            loop().callSoon(() -> log("third"));
        });
        loop().callSoon(() -> log("second"));
        await(ticks(1));
        log("turn");
        await(ticks(1));
        return done();
    }

    @Async
    private Coroutine<Void> starting(String name) {
        log(name, "starts");
        await(ticks(1));
        log(name, "ends");
        return done();
    }

    @Async
    Coroutine<Void> tasksStartInTheOrderInWhichTheyAreMade() {
        List<Task<Void>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            tasks.add(Asyncio.createTask(starting(name)));
        }
        log("made");
        for (Task<Void> task : tasks) {
            await(task);
        }
        return done();
    }

    @Async
    private Coroutine<Void> sleeping(int seconds) {
        await(sleep(seconds));
        log("slept", seconds);
        return done();
    }

    @Async
    Coroutine<Void> sleepersWakeByTime() {
        List<Task<Void>> tasks = new ArrayList<>();
        for (int seconds : new int[] {3, 1, 2}) {
            tasks.add(Asyncio.createTask(sleeping(seconds)));
        }
        for (Task<Void> task : tasks) {
            await(task);
        }
        return done();
    }

    @Async
    private Coroutine<Void> counting(String name) {
        for (int i = 0; i < 3; i++) {
            log(name, i);
            await(Asyncio.sleep(Duration.ZERO));
        }
        return done();
    }

    @Async
    Coroutine<Void> aSleepOfNothingIsOneTurn() {
        Task<Void> a = Asyncio.createTask(counting("a"));
        Task<Void> b = Asyncio.createTask(counting("b"));
        await(a);
        await(b);
        return done();
    }

    @Async
    Coroutine<Void> timersThatAreDueRunBehindWhatIsReady() {
        loop().callLater(Duration.ofSeconds(1), () -> log("timer"));
        await(sleep(0.5));
        loop().callLater(Duration.ofMillis(500), () -> log("later timer"));
        loop().callSoon(() -> log("ready"));
        await(sleep(1));
        return done();
    }

    @Async
    Coroutine<Void> aCancelledTimerDoesNotFire() {
        Handle handle = loop().callLater(Duration.ofSeconds(1), () -> log("cancelled timer"));
        loop().callLater(Duration.ofSeconds(2), () -> log("timer"));
        handle.cancel();
        log(handle.isCancelled());
        await(sleep(3));
        return done();
    }

    @Async
    private Coroutine<Integer> inner() {
        log("inner");
        return result(1);
    }

    @Async
    Coroutine<Void> anAwaitOfACoroutineTakesNoTurn() {
        loop().callSoon(() -> log("callback"));
        log(await(inner()));
        await(ticks(1));
        return done();
    }

    @Async
    private Coroutine<Void> logging(String text) {
        log(text);
        return done();
    }

    @Async
    Coroutine<Void> whoAwaitsATaskGoesOnInTheTurnAfterItsEnd() {
        Task<Void> task = Asyncio.createTask(logging("work"));
        task.addDoneCallback(ended -> log("callback"));
        loop().callSoon(() -> loop().callSoon(() -> log("next turn")));
        await(task);
        log("awaited");
        await(ticks(2));
        return done();
    }

    @Async
    Coroutine<Void> callbacksOfAPromiseRunInLaterTurns() {
        Promise<Integer> promise = loop().createPromise();
        promise.addDoneCallback(ended -> log("first", ended.result()));
        promise.addDoneCallback(ended -> log("second"));
        promise.setResult(7);
        log("set");
        await(ticks(1));
        promise.addDoneCallback(ended -> log("late"));
        log("added");
        await(ticks(1));
        return done();
    }

    @Async
    Coroutine<Void> anExceptionOfACallbackDoesNotStopTheLoop() {
        loop().callSoon(() -> {
            throw new ArithmeticException("bad");
        });
        loop().callSoon(() -> log("next"));
        await(ticks(1));
        log("goes on");
        return done();
    }
}
