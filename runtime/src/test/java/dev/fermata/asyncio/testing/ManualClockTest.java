package dev.fermata.asyncio.testing;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ManualClockTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock();
    private final EventLoop loop = clock.newLoop();
    private final List<Object> log = new ArrayList<>();

    @AfterEach
    void close() {
        loop.setExceptionHandler((own, context) -> {});
        loop.close();
    }

    // ---- jumps

    @Test
    void itJumpsToTheFirstTimer_whenEverythingIsBlocked() {
        loop.runUntilComplete(steps().awaits(Asyncio.sleep(HOUR)));

        assertThat(clock.elapsed()).isEqualTo(HOUR);
        assertThat(loop.time()).isEqualTo(1_000_000_000L + HOUR.toNanos());
    }

    @Test
    void itStandsStill_whileAnythingCanRun() {
        Steps spins = steps();
        for (int turn = 0; turn < 1000; turn++) {
            spins.turn();
        }
        loop.callLater(Duration.ofNanos(1), () -> log.add("timer"));

        loop.runUntilComplete(spins.run(() -> log.add("task")));

        assertThat(log).containsExactly("task");
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void advance_movesIt_andRunsNothing() {
        loop.callLater(HOUR, () -> log.add("due"));

        clock.advance(HOUR);

        assertThat(clock.elapsed()).isEqualTo(HOUR);
        assertThat(log).isEmpty();
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- to look at a certain time

    @Test
    void runFor_firesWhatIsDueUntilThen_eachAtItsTime() {
        for (int hour = 1; hour <= 3; hour++) {
            int it = hour;
            loop.callLater(HOUR.multipliedBy(hour), () -> log.add(it + " at " + clock.elapsed()));
        }

        clock.runFor(loop, HOUR.multipliedBy(2));

        assertThat(log).containsExactly("1 at PT1H", "2 at PT2H");
        assertThat(clock.elapsed()).isEqualTo(HOUR.multipliedBy(2));
        clock.runFor(loop, HOUR.minusNanos(1));
        assertThat(log).hasSize(2);
        clock.runFor(loop, Duration.ofNanos(1));
        assertThat(log).hasSize(3);
    }

    @Test
    void runFor_passesTheTime_alsoWithoutTimers() {
        clock.runFor(loop, HOUR);

        assertThat(clock.elapsed()).isEqualTo(HOUR);
        assertThat(loop.isRunning()).isFalse();
        assertThatThrownBy(() -> clock.runFor(loop, HOUR.negated())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runFor_endsBehindItsTime_ifACallbackTakesLonger() {
        loop.callLater(HOUR, () -> clock.advance(HOUR));

        clock.runFor(loop, HOUR);

        assertThat(clock.elapsed()).isEqualTo(HOUR.multipliedBy(2));
    }

    @Test
    void runUntilBlocked_runsAllThatCan_andNoTimePasses() {
        Promise<Object> outside = loop.createPromise();
        Task<Object> task = loop.createTask(
                steps().turn().turn().run(() -> log.add("first")).awaits(outside));
        Task<Object> sleeper = loop.createTask(steps().awaits(Asyncio.sleep(HOUR)));

        clock.runUntilBlocked(loop);
        assertThat(log).containsExactly("first");
        assertThat(task.isDone()).isFalse();
        assertThat(clock.elapsed()).isZero();

        outside.setResult(null);
        clock.runUntilBlocked(loop);
        assertThat(task.isDone()).isTrue();
        assertThat(sleeper.isDone()).isFalse();
    }

    @Test
    void afterwards_itJumpsAgain() {
        clock.runUntilBlocked(loop);

        loop.runUntilComplete(steps().awaits(Asyncio.sleep(HOUR)));

        assertThat(clock.elapsed()).isEqualTo(HOUR);
    }

    // ---- deadlocks

    @Test
    void aLoopThatWouldWaitForEver_isADeadlock_thatNamesWhoWaits() {
        Promise<Object> never = loop.createPromise();
        loop.createTask(steps("producer").turn().awaits(never), "producer");
        loop.createTask(steps("consumer").awaits(never), "consumer");

        assertThatThrownBy(loop::runForever)
                .isInstanceOf(AssertionError.class)
                .hasMessage("deadlock: nothing is ready, nothing is planned, and no other thread is at work"
                        + "\n  Task producer pending (coroutine Steps.producer, suspended at line 2)"
                        + "\n    at Steps.producer(Steps.java:2)"
                        + "\n  Task consumer pending (coroutine Steps.consumer, suspended at line 1)"
                        + "\n    at Steps.consumer(Steps.java:1)");
        assertThat(loop.isRunning()).isFalse();
    }

    // ---- other threads

    @Test
    void whileACallRunsElsewhere_timeStandsStill() throws InterruptedException {
        loop.callLater(HOUR, () -> log.add("timer"));
        CountDownLatch goOn = new CountDownLatch(1);
        Thread[] worker = new Thread[1];
        Promise<Object> call = loop.runInExecutor(
                it -> {
                    worker[0] = new Thread(it);
                    worker[0].start();
                },
                () -> {
                    goOn.await();
                    return "call";
                });
        loop.createTask(steps().awaits(call).then(log::add));
        loop.callSoon(goOn::countDown);

        clock.runFor(loop, Duration.ZERO);

        worker[0].join();
        assertThat(log).containsExactly("call");
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void aCallThatWasCancelled_isWaitedForToo_andThenTimeGoesOn() throws InterruptedException {
        loop.callLater(HOUR, () -> log.add("timer"));
        Thread[] worker = new Thread[1];
        Promise<Object> call = loop.runInExecutor(it -> worker[0] = new Thread(it), () -> log.add("called"));
        call.cancel();
        loop.callSoon(() -> worker[0].start());

        clock.runFor(loop, HOUR);

        worker[0].join();
        assertThat(log).containsExactly("timer");
    }

    @Test
    void aMessageFromAnotherThread_isTaken() throws InterruptedException {
        Thread sender = new Thread(() -> loop.callSoonThreadsafe(() -> log.add("message")));
        sender.start();
        sender.join();

        clock.runUntilBlocked(loop);

        assertThat(log).containsExactly("message");
    }
}
