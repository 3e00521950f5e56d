package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.AsyncTimeoutException;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** Timeouts. */
final class Limits extends Twins {
    Limits(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "limits";
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static int cancelling() {
        return Objects.requireNonNull(Asyncio.currentTask()).cancelling();
    }

    @Async
    private Coroutine<String> slow(int seconds) {
        try {
            await(sleep(seconds));
        } catch (CancelledError cancelled) {
            log("slow cancelled");
            throw cancelled;
        }
        return result("value");
    }

    @Async
    Coroutine<Void> aBodyInTimeGivesItsResult() {
        await(outcome(Asyncio.timeout(seconds(2), () -> slow(1))));
        return done();
    }

    @Async
    Coroutine<Void> aBodyOutOfTimeIsCancelled() {
        await(outcome(Asyncio.timeout(seconds(1), limit -> {
            try {
                return result(await(slow(2)));
            } finally {
                log(limit.expired(), cancelling());
            }
        })));
        log(cancelling());
        return done();
    }

    @Async
    private Coroutine<Void> outerFirst() {
        try {
            await(Asyncio.timeout(seconds(1), () -> {
                try {
                    await(Asyncio.timeout(seconds(5), () -> slow(9)));
                } catch (AsyncTimeoutException inner) {
                    log("inner");
                }
                return done();
            }));
        } catch (AsyncTimeoutException outer) {
            log("outer");
        }
        return done();
    }

    @Async
    Coroutine<Void> ofNestedOnesTheOuterThatEndsFirstConverts() {
        await(outcome(outerFirst()));
        return done();
    }

    @Async
    Coroutine<Void> ofNestedOnesTheInnerThatEndsFirstConverts() {
        await(outcome(Asyncio.timeout(seconds(5), () -> {
            try {
                await(Asyncio.timeout(seconds(1), () -> slow(9)));
            } catch (AsyncTimeoutException inner) {
                log("inner");
            }
            await(sleep(1));
            return result("went on");
        })));
        return done();
    }

    @Async
    Coroutine<Void> aCancellationFromOutsideStaysOne() {
        Task<String> task = Asyncio.createTask(Asyncio.timeout(seconds(5), () -> slow(9)));
        await(ticks(1));
        task.cancel();
        await(outcome(task));
        return done();
    }

    @Async
    @SuppressWarnings("finally")
    private Coroutine<String> failingOnTheWayOut() {
        try {
            await(slow(9));
        } finally {
            throw new ArithmeticException("out");
        }
    }

    @Async
    Coroutine<Void> anotherExceptionOnTheWayOutWins() {
        await(outcome(Asyncio.timeout(seconds(1), this::failingOnTheWayOut)));
        return done();
    }

    @Async
    @SuppressWarnings("CancellationSwallowed")
    private Coroutine<Integer> swallowing() {
        await(Asyncio.timeout(seconds(1), limit -> {
            try {
                await(slow(9));
            } catch (CancelledError cancelled) {
                log("swallowed", limit.expired());
            }
            return done();
        }));
        return result(cancelling());
    }

    @Async
    Coroutine<Void> aBodyThatSwallowsItEndsNormally() {
        await(outcome(swallowing()));
        return done();
    }

    @Async
    Coroutine<Void> noTimeAtAllEndsAtTheFirstSuspension() {
        await(outcome(Asyncio.timeout(Duration.ZERO, () -> {
            log("body");
            await(Asyncio.sleep(Duration.ZERO));
            log("not here");
            return done();
        })));
        return done();
    }

    @Async
    Coroutine<Void> reschedulingMovesTheDeadline() {
        await(outcome(Asyncio.timeout(seconds(1), limit -> {
            limit.reschedule(seconds(5));
            return result(await(slow(3)));
        })));
        return done();
    }

    @Async
    Coroutine<Void> waitForGivesTheResult() {
        await(outcome(Asyncio.waitFor(slow(1), seconds(2))));
        return done();
    }

    @Async
    private Coroutine<Void> cleaning() {
        try {
            await(sleep(9));
        } finally {
            await(sleep(1));
            log("cleaned");
        }
        return done();
    }

    @Async
    Coroutine<Void> waitForWaitsForTheEndOfWhatItCancels() {
        await(outcome(Asyncio.waitFor(cleaning(), seconds(1))));
        log("told");
        return done();
    }

    @Async
    @SuppressWarnings("CancellationSwallowed")
    private static Coroutine<String> late() {
        try {
            await(sleep(9));
        } catch (CancelledError cancelled) {
            return result("late");
        }
        return result("in time");
    }

    @Async
    Coroutine<Void> waitForReturnsWhatSwallowsTheCancellation() {
        await(outcome(Asyncio.waitFor(late(), seconds(1))));
        return done();
    }

    @Async
    private Coroutine<Void> notHere() {
        log("not here");
        return done();
    }

    @Async
    Coroutine<Void> waitForWithoutTimeStartsNothing() {
        await(outcome(Asyncio.waitFor(notHere(), Duration.ZERO)));
        return done();
    }

    @Async
    private static Coroutine<Void> failing() {
        throw new ArithmeticException("fails");
    }

    @Async
    Coroutine<Void> waitForInTimeOfWhatFails() {
        await(outcome(Asyncio.waitFor(failing(), seconds(1))));
        return done();
    }
}
