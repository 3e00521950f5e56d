package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The twins of {@code tasks.py}. */
@SuppressWarnings("fermata")
final class Tasks extends Twins {
    private static final Duration LONG = Duration.ofSeconds(10);

    Tasks(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "tasks";
    }

    @Async
    private Coroutine<Void> logging(String name) {
        log(name);
        return done();
    }

    @Async
    Coroutine<Void> beginInTheNextTurnInOrderOfCreation() {
        List<Task<Void>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            tasks.add(Asyncio.createTask(logging(name)));
        }
        log("created");
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
    Coroutine<Void> interleaveAtTheirAwaits() {
        await(Asyncio.gather(counting("a"), counting("b")));
        return done();
    }

    @Async
    private Coroutine<Integer> once() {
        log("runs once");
        return result(5);
    }

    @Async
    Coroutine<Void> canBeAwaitedMoreThanOnce() {
        Task<Integer> task = Asyncio.createTask(once());
        log(await(task), await(task));
        return done();
    }

    @Async
    private Coroutine<String> resultAfterTurns(int count) {
        await(ticks(count));
        return result("result");
    }

    @Async
    private Coroutine<Void> waiting(String name, Task<?> task) {
        log(name, await(task));
        return done();
    }

    @Async
    Coroutine<Void> areAwaitedBySeveralInOrder() {
        Task<String> task = Asyncio.createTask(resultAfterTurns(2));
        await(Asyncio.gather(waiting("a", task), waiting("b", task), waiting("c", task)));
        return done();
    }

    @Async
    private Coroutine<Void> failing(String message) {
        throw new IllegalArgumentException(message);
    }

    @Async
    Coroutine<Void> thatFailThrowWhereTheyAreAwaited() {
        Task<Void> task = Asyncio.createTask(failing("failed"));
        await(ticks(1));
        log(task.isDone(), task.exception());
        try {
            await(task);
        } catch (IllegalArgumentException thrown) {
            log("caught", thrown);
        }
        return done();
    }

    @Async
    private Coroutine<Void> introspecting(Task<?>[] own) {
        log(Asyncio.currentTask().name(), Asyncio.currentTask() == own[0]);
        await(Asyncio.sleep(Duration.ZERO));
        log(Asyncio.currentTask() == own[0]);
        return done();
    }

    @Async
    Coroutine<Void> knowThemselves() {
        Task<?>[] own = new Task<?>[1];
        own[0] = Asyncio.createTask(introspecting(own), "worker");
        Task<?> main = Asyncio.currentTask();
        await(own[0]);
        log(Asyncio.currentTask() == main);
        return done();
    }

    @Async
    Coroutine<Void> areListedUntilTheyAreDone() {
        Task<Void> one = Asyncio.createTask(ticks(1));
        Task<Void> two = Asyncio.createTask(ticks(3));
        log(Asyncio.allTasks().size());
        await(one);
        log(
                Asyncio.allTasks().size(),
                Asyncio.allTasks().contains(one),
                Asyncio.allTasks().contains(two));
        await(two);
        log(Asyncio.allTasks().size());
        return done();
    }

    @Async
    private Coroutine<String> own() {
        return result("own");
    }

