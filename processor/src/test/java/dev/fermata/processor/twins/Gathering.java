package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Outcome;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.WaitOptions;
import dev.fermata.asyncio.WaitResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several at a time. */
final class Gathering extends Twins {
    Gathering(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "gathering";
    }

    @Async
    private Coroutine<String> failing(String name, int seconds, RuntimeException failure) {
        try {
            await(sleep(seconds));
        } catch (dev.fermata.CancelledError cancelled) {
            log(name, "cancelled");
            throw cancelled;
        }
        log(name, "fails");
        throw failure;
    }

    private static RuntimeException arithmetic(String name) {
        return new ArithmeticException(name);
    }

    private static RuntimeException unsupported(String name) {
        return new UnsupportedOperationException(name);
    }

    @Async
    Coroutine<Void> resultsKeepTheOrderOfTheArguments() {
        await(outcome(Asyncio.gather(work("a", 3), work("b", 1), work("c", 2))));
        return done();
    }

    @Async
    Coroutine<Void> theFirstFailureIsThrownAndTheOthersGoOn() {
        await(outcome(
                Asyncio.gather(failing("a", 1, arithmetic("a")), work("b", 2), failing("c", 3, unsupported("c")))));
        log("told");
        await(sleep(5));
        return done();
    }

    @Async
    private Coroutine<List<Object>> settled() {
        List<Object> values = new ArrayList<>();
        for (Outcome<String> outcome :
                await(Asyncio.gatherSettled(List.of(failing("a", 2, arithmetic("a")), work("b", 1))))) {
            values.add(
                    outcome instanceof Outcome.Success<String> success
                            ? success.value()
                            : ((Outcome.Failure<String>) outcome).exception());
        }
        return result(values);
    }

    @Async
    Coroutine<Void> failuresAsValues() {
        await(outcome(settled()));
        return done();
    }

    @Async
    Coroutine<Void> aCancelledChildLeavesItsSiblingsAlone() {
        Task<String> a = Asyncio.createTask(work("a", 1));
        Task<String> b = Asyncio.createTask(work("b", 2));
        Task<List<String>> gathering = Asyncio.createTask(Asyncio.gather(a, b));
        await(ticks(1));
        a.cancel();
        await(outcome(gathering));
        await(outcome(b));
        return done();
    }

    @Async
    Coroutine<Void> cancellingItCancelsAll() {
        Task<List<String>> task = Asyncio.createTask(Asyncio.gather(work("a", 1), work("b", 2)));
        await(ticks(2));
        task.cancel();
        await(outcome(task));
        return done();
    }

    @Async
    Coroutine<Void> nothingGivesAnEmptyList() {
        await(outcome(Asyncio.gather(List.of())));
        return done();
    }

    @Async
    Coroutine<Void> oneThatIsGivenTwiceAppearsTwice() {
        Task<String> a = Asyncio.createTask(work("a", 1));
        await(outcome(Asyncio.gather(a, a)));
        return done();
    }

    @Async
    Coroutine<Void> gathersNest() {
        await(outcome(Asyncio.gather(Asyncio.gather(work("a", 2), work("b", 1)), Asyncio.gather(work("c", 1)))));
        return done();
    }

    @Async
    Coroutine<Void> waitGivesWhatIsDoneFirst() {
        List<Task<String>> tasks = List.of(Asyncio.createTask(work("a", 2)), Asyncio.createTask(work("b", 1)));
        WaitResult<String> waited = await(Asyncio.wait(tasks, WaitOptions.firstCompleted()));
        List<String> results = new ArrayList<>();
        for (Promise<String> ended : waited.done()) {
            results.add(ended.result());
        }
        log(waited.done().size(), waited.pending().size(), results);
        await(Asyncio.wait(tasks, WaitOptions.allCompleted()));
        return done();
    }

    @Async
    Coroutine<Void> waitStopsAtTheFirstException() {
        List<Task<String>> tasks =
                List.of(Asyncio.createTask(work("a", 3)), Asyncio.createTask(failing("b", 1, unsupported("b"))));
        WaitResult<String> waited = await(Asyncio.wait(tasks, WaitOptions.firstException()));
        log(waited.done().size(), waited.pending().size(), tasks.get(1).exception());
        await(tasks.get(0));
        return done();
    }

    @Async
    Coroutine<Void> waitRunsOutOfTimeAndCancelsNothing() {
        List<Task<String>> tasks = List.of(Asyncio.createTask(work("a", 3)), Asyncio.createTask(work("b", 1)));
        WaitResult<String> waited =
                await(Asyncio.wait(tasks, WaitOptions.allCompleted().within(Duration.ofSeconds(2))));
        log(waited.done().size(), waited.pending().size());
        await(tasks.get(0));
        return done();
    }

    @Async
    Coroutine<Void> cancellingWaitLeavesTheTasksRunning() {
        Task<String> inner = Asyncio.createTask(work("a", 3));
        Task<?> task = Asyncio.createTask(Asyncio.wait(List.of(inner), WaitOptions.allCompleted()));
        await(ticks(2));
        task.cancel();
        await(outcome(task));
        await(outcome(inner));
        return done();
    }

    @Async
    Coroutine<Void> asCompletedGivesThemAsTheyEnd() {
        List<Task<String>> tasks = new ArrayList<>();
        tasks.add(Asyncio.createTask(work("a", 3)));
        tasks.add(Asyncio.createTask(work("b", 1)));
        tasks.add(Asyncio.createTask(work("c", 2)));
        for (Task<String> task : Asyncio.asCompleted(tasks)) {
            log("got", await(task));
        }
        return done();
    }

    @Async
    private Coroutine<String> shielding(Task<String> inner) {
        return result(await(Asyncio.shield(inner)));
    }

    @Async
    Coroutine<Void> aShieldKeepsTheInsideRunning() {
        Task<String> inner = Asyncio.createTask(work("inner", 2));
        Task<String> task = Asyncio.createTask(shielding(inner));
        await(ticks(2));
        task.cancel();
        await(outcome(task));
        await(outcome(inner));
        return done();
    }

    @Async
    Coroutine<Void> aCancelledInsideComesOutOfAShield() {
        Task<String> inner = Asyncio.createTask(work("inner", 2));
        Task<String> task = Asyncio.createTask(shielding(inner));
        await(ticks(2));
        inner.cancel();
        await(outcome(task));
        log(task.isCancelled());
        return done();
    }

    @Async
    Coroutine<Void> aFailureBehindACancelledShieldIsTold() {
        Task<String> inner = Asyncio.createTask(failing("inner", 2, arithmetic("inner")));
        Task<String> task = Asyncio.createTask(shielding(inner));
        await(ticks(2));
        task.cancel();
        await(outcome(task));
        await(sleep(3));
        log("slept");
        return done();
    }
}
