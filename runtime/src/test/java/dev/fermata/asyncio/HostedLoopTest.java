package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loop that runs in turns of a foreign one. */
final class HostedLoopTest {
    private final HandDrivenHost host = new HandDrivenHost();
    private final EventLoop loop = EventLoop.hostedBy(host);
    private final Reports reports = new Reports();
    private final List<Object> log = new ArrayList<>();

    @BeforeEach
    void listen() {
        loop.setExceptionHandler(reports);
        host.runAll();
    }

    @AfterEach
    void close() {
        loop.close();
        assertThat(CurrentLoop.running()).isNull();
        assertThat(reports.take()).isEmpty();
    }

    // ---- turns

    @Test
    void whatIsPlannedBetweenTurns_asksForOneTurn() {
        loop.callSoon(() -> log.add(1));
        loop.callSoon(() -> log.add(2));
        loop.createTask(steps().run(() -> log.add(3)));
        assertThat(log).isEmpty();

        assertThat(host.queue).hasSize(1);
        host.runOne();

        assertThat(log).containsExactly(1, 2, 3);
        assertThat(host.queue).isEmpty();
    }

    @Test
    void aTaskThatYields_letsTheHostRun() {
        loop.createTask(steps().run(() -> host.queue.add(() -> log.add("host")))
                .awaits(() -> Asyncio.sleep(Duration.ZERO))
                .run(() -> log.add("yielded")));

        host.runAll();

        assertThat(log).containsExactly("host", "yielded");
    }

    @Test
    void afterEachTurn_theHostGetsItsThreadBack() {
        loop.createTask(steps().run(() -> log.add("first")).turn().run(() -> log.add("second")));
        host.queue.add(() -> log.add("host"));

        host.runAll();

        assertThat(log).containsExactly("first", "host", "second");
    }