    @Async
    Coroutine<Void> refuseAnOutcomeFromOutside() {
        Task<String> task = Asyncio.createTask(own());
        List<Runnable> calls =
                List.of(() -> task.setResult("other"), () -> task.setException(new IllegalArgumentException()));
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (IllegalStateException thrown) {
                log(thrown);
            }
        }
        log(await(task));
        return done();
    }

    @Async
    Coroutine<Void> thatNeverBeginAreCancelledWithoutRunning() {
        Task<Void> task = Asyncio.createTask(logging("never"));
        log(task.cancel(), task.isCancelled());
        try {
            await(task);
        } catch (CancelledError thrown) {
            log("cancelled", task.isCancelled());
        }
        return done();
    }

    @Async
    private Coroutine<Void> inner() {
        try {
            await(Asyncio.sleep(LONG));
        } finally {
            log("inner finally");
        }
        return done();
    }

    @Async
    private Coroutine<Void> outer() {
        try {
            await(inner());
        } catch (CancelledError thrown) {
            log("outer", thrown.getMessage());
            throw thrown;
        }
        return done();
    }

    @Async
    Coroutine<Void> areCancelledWhereTheyWait() {
        Task<Void> task = Asyncio.createTask(outer());
        await(ticks(1));
        task.cancel("enough");
        log("requested", task.isCancelled());
        try {
            await(task);
        } catch (CancelledError thrown) {
            log("main", thrown.getMessage(), task.isCancelled());
        }
        return done();
    }

    @Async
    private Coroutine<String> refusing() {
        try {
            await(Asyncio.sleep(LONG));
        } catch (CancelledError thrown) {
            log("refused");
        }
        await(Asyncio.sleep(Duration.ZERO));
        return result("result");
    }

    @Async
    Coroutine<Void> mayRefuseToBeCancelled() {
        Task<String> task = Asyncio.createTask(refusing());
        await(ticks(1));
        task.cancel();
        log(await(task), task.isCancelled(), task.cancelling());
        return done();
    }

    @Async
    private Coroutine<String> refusingTwice() {
        for (int i = 0; i < 2; i++) {
            try {
                await(Asyncio.sleep(LONG));
            } catch (CancelledError thrown) {
                log("got", thrown.getMessage());
            }
        }
        return result("end");
    }

    @Async
    Coroutine<Void> thatAreCancelledTwiceGetItTwice() {
        Task<String> task = Asyncio.createTask(refusingTwice());
        await(ticks(1));
        task.cancel("first");
        await(ticks(1));
        task.cancel("second");
        log(await(task), task.cancelling());
        return done();
    }

    @Async
    private Coroutine<Void> refusingOnce() {
        try {
            await(Asyncio.sleep(LONG));
        } catch (CancelledError thrown) {
            log("got one");
        }
        await(Asyncio.sleep(Duration.ZERO));
        log("goes on");
        return done();
    }

    @Async
    Coroutine<Void> requestsBeforeTheFirstIsDeliveredAreOne() {
        Task<Void> task = Asyncio.createTask(refusingOnce());
        await(ticks(1));
        log(task.cancel(), task.cancel(), task.cancelling());
        await(task);
        return done();
    }

    @Async
    private Coroutine<Void> withdrawing() {
        try {
            await(Asyncio.sleep(LONG));
        } catch (CancelledError thrown) {
            // counted below
        }
        Task<?> own = Asyncio.currentTask();
        log(own.cancelling(), own.uncancel(), own.uncancel(), own.cancelling());
        return done();
    }

    @Async
    Coroutine<Void> countRequestsAndWithdrawals() {
        Task<Void> task = Asyncio.createTask(withdrawing());
        await(ticks(1));
        task.cancel();
        task.cancel();
        await(task);
        return done();
    }

    @Async
    private Coroutine<Void> leaf() {
        try {
            await(Asyncio.sleep(LONG));
        } catch (CancelledError thrown) {
            log("leaf");
            throw thrown;
        }
        return done();
    }

    @Async
    private Coroutine<Void> middle(Task<?> task) {
        try {
            await(task);
        } catch (CancelledError thrown) {
            log("middle");
            throw thrown;
        }
        return done();
    }

    @Async
    Coroutine<Void> passCancellationOnToWhatTheyAwait() {
        Task<Void> inner = Asyncio.createTask(leaf());
        Task<Void> outer = Asyncio.createTask(middle(inner));
        await(ticks(2));
        outer.cancel();
        try {
            await(outer);
        } catch (CancelledError thrown) {
            log("main", inner.isCancelled(), outer.isCancelled());
        }
        return done();
    }

    @Async
    private Coroutine<String> surviving(Task<?> task) {
        try {
            await(task);
        } catch (CancelledError thrown) {
            log("its error", Asyncio.currentTask().cancelling());
        }
        return result("went on");
    }

    @Async
    Coroutine<Void> awaitingACancelledOneGetTheErrorAndAreNotCancelled() {
        Task<Void> inner = Asyncio.createTask(Asyncio.sleep(LONG));
        Task<String> outer = Asyncio.createTask(surviving(inner));
        await(ticks(2));
        inner.cancel();
        log(await(outer));
        return done();
    }

    @Async
    private Coroutine<Void> cancellingItself() {
        Asyncio.currentTask().cancel("self");
        log("still running");
        try {
            await(Asyncio.sleep(Duration.ZERO));
        } catch (CancelledError thrown) {
            log(thrown.getMessage());
            throw thrown;
        }
        return done();
    }

    @Async
    Coroutine<Void> mayCancelThemselves() {
        Task<Void> task = Asyncio.createTask(cancellingItself());
        try {
            await(task);
        } catch (CancelledError thrown) {
            log(task.isCancelled());
        }
        return done();
    }

    @Async
    private Coroutine<String> cancellingItselfAndEnding() {
        Asyncio.currentTask().cancel();
        return result("lost");
    }

    @Async
    Coroutine<Void> thatCancelThemselvesAndEndAreCancelled() {
        Task<String> task = Asyncio.createTask(cancellingItselfAndEnding());
        try {
            log(await(task));
        } catch (CancelledError thrown) {
            log("cancelled");
        }
        return done();
    }

    @Async
    private Coroutine<Integer> one() {
        return result(1);
    }

    @Async
    Coroutine<Void> thatAreDoneCannotBeCancelled() {
        Task<Integer> task = Asyncio.createTask(one());
        await(task);
        log(task.cancel(), task.isCancelled(), task.result());
        return done();
    }

    @Async
    private Coroutine<Void> cleaningUp() {
        try {
            await(Asyncio.sleep(LONG));
        } finally {
            await(Asyncio.sleep(Duration.ZERO));
            log("cleaned up");
        }
        return done();
    }

    @Async
    Coroutine<Void> cleanUpWithAwaits() {
        Task<Void> task = Asyncio.createTask(cleaningUp());
        await(ticks(1));
        task.cancel();
        try {
            await(task);
        } catch (CancelledError thrown) {
            log("cancelled");
        }
        return done();
    }

    @Async
    @SuppressWarnings("finally")
    private Coroutine<Void> failingToCleanUp() {
        try {
            await(Asyncio.sleep(LONG));
        } finally {
            throw new IllegalArgumentException("while cleaning up");
        }
    }

    @Async
    Coroutine<Void> whoseCleanUpFailsFail() {
        Task<Void> task = Asyncio.createTask(failingToCleanUp());
        await(ticks(1));
        task.cancel();
        try {
            await(task);
        } catch (IllegalArgumentException thrown) {
            log(thrown, task.isCancelled());
        }
        return done();
    }

    @Async
    private Coroutine<Object> outcomeOf(Promise<Object> promise) {
        return result(await(promise));
    }

    @Async
    Coroutine<Void> thatReturnWhileCancelledAtTheSameTimeAreCancelled() {
        Promise<Object> future = EventLoop.running().createPromise();
        Task<Object> task = Asyncio.createTask(outcomeOf(future));
        await(ticks(1));
        future.setResult("result");
        task.cancel();
        try {
            log(await(task));
        } catch (CancelledError thrown) {
            log("cancelled", future.isCancelled());
        }
        return done();
    }

    @Async
    private Coroutine<Void> awaitingItself(Task<?>[] own) {
        try {
            await(own[0]);
        } catch (IllegalStateException thrown) {
            log(thrown);
        }
        return done();
    }

    @Async
    Coroutine<Void> cannotAwaitThemselves() {
        Task<?>[] own = new Task<?>[1];
        own[0] = Asyncio.createTask(awaitingItself(own));
        await(own[0]);
        return done();
    }

    private int number(Task<?> task) {
        return Integer.parseInt(task.name().substring("Task-".length()));
    }

    @Async
    Coroutine<Void> namedByDefaultByNumber() {
        Task<String> one = Asyncio.createTask(own());
        Task<String> two = Asyncio.createTask(own());
        log(number(two) - number(one));
        two.setName("other");
        log(two.name());
        await(Asyncio.gather(one, two));
        return done();
    }

    @Async
    Coroutine<Void> thatFailUnseenAreReported() {
        EventLoop.running().setExceptionHandler((loop, context) -> log(context.message(), context.exception()));
        Asyncio.createTask(failing("unseen"));
        await(ticks(2));
        await(sleep(0.01));
        log("end");
        return done();
    }

    @Async
    private Coroutine<Integer> eager(int count) {
        log("begins", Asyncio.currentTask().name());
        await(ticks(count));
        log("ends");
        return result(count);
    }

    @Async
    Coroutine<Void> eagerOnesRunTheirFirstStepAtOnce() {
        Task<Integer> eager = Asyncio.createTask(
                eager(1), TaskOptions.defaults().withName("eager").eager());
        log("made", eager.isDone());
        log(await(eager));
        Task<Integer> quick = Asyncio.createTask(
                eager(0), TaskOptions.defaults().withName("quick").eager());
        log(quick.isDone(), quick.result(), Asyncio.currentTask().name().equals("quick"));
        return done();
    }
}
