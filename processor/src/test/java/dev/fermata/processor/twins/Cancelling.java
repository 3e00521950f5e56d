package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.function.Consumer;

/** What a cancellation does. */
final class Cancelling extends Twins {
    Cancelling(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "cancelling";
    }

    @Async
    private Coroutine<Void> sleeper(String name) {
        try {
            log(name, "sleeps");
            await(sleep(10));
            log(name, "slept");
        } catch (CancelledError cancelled) {
            log(name, "cancelled");
            throw cancelled;
        } finally {
            log(name, "finally");
        }
        return done();
    }

    @Async
    Coroutine<Void> beforeTheFirstStepNothingRuns() {
        Task<Void> task = Asyncio.createTask(sleeper("a"));
        log(task.cancel());
        await(outcome(task));
        log(task.isCancelled());
        return done();
    }

    @Async
    Coroutine<Void> whileItSleeps() {
        Task<Void> task = Asyncio.createTask(sleeper("a"));
        await(ticks(1));
        log(task.cancel(), task.isDone());
        await(outcome(task));
        log(task.isCancelled(), task.cancelling());
        return done();
    }

    @Async
    @SuppressWarnings("CancellationSwallowed")
    private Coroutine<String> stubborn() {
        try {
            await(sleep(10));
        } catch (CancelledError cancelled) {
            log("swallowed");
        }
        await(sleep(1));
        return result("ended");
    }

    @Async
    Coroutine<Void> oneThatSwallowsItGoesOn() {
        Task<String> task = Asyncio.createTask(stubborn());
        await(ticks(1));
        task.cancel();
        await(outcome(task));
        log(task.isCancelled(), task.cancelling());
        return done();
    }

    @Async
    private Coroutine<Void> cleaning() {
        try {
            await(sleep(10));
        } finally {
            log("cleaning");
            await(sleep(1));
            log("cleaned");
        }
        return done();
    }

    @Async
    Coroutine<Void> finallyMayAwait() {
        Task<Void> task = Asyncio.createTask(cleaning());
        await(ticks(1));
        task.cancel();
        await(outcome(task));
        return done();
    }

    @Async
    @SuppressWarnings("CancellationSwallowed")
    private Coroutine<Void> cleaningTwice() {
        try {
            await(sleep(10));
        } finally {
            try {
                await(sleep(10));
            } catch (CancelledError cancelled) {
                log("again");
            }
        }
        return done();
    }

    @Async
    Coroutine<Void> aSecondOneInterruptsTheFinallyBlock() {
        Task<Void> task = Asyncio.createTask(cleaningTwice());
        await(ticks(1));
        task.cancel();
        await(ticks(1));
        task.cancel();
        await(outcome(task));
        log(task.cancelling());
        return done();
    }

    @Async
    private Coroutine<Void> outer(Task<Void> inner) {
        try {
            await(inner);
        } catch (CancelledError cancelled) {
            log("outer cancelled");
            throw cancelled;
        }
        return done();
    }

    @Async
    Coroutine<Void> itReachesThroughAwaitedTasks() {
        Task<Void> inner = Asyncio.createTask(sleeper("inner"));
        Task<Void> task = Asyncio.createTask(outer(inner));
        await(ticks(2));
        task.cancel();
        await(outcome(task));
        log(inner.isCancelled(), task.isCancelled());
        return done();
    }

    private static void cancelCurrentTask() {
        java.util.Objects.requireNonNull(Asyncio.currentTask()).cancel();
    }

    @Async
    private Coroutine<Void> cancellingItself() {
        cancelCurrentTask();
        log("still here");
        try {
            await(Asyncio.sleep(Duration.ZERO));
            log("not here");
        } catch (CancelledError cancelled) {
            log("at the sleep");
            throw cancelled;
        }
        return done();
    }

    @Async
    Coroutine<Void> aRunningTaskGetsItAtItsNextSuspension() {
        await(outcome(Asyncio.createTask(cancellingItself())));
        return done();
    }

    @Async
    private Coroutine<String> cancellingItselfAtTheEnd() {
        cancelCurrentTask();
        return result("value");
    }

    @Async
    Coroutine<Void> aRunningTaskThatEndsFirstEndsCancelled() {
        await(outcome(Asyncio.createTask(cancellingItselfAtTheEnd())));
        return done();
    }

    @Async
    private Coroutine<Void> getting(Promise<Integer> promise) {
        log("got", await(promise));
        return done();
    }

    @Async
    Coroutine<Void> itWinsOverAResultOfTheSameTurn() {
        Promise<Integer> promise = loop().createPromise();
        Task<Void> task = Asyncio.createTask(getting(promise));
        await(ticks(1));
        promise.setResult(1);
        log(task.cancel());
        await(outcome(task));
        return done();
    }

    @Async
    private Coroutine<String> withdrawing() {
        Task<?> task = java.util.Objects.requireNonNull(Asyncio.currentTask());
        task.cancel();
        log(task.cancelling(), task.uncancel());
        await(Asyncio.sleep(Duration.ZERO));
        return result("went on");
    }

    @Async
    Coroutine<Void> uncancelWithdrawsOneThatWasNotDelivered() {
        await(outcome(Asyncio.createTask(withdrawing())));
        return done();
    }

    @Async
    private Coroutine<Void> telling() {
        try {
            await(sleep(10));
        } catch (CancelledError cancelled) {
            log(cancelled.message());
            throw cancelled;
        }
        return done();
    }

    @Async
    Coroutine<Void> theMessageReachesTheAwait() {
        Task<Void> task = Asyncio.createTask(telling());
        await(ticks(1));
        task.cancel("enough");
        await(outcome(task));
        return done();
    }

    @Async
    @SuppressWarnings({"finally", "CancellationSwallowed"})
    private Coroutine<Void> failingInstead() {
        try {
            await(sleep(10));
        } finally {
            throw new ArithmeticException("instead");
        }
    }

    @Async
    Coroutine<Void> whatIsThrownInsteadIsTheOutcome() {
        Task<Void> task = Asyncio.createTask(failingInstead());
        await(ticks(1));
        task.cancel();
        await(outcome(task));
        log(task.isCancelled());
        return done();
    }

    @Async
    @SuppressWarnings("CancellationSwallowed")
    private Coroutine<String> goingOn(Promise<Integer> promise) {
        try {
            await(promise);
        } catch (CancelledError cancelled) {
            log(
                    "cancelled",
                    java.util.Objects.requireNonNull(Asyncio.currentTask()).cancelling());
            return result("went on");
        }
        return result("not cancelled");
    }

    @Async
    Coroutine<Void> aCancelledPromiseCancelsWhoAwaitsIt() {
        Promise<Integer> promise = loop().createPromise();
        Task<String> task = Asyncio.createTask(goingOn(promise));
        await(ticks(1));
        promise.cancel();
        await(outcome(task));
        return done();
    }

    @Async
    private static Coroutine<Integer> one() {
        return result(1);
    }

    @Async
    Coroutine<Void> whatIsDoneCannotBeCancelled() {
        Task<Integer> task = Asyncio.createTask(one());
        await(task);
        log(task.cancel(), task.isCancelled(), task.result());
        return done();
    }

    @Async
    Coroutine<Void> runCancelsWhatIsLeft() {
        Task<Void> first = Asyncio.createTask(sleeper("one"));
        Task<Void> second = Asyncio.createTask(sleeper("one"));
        await(ticks(1));
        log("main ends");
        if (first.isDone() || second.isDone()) {
            log("too early");
        }
        return done();
    }
}
