package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.asyncio.AsyncTimeoutException;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** Task groups. */
final class Groups extends Twins {
    Groups(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "groups";
    }

    @Async
    private Coroutine<String> failing(String name, int seconds) {
        await(sleep(seconds));
        throw new ArithmeticException(name);
    }

    /** Fails when it is cancelled. */
    @Async
    @SuppressWarnings({"finally", "CancellationSwallowed"})
    private static Coroutine<Void> stubborn() {
        try {
            await(sleep(9));
        } finally {
            throw new UnsupportedOperationException("child");
        }
    }

    @Async
    Coroutine<Void> itWaitsForAllItsChildren() {
        await(outcome(TaskGroup.run(group -> {
            Task<String> a = group.createTask(work("a", 2));
            Task<String> b = group.createTask(work("b", 1));
            log("body ends");
            return result(a.isDone() || b.isDone() ? "some" : "all");
        })));
        return done();
    }

    @Async
    Coroutine<Void> aFailureCancelsTheSiblingsAndTheBody() {
        await(outcome(TaskGroup.run(group -> {
            group.createTask(failing("a", 1));
            group.createTask(work("b", 5));
            return result(await(work("body", 9)));
        })));
        log(Objects.requireNonNull(Asyncio.currentTask()).cancelling());
        return done();
    }

    @Async
    Coroutine<Void> aFailureAfterTheBodyCancelsTheSiblings() {
        await(outcome(TaskGroup.run(group -> {
            group.createTask(failing("a", 1));
            group.createTask(work("b", 5));
            return done();
        })));
        return done();
    }

    @Async
    Coroutine<Void> theExceptionOfTheBodyJoinsThoseOfTheChildren() {
        await(outcome(TaskGroup.run(group -> {
            group.createTask(stubborn());
            await(ticks(1));
            throw new ArithmeticException("body");
        })));
        return done();
    }

    @Async
    Coroutine<Void> aChildThatIsCancelledIsNoFailure() {
        await(outcome(TaskGroup.run(group -> {
            Task<String> a = group.createTask(work("a", 2));
            group.createTask(work("b", 1));
            await(ticks(1));
            a.cancel();
            return result("all");
        })));
        return done();
    }

    @Async
    Coroutine<Void> aCancellationFromOutsideCancelsTheChildren() {
        Task<String> task = Asyncio.createTask(TaskGroup.run(group -> {
            group.createTask(work("a", 2));
            return result(await(work("body", 9)));
        }));
        await(ticks(2));
        task.cancel();
        await(outcome(task));
        log(task.cancelling());
        return done();
    }

    @Async
    private Coroutine<Void> groupThatFailsWhenCancelled() {
        try {
            await(TaskGroup.run(group -> {
                group.createTask(stubborn());
                await(sleep(9));
                return done();
            }));
        } catch (ExceptionGroup failures) {
            log("caught", failures);
        }
        await(Asyncio.sleep(Duration.ZERO));
        log("not here");
        return done();
    }

    @Async
    Coroutine<Void> aCancellationAndAFailureAreTheFailureAndTheCancellationComesAgain() {
        Task<Void> task = Asyncio.createTask(groupThatFailsWhenCancelled());
        await(ticks(2));
        task.cancel();
        await(outcome(task));
        return done();
    }

    @Async
    private Coroutine<Void> inner() {
        await(TaskGroup.run(group -> {
            group.createTask(failing("a", 1));
            return done();
        }));
        return done();
    }

    @Async
    Coroutine<Void> groupsNest() {
        await(outcome(TaskGroup.run(group -> {
            group.createTask(inner());
            group.createTask(work("b", 9));
            return done();
        })));
        return done();
    }

    @Async
    private Coroutine<Void> child(TaskGroup group, int depth) {
        log("child", depth);
        if (depth > 0) {
            group.createTask(child(group, depth - 1));
        }
        return done();
    }

    @Async
    Coroutine<Void> childrenMayAddChildren() {
        await(outcome(TaskGroup.run(group -> {
            group.createTask(child(group, 2));
            return result("all");
        })));
        return done();
    }

    @Async
    Coroutine<Void> afterAFailureItTakesNoChildren() {
        await(outcome(TaskGroup.run(group -> {
            group.createTask(failing("a", 1));
            try {
                await(sleep(9));
            } finally {
                try {
                    group.createTask(work("late", 1));
                } catch (IllegalStateException refused) {
                    log("refused", refused);
                }
            }
            return done();
        })));
        return done();
    }

    @Async
    Coroutine<Void> aTimeoutAroundItCancelsAll() {
        await(outcome(Asyncio.timeout(
                Duration.ofSeconds(1),
                () -> TaskGroup.run(group -> {
                    group.createTask(work("child", 5));
                    group.createTask(work("child", 5));
                    return done();
                }))));
        return done();
    }

    @Async
    Coroutine<Void> aTimeoutWithinItLeavesItAlone() {
        await(outcome(TaskGroup.run(group -> {
            group.createTask(work("a", 3));
            try {
                await(Asyncio.timeout(Duration.ofSeconds(1), () -> sleep(9)));
            } catch (AsyncTimeoutException timeout) {
                log("timeout");
            }
            return result("all");
        })));
        return done();
    }
}
