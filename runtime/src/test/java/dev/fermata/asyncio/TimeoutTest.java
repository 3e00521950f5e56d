package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Statements 100, 101 and 103 to 107 of the asyncio semantics. */
final class TimeoutTest extends LoopTestCase {
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofSeconds(10);

    private Timeout timeout;

    private Coroutine<Object> under(Duration limit, Steps body) {
        return Asyncio.timeout(limit, own -> {
            timeout = own;
            return body;
        });
    }

    private Steps sleeping() {
        return steps().awaits(() -> Asyncio.sleep(LONG));
    }

    private Task<Object> started(Coroutine<Object> coroutine) {
        Task<Object> task = loop.createTask(coroutine);
        turn();
        return task;
    }

    private void cancelCurrent() {
        Asyncio.currentTask().cancel("outside");
    }

    // ---- in time and out of time

    /** Statement 100; CPython: test_timeouts.TimeoutTests.test_timeout_not_called. */
    @Test
    void inTime_givesWhatTheBodyReturns_andLeavesNoTimer() {
        Object value = loop.runUntilComplete(
                under(LONG, steps().awaits(() -> Asyncio.sleep(SHORT)).returns("value")));
        assertThat(value).isEqualTo("value");
        assertThat(timeout.expired()).isFalse();
        assertThat(clock.parked()).containsExactly(SHORT.toNanos());
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 100; CPython: test_timeouts.TimeoutTests.test_timeout_basic. */
    @Test
    void outOfTime_throwsInPlaceOfTheCancelledError_whichIsTheCause() {
        Task<Object> task = started(under(SHORT, sleeping()));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(AsyncTimeoutException.class)
                .hasMessage("timed out after PT0.01S")
                .cause()
                .isInstanceOf(CancelledError.class)
                .hasMessage("timed out")
                .extracting(it -> ((CancelledError) it).source())
                .isSameAs(timeout);
        assertThat(timeout.expired()).isTrue();
        assertThat(task.cancelling()).isZero();
        assertThat(clock.parked()).containsExactly(SHORT.toNanos());
    }

    /** Statement 100; CPython: test_timeouts.TimeoutTests.test_timeout_at_basic. */
    @Test
    void timeoutAt_countsInTheLoopsTime() {
        long when = loop.time() + SHORT.toNanos();
        Coroutine<Object> limited = Asyncio.timeoutAt(when, own -> {
            timeout = own;
            return sleeping();
        });
        clock.advance(Duration.ofMillis(4));
        assertThatThrownBy(() -> loop.runUntilComplete(limited)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(timeout.when()).isEqualTo(OptionalLong.of(when));
        assertThat(clock.parked()).containsExactly(Duration.ofMillis(6).toNanos());
    }

    /** Statement 100. */
    @Test
    void theTime_beginsWhenItIsAwaited() {
        Coroutine<Object> limited = under(SHORT, steps().awaits(() -> Asyncio.sleep(Duration.ofMillis(5))));
        clock.advance(LONG);
        loop.runUntilComplete(limited);
        assertThat(timeout.expired()).isFalse();
    }

    /** Statement 100; CPython: test_timeouts.TimeoutTests.test_foreign_exception_passed. */
    @Test
    void aFailureInTime_passes() {
        RuntimeException thrown = new RuntimeException();
        assertThatThrownBy(() -> loop.runUntilComplete(under(LONG, steps().fails(thrown))))
                .isSameAs(thrown)
                .hasNoSuppressedExceptions();
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 100. */
    @Test
    void aBodyThatFailsWhileItIsMade_leavesNoTimer() {
        IllegalArgumentException thrown = new IllegalArgumentException();
        assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.timeout(LONG, () -> {
                    throw thrown;
                })))
                .isSameAs(thrown);
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 100; CPython: test_timeouts.TimeoutTests.test_outer_task_is_not_cancelled. */
    @Test
    void afterwards_theTaskGoesOn() {
        Object value = run(steps().awaits(under(SHORT, sleeping()))
                .catching(
                        AsyncTimeoutException.class, it -> Asyncio.currentTask().cancelling())
                .awaits(() -> Asyncio.sleep(SHORT, "went on")));
        assertThat(value).isEqualTo("went on");
    }

    /** Statement 100; CPython: test_timeouts.TimeoutTests.test_waiter_cancelled. */
    @Test
    void cancellingTheBody_runsItsFinallyBlocksFirst() {
        Steps body = sleeping().lastly(() -> log.add("finally"));
        assertThatThrownBy(() -> loop.runUntilComplete(under(SHORT, body))).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly("finally");
    }

    // ---- cancelled by others

    /** Statement 101; CPython: test_timeouts.TimeoutTests.test_foreign_cancel_doesnt_timeout_if_not_expired. */
    @Test
    void aCancelBeforeTheTimeIsUp_staysOne() {
        Task<Object> task = started(under(LONG, sleeping()));
        task.cancel("outside");
        turn();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        assertThat(timeout.expired()).isFalse();
        assertThat(task.cancelling()).isEqualTo(1);
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 101: a cancel that comes while the body cleans up after the timeout. */
    @Test
    void aCancelAfterTheTimeIsUp_winsToo() {
        Promise<Object> cleanup = promise();
        Task<Object> task = started(under(
                SHORT,
                sleeping()
                        .catching(CancelledError.class, it -> it)
                        .then(it -> {
                            log.add(it);
                            return it;
                        })
                        .awaits(cleanup)));
        clock.advance(SHORT);
        turns(2);
        assertThat(log).hasSize(1);
        task.cancel("outside");
        turn();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        assertThat(task.cancelling()).isEqualTo(1);
        assertThat(timeout.expired()).isTrue();
    }

    /** Statement 101: both in one turn, in both orders. */
    @Test
    void aCancelInTheTurnInWhichTheTimeIsUp_wins() {
        for (boolean cancelFirst : List.of(true, false)) {
            Task<Object> task = loop.createTask(under(SHORT, sleeping()));
            Runnable cancel = () -> task.cancel("outside");
            if (cancelFirst) { // of timers that are due at the same time, the older one fires first
                loop.callLater(SHORT, cancel);
            }
            turn();
            if (!cancelFirst) {
                loop.callLater(SHORT, cancel);
            }
            clock.advance(SHORT);
            turns(2);
            assertThat(task.isCancelled()).as("cancel first: " + cancelFirst).isTrue();
            assertThat(task.cancelling()).isEqualTo(1);
            assertThat(timeout.expired()).isTrue();
        }
    }

    /** Section 4, #6: python/cpython#134471, where the timeout takes the earlier cancellation for its own. */
    @Test
    void aCancelBeforeItIsEntered_thatIsDeliveredInside_staysOne() {
        Task<Object> task =
                loop.createTask(steps().run(this::cancelCurrent).awaits(() -> under(Duration.ZERO, sleeping())));
        turns(3);
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        assertThat(task.cancelling()).isEqualTo(1);
    }

    /** Statement 101: requests that were taken back before they were delivered are nobody's. */
    @Test
    void cancelsThatWereTakenBack_doNotCount() {
        Task<Object> task = loop.createTask(steps().run(this::cancelCurrent)
                .run(this::cancelCurrent)
                .run(() -> Asyncio.currentTask().uncancel())
                .awaits(() -> under(
                        Duration.ZERO,
                        steps().run(() -> Asyncio.currentTask().uncancel()).awaits(() -> sleeping()))));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(AsyncTimeoutException.class);
    }

    /** Statement 107; CPython: test_timeouts.TimeoutTests.test_timeout_after_cancellation. */
    @Test
    void whileACancellationIsHandled_itTimesOut() {
        Task<Object> task = loop.createTask(steps().run(this::cancelCurrent)
                .awaits(() -> sleeping())
                .catching(CancelledError.class, it -> it)
                .awaits(() -> under(Duration.ZERO, sleeping()))
                .catching(AsyncTimeoutException.class, it -> "cleaned up"));
        assertThat(loop.runUntilComplete(task)).isEqualTo("cleaned up");
        assertThat(task.cancelling()).isEqualTo(1);
    }

    /** Statement 107; CPython: test_timeouts.TimeoutTests.test_cancel_in_timeout_after_cancellation. */
    @Test
    void whileACancellationIsHandled_aSecondOneStaysOne() {
        Task<Object> task = loop.createTask(steps().run(this::cancelCurrent)
                .awaits(() -> sleeping())
                .catching(CancelledError.class, it -> it)
                .awaits(() ->
                        under(Duration.ZERO, steps().run(this::cancelCurrent).awaits(() -> sleeping()))));
        turns(4);
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isEqualTo(2);
    }

    // ---- what the body makes of it

    /** Statement 103; CPython: test_timeouts.TimeoutTests.test_foreign_exception_on_timeout. */
    @Test
    void anotherFailureWhileItUnwinds_wins_withTheTimeoutSuppressed() {
        RuntimeException thrown = new RuntimeException();
        Coroutine<Object> limited = under(SHORT, sleeping().lastly(() -> {
            throw thrown;
        }));
        assertThatThrownBy(() -> loop.runUntilComplete(limited)).isSameAs(thrown);
        assertThat(thrown.getSuppressed()).hasSize(1).hasOnlyElementsOfType(AsyncTimeoutException.class);
    }

    /** Statement 103; CPython: test_timeouts.TimeoutTests.test_timeout_taskgroup. */
    @Test
    void aTaskGroupThatFailsWhileItUnwinds_wins_withTheTimeoutSuppressedInEachFailure() {
        ArithmeticException thrown = new ArithmeticException();
        Coroutine<Object> limited = Asyncio.timeout(
                SHORT,
                () -> TaskGroup.run(group -> steps().run(
                                () -> group.createTask(sleeping().lastly(() -> {
                                    throw thrown;
                                })))
                        .awaits(() -> sleeping())));
        assertThatThrownBy(() -> loop.runUntilComplete(limited)).isInstanceOfSatisfying(ExceptionGroup.class, group -> {
            assertThat(group.exceptions()).containsExactly(thrown);
            assertThat(group.getSuppressed()).hasAtLeastOneElementOfType(AsyncTimeoutException.class);
        });
        assertThat(thrown.getSuppressed()).hasOnlyElementsOfType(AsyncTimeoutException.class);
    }

    /** Statement 104: python/cpython#111379. */
    @Test
    void aBodyThatSwallowsIt_givesItsValue_andTheCountIsAsBefore() {
        Task<Object> task = started(under(SHORT, sleeping().catching(CancelledError.class, it -> "swallowed")));
        assertThat(loop.runUntilComplete(task)).isEqualTo("swallowed");
        assertThat(timeout.expired()).isTrue();
        assertThat(task.cancelling()).isZero();
    }

    // ---- limits

    /** Statement 105; CPython: test_timeouts.TimeoutTests.test_timeout_disabled. */
    @Test
    void noLimit_neverFires() {
        loop.runUntilComplete(under(null, sleeping()));
        assertThat(timeout.when()).isEmpty();
        assertThat(timeout.expired()).isFalse();
    }

    /** Statement 105; CPython: test_timeouts.TimeoutTests.test_timeout_zero, test_timeout_zero_sleep_zero. */
    @Test
    void noTime_firesAtTheFirstSuspension_evenABareTurn() {
        Steps body = steps().run(() -> log.add("begun")).turn().run(() -> log.add("not reached"));
        assertThatThrownBy(() -> loop.runUntilComplete(under(Duration.ZERO, body)))
                .isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly("begun");
    }

    /** Statement 105; CPython: test_timeouts.TimeoutTests.test_timeout_in_the_past_sleep_zero. */
    @Test
    void aLimitInThePast_firesAtTheFirstSuspension() {
        Coroutine<Object> limited = Asyncio.timeoutAt(loop.time() - 1, () -> steps().turn());
        assertThatThrownBy(() -> loop.runUntilComplete(limited))
                .isInstanceOf(AsyncTimeoutException.class)
                .hasMessage("timed out after PT0S");
    }

    /** Statement 105. */
    @Test
    void noTime_isEnoughForABodyThatDoesNotSuspend() {
        assertThat(loop.runUntilComplete(under(Duration.ZERO, steps().returns("value"))))
                .isEqualTo("value");
        turn();
        assertThat(timeout.expired()).isFalse();
    }

    /** Statement 106; CPython: test_timeouts.TimeoutTests.test_reschedule. */
    @Test
    void reschedule_setsANewLimitFromNow_orNone() {
        Task<Object> task = started(under(SHORT, sleeping().turn()));
        long start = loop.time();
        assertThat(timeout.when()).hasValue(start + SHORT.toNanos());
        clock.advance(Duration.ofMillis(3));
        timeout.reschedule(SHORT);
        assertThat(timeout.when()).hasValue(start + Duration.ofMillis(13).toNanos());
        timeout.rescheduleAt(start);
        assertThat(timeout.when()).hasValue(start);
        timeout.reschedule(null);
        assertThat(timeout.when()).isEmpty();
        loop.runUntilComplete(task);
        assertThat(timeout.expired()).isFalse();
    }

    /** Statement 106. */
    @Test
    void reschedule_isWhatCounts() {
        Task<Object> task = started(under(LONG, sleeping()));
        timeout.reschedule(SHORT);
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(clock.parked()).containsExactly(SHORT.toNanos());
    }

    /** Statement 106; CPython: test_timeouts.TimeoutTests.test_timeout_finished. */
    @Test
    void reschedule_afterTheEnd_isRefused() {
        loop.runUntilComplete(under(SHORT, steps()));
        assertThatThrownBy(() -> timeout.reschedule(LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot change state of finished Timeout");
    }

    /** Statement 106; CPython: test_timeouts.TimeoutTests.test_timeout_expired. */
    @Test
    void reschedule_ofAnExpiredOne_isRefused() {
        assertThatThrownBy(() -> loop.runUntilComplete(under(SHORT, sleeping())));
        assertThatThrownBy(() -> timeout.reschedule(LONG)).hasMessage("Cannot change state of expired Timeout");
    }

    /** Statement 106; CPython: test_timeouts.TimeoutTests.test_timeout_expiring. */
    @Test
    void reschedule_whileTheBodyIsCancelled_isRefused() {
        loop.runUntilComplete(under(SHORT, sleeping().catching(CancelledError.class, it -> {
            assertThatThrownBy(() -> timeout.reschedule(LONG)).hasMessage("Cannot change state of expiring Timeout");
            return null;
        })));
    }

    /** Statement 106; CPython: test_timeouts.TimeoutTests.test_timeout_double_enter. */
    @Test
    void awaitedTwice_isRefused() {
        Coroutine<Object> limited = under(SHORT, steps());
        loop.runUntilComplete(limited);
        assertThatThrownBy(() -> loop.runUntilComplete(limited))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** Statement 106; CPython: test_timeouts.TimeoutTests.test_timeout_without_task. */
    @Test
    void outsideATask_isRefused() {
        loop.callSoon(() -> assertThatThrownBy(() -> under(SHORT, steps()).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("timeout() should be used inside a task; await it in a coroutine that a task runs"));
        turn();
        assertThatThrownBy(() -> under(SHORT, steps()).send(null)).hasMessageContaining("no running event loop");
    }

    /** Statement 106; CPython: test_timeouts.TimeoutTests.test_repr_active, test_repr_expired, test_repr_finished. */
    @Test
    void toString_tellsStateAndLimit() {
        loop.runUntilComplete(under(
                null,
                steps().run(() -> assertThat(timeout).hasToString("Timeout active"))
                        .run(() -> timeout.rescheduleAt(Long.MAX_VALUE / 2))
                        .run(() -> assertThat(timeout).hasToString("Timeout active, when=4611686018427387903"))));
        assertThat(timeout).hasToString("Timeout finished, when=4611686018427387903");
    }

    /** One request of two was delivered; taking one back inside leaves the other, which is still to be delivered. */
    @Test
    void aRequestThatWasNotDelivered_survivesATimeoutInWhichAnotherWasTakenBack() {
        Task<Object> task = loop.createTask(steps().run(
                        () -> Asyncio.currentTask().cancel())
                .turn()
                .catching(CancelledError.class, it -> Asyncio.currentTask().cancel())
                .awaits(under(LONG, steps().run(() -> Asyncio.currentTask().uncancel())))
                .turn()
                .run(() -> log.add("went on")));

        turns(4);

        assertThat(task.isCancelled()).isTrue();
        assertThat(log).isEmpty();
    }

    /** A coroutine that is closed by hand takes its timer along. */
    @Test
    void closed_leavesNoTimer() {
        Coroutine<Object> limited = under(LONG, steps().turn());
        run(steps().run(() -> limited.send(null)).run(limited::close));
        assertThat(loop.timers.isEmpty()).isTrue();
        assertThat(timeout.expired()).isFalse();
    }

    /** Statement 100: its trace leads to who awaits it. */
    @Test
    void theTrace_leadsToTheAwaits() {
        assertThatThrownBy(() -> run(steps("outer").awaits(under(SHORT, sleeping()))))
                .extracting(Throwable::getStackTrace)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.array(StackTraceElement[].class))
                .extracting(StackTraceElement::getMethodName)
                .contains("outer");
    }
}