    @Test
    void aBurstFromOtherThreads_asksOnce() throws Exception {
        inOtherThread(() -> {
            for (int message = 0; message < 10; message++) {
                int it = message;
                loop.callSoonThreadsafe(() -> log.add(it));
            }
            return null;
        });

        assertThat(host.queue).hasSize(1);
        host.runOne();

        assertThat(log).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    /** A modal dialog, opened by a callback, runs the events of its toolkit. */
    @Test
    void aTurnInsideATurn_doesNothing_andNothingIsLost() {
        loop.callSoon(() -> {
            loop.callSoonThreadsafe(() -> log.add("message"));
            loop.callSoon(() -> log.add("callback"));
            host.runAll();
            log.add("dialog closed");
        });

        host.runAll();

        assertThat(log).containsExactly("dialog closed", "callback", "message");
    }

    @Test
    void aLoopThatIsClosedInATurnOfAnother_isClosedForTheirThread() {
        HandDrivenHost otherHost = new HandDrivenHost();
        EventLoop other = EventLoop.hostedBy(otherHost);
        other.callSoon(loop::close);

        otherHost.runAll();

        assertThatThrownBy(() -> loop.callSoon(() -> log.add("late"))).hasMessage("Event loop is closed");
        other.close();
    }

    @Test
    void anExceptionOfACallback_goesToTheHandler_andNotToTheHost() {
        RuntimeException thrown = new RuntimeException("callback");
        loop.callSoon(() -> {
            throw thrown;
        });

        host.runAll();

        assertThat(reports.takeOne().exception()).isSameAs(thrown);
    }

    @Test
    void aVirtualMachineError_goesToTheHost_andTheRestRunsLater() {
        loop.callSoon(() -> {
            throw new StackOverflowError("callback");
        });
        loop.callSoon(() -> log.add("rest"));

        assertThatThrownBy(host::runOne).isInstanceOf(StackOverflowError.class);
        host.runAll();

        assertThat(log).containsExactly("rest");
    }

    @Test
    void aFailureThatNobodyRetrieves_isReportedWhenTheLoopHasNothingToDo() {
        RuntimeException failure = new RuntimeException("nobody asks");
        loop.createTask(steps().fails(failure));

        host.runAll();

        assertThat(reports.takeOne().exception()).isSameAs(failure);
    }

    // ---- timers

    @Test
    void theFirstTimer_setsOneOfTheHosts() {
        loop.callLater(Duration.ofHours(1), () -> log.add("due"));

        assertThat(host.timers).hasSize(1);
        assertThat(host.timers.get(0).nanos())
                .isBetween(Duration.ofMinutes(59).toNanos(), Duration.ofHours(1).toNanos());
        assertThat(host.queue).isEmpty();
    }

    @Test
    void anEarlierTimer_takesTheHostsPlace_aLaterOneDoesNot() {
        loop.callLater(Duration.ofHours(2), () -> {});
        loop.callLater(Duration.ofHours(1), () -> {});
        loop.callLater(Duration.ofHours(3), () -> {});

        assertThat(host.timers).hasSize(1);
        assertThat(host.timers.get(0).nanos())
                .isLessThanOrEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void aTimerThatFires_givesATurn_andTheNextOneIsSet() {
        loop.callLater(Duration.ofNanos(1), () -> log.add("due"));
        loop.callLater(Duration.ofHours(1), () -> log.add("later"));

        while (log.isEmpty()) { // a nanosecond may be too short for the clock
            if (host.queue.isEmpty()) {
                host.fireTimer();
            } else {
                host.runOne();
            }
        }

        assertThat(log).containsExactly("due");
        assertThat(host.timers).hasSize(1);
    }

    /** A timer that was taken back leaves the host's, which then gives a turn for nothing. */
    @Test
    void aHostsTimer_thatIsTooEarly_isSetAgain() {
        loop.callLater(Duration.ofHours(1), () -> {}).cancel();
        loop.callLater(Duration.ofHours(2), () -> log.add("due"));
        assertThat(host.timers).hasSize(1);

        host.fireTimer();

        assertThat(log).isEmpty();
        assertThat(host.timers).hasSize(1);
        assertThat(host.timers.get(0).nanos())
                .isGreaterThan(Duration.ofMinutes(90).toNanos());
    }

    // ---- who and when

    @Test
    void itRuns_fromTheBeginningToItsClose() {
        assertThat(loop.isRunning()).isTrue();
        assertThat(EventLoop.running()).isSameAs(loop);
        assertThat(loop).hasToString("<EventLoop running=true closed=false debug=false>");

        loop.close();

        assertThat(loop.isRunning()).isFalse();
        assertThat(loop).hasToString("<EventLoop running=false closed=true debug=false>");
        assertThatThrownBy(EventLoop::running).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runningAndStopping_areTheHostsAffair() {
        String running = "This event loop is already running, in the turns of the hand-driven host";
        assertThatThrownBy(loop::runForever)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(running);
        assertThatThrownBy(() -> loop.runUntilComplete(steps())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(loop::stop)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This event loop runs as long as the hand-driven host does; close() ends it");
    }

    @Test
    void otherThreads_areRefused_betweenTurns() throws Exception {
        Throwable thrown = inOtherThread(() -> catchThrowable(() -> loop.callSoon(() -> {})));

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("use callSoonThreadsafe()");
        assertThat(inOtherThread(() -> catchThrowable(loop::close))).isInstanceOf(IllegalStateException.class);
        assertThat(loop.isClosed()).isFalse();
    }

    @Test
    void beforeItsFirstTurn_itIsUsedFromTheHostsThreadOnly() {
        HandDrivenHost elsewhere = new HandDrivenHost();
        elsewhere.outside = true;
        EventLoop other = EventLoop.hostedBy(elsewhere);

        assertThatThrownBy(() -> other.callSoon(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("runs in the thread of the hand-driven host; use callSoonThreadsafe()");
        other.callSoonThreadsafe(() -> log.add("message"));
        elsewhere.outside = false;
        elsewhere.runAll();

        assertThat(log).containsExactly("message");
        other.close();
    }

    @Test
    void aHostWithSeveralThreads_isRefused() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        loop.callSoon(() -> {
            loop.callSoonThreadsafe(() -> log.add("message"));
            Runnable second = host.queue.remove();
            try {
                thrown.set(inOtherThread(() -> catchThrowable(second::run)));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });

        host.runAll();

        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the hand-driven host has several threads");
        assertThat(log).containsExactly("message");
    }

    @Test
    void twoLoopsOnOneHost_eachRunItsOwn_andTheFirstIsFoundBetweenTurns() {
        EventLoop second = EventLoop.hostedBy(host);
        second.callSoon(() -> log.add(EventLoop.running()));
        loop.callSoon(() -> log.add(EventLoop.running()));

        host.runAll();

        assertThat(log).containsExactly(second, loop);
        assertThat(EventLoop.running()).isSameAs(loop);
        second.close();
        assertThat(EventLoop.running()).isSameAs(loop);
    }

    // ---- the end

    @Test
    void closeInATurn_takesEffectAtItsEnd() {
        loop.callSoon(() -> {
            loop.close();
            log.add(loop.isClosed());
        });
        loop.callSoon(() -> log.add("same turn"));

        host.runAll();

        assertThat(log).containsExactly(false, "same turn");
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void close_takesTheHostsTimerBack_andWhatTheHostStillHasDoesNothing() {
        loop.callLater(Duration.ofHours(1), () -> log.add("late"));
        loop.callSoon(() -> log.add("late"));

        loop.close();

        assertThat(host.timers).isEmpty();
        host.runAll();
        assertThat(log).isEmpty();
    }

    @Test
    void close_reportsTasksThatArePending() {
        Task<Object> task = loop.createTask(steps().awaits(() -> loop.createPromise()));
        host.runAll();

        loop.close();

        ErrorContext context = reports.takeOne();
        assertThat(context.message()).isEqualTo("Task was destroyed but it is pending!");
        assertThat(context.task()).isSameAs(task);
    }

    @Test
    void aHostThatHasEnded_refusesWhatIsPlanned() {
        host.ended = true;

        assertThatThrownBy(() -> loop.callSoon(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.callSoonThreadsafe(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aHostThatEndsUnderTheLoop_closesIt_andSaysSo() {
        loop.callSoon(() -> {
            host.ended = true;
            loop.callSoon(() -> log.add("never"));
        });

        host.runAll();

        assertThat(loop.isClosed()).isTrue();
        assertThat(reports.takeOne().message())
                .isEqualTo("The host of the loop has ended, and the loop with it: the hand-driven host");
    }

    private static <T> T inOtherThread(Callable<T> call) throws Exception {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                result.set(call.call());
            } catch (Throwable thrown) {
                failed.set(thrown);
            }
        });
        thread.start();
        thread.join();
        assertThat(failed.get()).isNull();
        return result.get();
    }
}
