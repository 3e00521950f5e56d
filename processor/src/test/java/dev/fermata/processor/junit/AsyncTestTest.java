package dev.fermata.processor.junit;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.ContextVar;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.junit.AsyncTest;
import dev.fermata.asyncio.junit.AsyncTests;
import dev.fermata.asyncio.junit.TestClock;
import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Classes of tests that use the extension, run by JUnit, and how that ended. */
final class AsyncTestTest {
    private static final List<Object> LOG = new ArrayList<>();

    private static Events run(Class<?> tests) {
        LOG.clear();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static void passes(Class<?> tests, int count) {
        Events events = run(tests);
        assertThat(events.failed().stream()
                        .map(it -> it.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                                .getThrowable()))
                .isEmpty();
        assertThat(events.succeeded().count()).isEqualTo(count);
    }

    /** The exception that the only test fails with. */
    private static Throwable failure(Class<?> tests) {
        Events events = run(tests);
        assertThat(events.failed().count()).isEqualTo(1);
        return events.failed().stream()
                .map(it -> it.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Async
    private static Coroutine<Void> sleeper(String name) {
        try {
            await(Asyncio.sleep(Duration.ofDays(1)));
        } finally {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            LOG.add(name + " ended");
        }
        return done();
    }

    @Async
    private static Coroutine<Void> failing(String message) {
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        throw new IllegalArgumentException(message);
    }

    static final class Waiting {
        @AsyncTest
        void waits(Runner runner, EventLoop loop, ManualClock clock) {
            runner.run(sleeper("test"));
            assertThat(clock.elapsed()).isEqualTo(Duration.ofDays(1).plusSeconds(1));
            assertThat(runner.loop()).isSameAs(loop);
        }
    }

    @Test
    void aTestRunsInVirtualTime() {
        passes(Waiting.class, 1);
        assertThat(LOG).containsExactly("test ended");
    }

    static final class SetUp {
        private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

        @BeforeEach
        void connect(Runner runner) {
            runner.run(() -> {
                LOG.add("set up");
                USER.set("somebody");
                await(Asyncio.sleep(Duration.ofSeconds(1)));
                return done();
            });
        }

        @AsyncTest
        void test(Runner runner, ManualClock clock) {
            runner.run(() -> {
                LOG.add(USER.get() + " after " + clock.elapsed());
                Asyncio.createTask(sleeper("task"));
                await(Asyncio.sleep(Duration.ZERO));
                return done();
            });
        }

        @AfterEach
        void disconnect(Runner runner) {
            runner.run(() -> {
                LOG.add("torn down, " + Asyncio.allTasks().size() + " tasks");
                return done();
            });
        }
    }

    @Test
    void setUpTestAndTearDownShareALoopAndAContext_andWhatIsLeftIsCancelledBehindThem() {
        passes(SetUp.class, 1);
        assertThat(LOG).containsExactly("set up", "somebody after PT1S", "torn down, 2 tasks", "task ended");
    }

    static final class Fresh {
        private static final Set<EventLoop> LOOPS = new HashSet<>();

        @AsyncTests
        @RepeatedTest(3)
        void test(EventLoop loop, ManualClock clock) {
            assertThat(LOOPS.add(loop)).isTrue();
            assertThat(clock.elapsed()).isZero();
            loop.runUntilComplete(sleeper("test"));
        }
    }

    @Test
    void eachTestHasALoopAndAClockOfItsOwn() {
        Fresh.LOOPS.clear();
        passes(Fresh.class, 3);
        assertThat(Fresh.LOOPS).hasSize(3).allMatch(EventLoop::isClosed);
    }

    static final class Unretrieved {
        @AsyncTest
        void test(Runner runner) {
            runner.run(() -> {
                Asyncio.createTask(failing("lost"), "loser");
                await(Asyncio.sleep(Duration.ofSeconds(2)));
                return done();
            });
        }
    }

    @Test
    void aFailureThatNobodyRetrieves_failsTheTest() {
        Throwable failure = failure(Unretrieved.class);
        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("taken by nobody:\n  Task exception was never retrieved: Task loser")
                .hasMessageContaining("IllegalArgumentException: lost");
        assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(IllegalArgumentException.class);
    }

    static final class Taken {
        @AsyncTest
        void test(Runner runner, EventLoop loop) {
            List<String> taken = new ArrayList<>();
            loop.setExceptionHandler((it, context) -> taken.add(context.message()));
            runner.run(() -> {
                Asyncio.createTask(failing("lost"));
                await(Asyncio.sleep(Duration.ofSeconds(2)));
                return done();
            });
            assertThat(taken).containsExactly("Task exception was never retrieved");
        }
    }

    @Test
    void aFailureThatTheTestTakesByAHandler_isNone() {
        passes(Taken.class, 1);
    }

    static final class FailingInTheEnd {
        @AsyncTest
        void test(Runner runner) {
            runner.run(() -> {
                Asyncio.createTask(stubborn(), "stubborn");
                await(Asyncio.sleep(Duration.ZERO));
                return done();
            });
        }

        @Async
        private static Coroutine<Void> stubborn() {
            try {
                await(sleeper("inner"));
            } finally {
                await(failing("in the end"));
            }
            return done();
        }
    }

    @Test
    void aTaskThatFailsWhenItIsCancelledInTheEnd_failsTheTest() {
        assertThat(failure(FailingInTheEnd.class))
                .hasMessageContaining("unhandled exception during Asyncio.run() shutdown: Task stubborn");
    }

    static final class Dropped {
        private static Coroutine<Void> kept;

        @AsyncTest
        void test(Runner runner) {
            kept = failing("never begun");
            runner.run(() -> {
                sleeper("awaited").close();
                return done();
            });
        }
    }

    @Test
    void aCoroutineThatIsNeverBegun_failsTheTest_withThePlaceWhereItWasMade() {
        Throwable failure = failure(Dropped.class);
        assertThat(failure)
                .hasMessageContaining("coroutine was never awaited")
                .hasMessageContaining("AsyncTestTest.failing was never awaited");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0].getStackTrace()[0].getMethodName())
                .isEqualTo("test");
        Dropped.kept.close();
    }

    static final class DroppedBefore {
        @BeforeAll
        static void dropOne() {
            LOG.add(failing("of nobody"));
        }

        @AsyncTest
        void test(Runner runner) {
            assertThat(runner.<Integer>run(() -> result(1))).isEqualTo(1);
        }
    }

    @Test
    void whatOthersHaveDropped_isNotTheMatterOfATest() {
        passes(DroppedBefore.class, 1);
    }

    static final class Deadlocked {
        @AsyncTest
        void test(Runner runner, EventLoop loop) {
            runner.run(waiting(loop));
        }

        @Async
        private static Coroutine<Void> waiting(EventLoop loop) {
            await(loop.createPromise());
            return done();
        }
    }

    @Test
    void aDeadlock_namesWhoWaits() {
        assertThat(failure(Deadlocked.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("deadlock:")
                .hasMessageContaining("AsyncTestTest$Deadlocked.waiting");
    }

    static final class Parameterized {
        @AsyncTests
        @ParameterizedTest
        @ValueSource(ints = {1, 3})
        void test(int seconds, Runner runner, ManualClock clock) {
            runner.run(Asyncio.sleep(Duration.ofSeconds(seconds)));
            assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void parameterizedTests_haveTheirArgumentsAndARunner() {
        passes(Parameterized.class, 2);
    }

    @AsyncTests(clock = TestClock.REAL)
    static class Clocks {
        @Test
        void plain(Runner runner) {
            long before = System.nanoTime();
            runner.run(Asyncio.sleep(Duration.ofMillis(5)));
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(5_000_000);
        }

        @AsyncTest(clock = TestClock.MANUAL)
        void manual(Runner runner, ManualClock clock) {
            runner.run(Asyncio.sleep(Duration.ofDays(1)));
        }

        @Nested
        class Inner {
            @AsyncTest
            void real(EventLoop loop) {
                assertThat(System.nanoTime() - loop.time())
                        .isLessThan(Duration.ofHours(1).toNanos());
            }
        }
    }

    @Test
    void theNearestClockCounts() {
        passes(Clocks.class, 3);
    }

    static final class NoManualClock {
        @AsyncTest(clock = TestClock.REAL)
        void test(ManualClock clock) {}
    }

    @Test
    void aManualClockOnTheRealClock_isRefused() {
        assertThat(failure(NoManualClock.class))
                .hasMessageContaining("no ManualClock: the test runs on the real clock; drop the parameter");
    }

    static final class Hanging {
        @AsyncTest(clock = TestClock.REAL)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void test(Runner runner) {
            runner.run(hanging());
        }

        @Async
        private static Coroutine<Void> hanging() {
            try {
                await(Asyncio.sleep(Duration.ofDays(1)));
            } finally {
                await(Asyncio.sleep(Duration.ofMillis(1)));
                LOG.add("cleaned up");
            }
            return done();
        }
    }

    @Test
    void aTimeoutOnTheRealClock_namesWhoWaits_andEndsWhatIsLeft() {
        Throwable failure = failure(Hanging.class);
        assertThat(failure).hasMessageContaining("timed out after 50 milliseconds");
        assertThat(failure.getSuppressed()[0])
                .hasMessageStartingWith("interrupted while it waited")
                .hasMessageContaining("AsyncTestTest$Hanging.hanging");
        assertThat(LOG).containsExactly("cleaned up");
        assertThat(Thread.interrupted()).isFalse();
    }

    @AsyncTests
    static final class InTheConstructor {
        InTheConstructor(Runner runner) {}

        @Test
        void test() {}
    }

    @Test
    void aRunnerForAConstructor_isRefused() {
        assertThat(failure(InTheConstructor.class))
                .hasMessageContaining("no Runner for dev.fermata.processor.junit.AsyncTestTest$InTheConstructor")
                .hasMessageContaining("each test has its own");
    }

    static final class Returning {
        @AsyncTest
        void right() {}

        @AsyncTest
        @Async
        Coroutine<Void> neverRun() {
            await(sleeper("never"));
            return done();
        }
    }

    @Test
    void aTestThatReturnsACoroutine_whichJUnitPassesOver_failsThoseBesideIt() {
        assertThat(failure(Returning.class))
                .hasMessageContaining("AsyncTestTest$Returning.neverRun never runs; make it void");
    }
}
