package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of callbacks that take too long. Time is moved by hand, and the test looks in the watchdog's place. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SlowCallbacksTest {
    private static final long LIMIT = Duration.ofMillis(100).toNanos();

    private final ManualClock clock = new ManualClock();
    private final BaseEventLoop loop = new BaseEventLoop(clock);
    private final SlowCallbacks slow = loop.slow();
    private LogRecorder recorder;

    @BeforeEach
    void record() {
        recorder = new LogRecorder();
    }

    @AfterEach
    void close() {
        recorder.close();
        loop.close();
    }

    // ---- afterwards

    /** Statement 76; CPython: test_base_events.BaseEventLoopWithSelectorTests.test_log_slow_callbacks. */
    @Test
    void inDebugMode_aStepThatTook100Milliseconds_isLogged() {
        loop.setDebug(true);
        loop.createTask(steps().run(() -> clock.advance(Duration.ofMillis(99))), "quick");
        loop.createTask(steps().run(() -> clock.advance(Duration.ofMillis(100))), "slow");

        turn();

        assertThat(texts())
                .containsExactly(
                        "Task slow finished, result=null (coroutine Steps.steps, closed) took 100 ms; every other "
                                + "task of <EventLoop running=true closed=false debug=true> waited");
    }

    /** Statement 76. */
    @Test
    void inDebugMode_aCallbackThatFails_isTimedToo() {
        loop.setExceptionHandler((own, context) -> {});
        loop.setDebug(true);
        loop.callSoon(() -> {
            clock.advance(Duration.ofSeconds(1));
            throw new IllegalStateException("callback");
        });

        turn();

        assertThat(texts())
                .singleElement()
                .asString()
                .startsWith("a lambda of " + SlowCallbacksTest.class.getName() + " took 1000 ms");
    }

    /** Statement 76: asyncio's slow_callback_duration. */
    @Test
    void theLimit_canBeSet_andHoldsWithoutDebugMode() {
        loop.setSlowCallbackDuration(Duration.ofMillis(20));
        loop.callSoon(() -> clock.advance(Duration.ofMillis(20)));
        loop.callSoon(() -> clock.advance(Duration.ofMillis(19)));

        turn();

        assertThat(texts()).singleElement().asString().contains(" took 20 ms");
    }

    /** Statement 76: without debug mode and without a limit nothing is watched. */
    @Test
    void withoutDebugMode_andWithoutALimit_nothingIsWatched() {
        loop.setDebug(true);
        loop.setDebug(false);
        loop.callSoon(() -> clock.advance(Duration.ofHours(1)));

        turn();

        assertThat(slow.isWatching()).isFalse();
        assertThat(loop.slowCallbackDuration()).isNull();
        assertThat(texts()).isEmpty();
    }

    @Test
    void debugMode_keepsALimitThatWasSet() {
        loop.setSlowCallbackDuration(Duration.ofSeconds(2));
        loop.setDebug(true);
        assertThat(loop.slowCallbackDuration()).isEqualTo(Duration.ofSeconds(2));

        loop.setSlowCallbackDuration(null);
        assertThat(loop.slowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
    }

    // ---- meanwhile

    @Test
    void aBlockedCallback_isReportedWithTheLineThatBlocks() throws InterruptedException {
        whileBlocked(() -> {
            assertThat(slow.look(clock.nanoTime() + LIMIT)).isEqualTo(LIMIT);

            LogRecord record = recorder.records().get(0);
            assertThat(record.getMessage())
                    .startsWith("Task blocker pending (coroutine Steps.steps, running) has blocked "
                            + "<EventLoop running=true closed=false debug=false> for 100 ms, at "
                            + Blocker.class.getName() + ".awaits(SlowCallbacksTest.java:");
            assertThat(record.getThrown()).hasMessage("the stack of thread blocked loop");
            assertThat(record.getThrown().getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("awaits", "runForever");
        });
    }

    @Test
    void aBlockedCallback_isReportedOnce() throws InterruptedException {
        whileBlocked(() -> {
            for (int look = 1; look <= 5; look++) {
                slow.look(clock.nanoTime() + look * LIMIT);
            }

            assertThat(recorder.size()).isEqualTo(1);
        });
    }

    @Test
    void aCallbackThatHasTimeLeft_isLookedAtWhenThatIsOver() throws InterruptedException {
        whileBlocked(() -> {
            assertThat(slow.look(clock.nanoTime() + 1)).isEqualTo(LIMIT - 1);
            assertThat(slow.look(clock.nanoTime() + LIMIT - 1)).isEqualTo(1);

            assertThat(texts()).isEmpty();
        });
    }

    @Test
    void eachBlockedCallback_isReported() throws InterruptedException {
        whileBlocked(() -> slow.look(clock.nanoTime() + LIMIT));
        whileBlocked(() -> slow.look(clock.nanoTime() + LIMIT));

        assertThat(texts()).hasSize(2).allMatch(it -> it.contains("has blocked"));
    }

    @Test
    void aLoopThatRunsNothing_isNotReported() throws InterruptedException {
        whileBlocked(() -> {});

        assertThat(slow.look(clock.nanoTime() + 10 * LIMIT)).isEqualTo(LIMIT);
        assertThat(texts()).isEmpty();
    }

    /** With the real watchdog, as the next one: the callback ends when it has been reported, however late that is. */
    @Test
    void theWatchdog_looksByItself() throws InterruptedException {
        CountDownLatch reported = new CountDownLatch(1);
        recorder.onPublish(reported::countDown);
        Thread[] watchdogs = new Thread[1];
        try (EventLoop real = EventLoop.create()) {
            real.setSlowCallbackDuration(Duration.ofMillis(1));
            real.callSoon(() -> {
                new Blocker(new CountDownLatch(1), reported).awaits();
                Thread.getAllStackTraces().keySet().stream()
                        .filter(it -> it.getName().startsWith("watchdog of "))
                        .forEach(it -> watchdogs[0] = it);
                real.stop();
            });
            real.runForever();
        }

        assertThat(texts().get(0))
                .startsWith("a lambda of " + SlowCallbacksTest.class.getName() + " has blocked ")
                .contains(" ms, at " + SlowCallbacksTest.class.getName());
        assertThat(watchdogs[0].isDaemon()).isTrue();
        watchdogs[0].join(); // it ends with the run
    }

    @Test
    void theWatchdog_alsoLooksAtTheRunInWhichItIsAskedForFirst() {
        CountDownLatch reported = new CountDownLatch(1);
        recorder.onPublish(reported::countDown);
        try (EventLoop real = EventLoop.create()) {
            real.callSoon(() -> {
                real.setSlowCallbackDuration(Duration.ofMillis(1));
                real.callSoon(() -> {
                    new Blocker(new CountDownLatch(1), reported).awaits();
                    real.stop();
                });
            });
            real.runForever();
        }

        assertThat(texts().get(0)).contains(" has blocked ");
    }

    // ---- tools

    /** Runs something here while a task of the loop is blocked in another thread. */
    private void whileBlocked(Runnable look) throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        loop.setSlowCallbackDuration(Duration.ofMillis(100)); // by this clock the real watchdog sees nothing
        loop.createTask(steps().run(() -> new Blocker(blocked, goOn).awaits()), "blocker");
        Thread thread = new Thread(this::turn, "blocked loop");
        thread.start();
        try {
            blocked.await();
            look.run();
        } finally {
            goOn.countDown();
            thread.join();
        }
    }

    private void turn() {
        loop.stop();
        loop.runForever();
    }

    private List<String> texts() {
        return recorder.texts();
    }

    /** What a user's code that blocks looks like from outside. */
    private record Blocker(CountDownLatch begun, CountDownLatch latch) {
        void awaits() {
            begun.countDown();
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
