package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements 108 to 111 of the asyncio semantics. */
final class WaitForTest extends LoopTestCase {
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final List<Duration> NO_TIME = List.of(Duration.ZERO, Duration.ofSeconds(-1));

    private final Promise<Object> promise = promise();

    /** Statement 108; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for. */
    @Test
    void inTime_givesTheResult() {
        assertThat(loop.runUntilComplete(Asyncio.waitFor(steps().turn().returns("value"), SHORT)))
                .isEqualTo("value");
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 108; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_blocking. */
    @Test
    void noLimit_waits() {
        assertThat(loop.runUntilComplete(Asyncio.waitFor(Asyncio.sleep(Duration.ofDays(1), "value"), null)))
                .isEqualTo("value");
    }

    /** Statement 108; CPython: test_waitfor.AsyncioWaitForTest.test_asyncio_wait_for_timeout. */
    @Test
    void outOfTime_cancels() {
        assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(promise, SHORT)))
                .isInstanceOf(AsyncTimeoutException.class)
                .hasCauseInstanceOf(CancelledError.class);
        assertThat(promise.isCancelled()).isTrue();
    }

    /** Statement 108; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_waits_for_task_cancellation. */
    @Test
    void outOfTime_waitsUntilTheInnerTaskHasEnded() {
        Task<Object> inner = loop.createTask(steps().awaits(promise)
                .catching(CancelledError.class, it -> it)
                .awaits(() -> Asyncio.sleep(Duration.ofMillis(5)))
                .lastly(() -> log.add("cleaned up"))
                .run(() -> {
                    throw new CancelledError();
                }));
        assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(inner, SHORT)))
                .isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly("cleaned up");
        assertThat(inner.isCancelled()).isTrue();
    }

    /** Statement 109; CPython: test_waitfor.WaitForShieldTests.test_wait_for_cancel_suppressed and AsyncioWaitForTest.test_wait_for_cancel_suppressed. */
    @Test
    void anInnerOneThatSwallowsTheCancel_givesItsValue() {
        for (Duration limit : List.of(Duration.ZERO, SHORT)) {
            Task<Object> inner =
                    loop.createTask(steps().awaits(() -> promise()).catching(CancelledError.class, it -> "swallowed"));
            turn();
            assertThat(loop.runUntilComplete(Asyncio.waitFor(inner, limit))).isEqualTo("swallowed");
        }
    }

    /** Statement 109; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_reraises_exception_during_cancellation. */
    @Test
    void anInnerOneThatFailsWhileItIsCancelled_failsIt() {
        for (Duration limit : List.of(Duration.ZERO, SHORT)) {
            RuntimeException thrown = new RuntimeException();
            Task<Object> inner = loop.createTask(steps().awaits(() -> promise()).catching(CancelledError.class, it -> {
                throw thrown;
            }));
            turn();
            assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(inner, limit)))
                    .isSameAs(thrown);
        }
    }

    /** Statement 110; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_race_condition. */
    @Test
    void aResultBeforeTheTimeIsUp_isGiven() {
        loop.callLater(Duration.ofMillis(9), () -> promise.setResult("value"));
        assertThat(loop.runUntilComplete(Asyncio.waitFor(promise, SHORT))).isEqualTo("value");
    }

    /** Statement 110; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_cancellation_race_condition, test_wait_for_issue86296. */
    @Test
    void aCancelAtTheInstantOfTheResult_isNotLost() {
        Task<Object> task = loop.createTask(Asyncio.waitFor(promise, SHORT));
        turn();
        promise.setResult("value");
        task.cancel("outside");
        turn();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
    }

    /** Statement 110; CPython: test_waitfor.AsyncioWaitForTest.test_cancel_wait_for. */
    @Test
    void cancelled_cancelsTheInnerOne() {
        Task<Object> task = loop.createTask(Asyncio.waitFor(promise, SHORT));
        turn();
        task.cancel();
        turn();
        assertThat(promise.isCancelled()).isTrue();
        assertThat(task.isCancelled()).isTrue();
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 111; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_timeout_less_then_0_or_0_future_done. */
    @Test
    void noTime_givesAnOutcomeThatIsThere() {
        promise.setResult("there");
        for (Duration limit : NO_TIME) {
            assertThat(loop.runUntilComplete(Asyncio.waitFor(promise, limit))).isEqualTo("there");
        }
    }

    /** Statement 111; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_timeout_less_then_0_or_0_coroutine_do_not_started. */
    @Test
    void noTime_neverStartsACoroutine() {
        for (Duration limit : NO_TIME) {
            Steps fresh = steps().run(() -> log.add("ran"));
            assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(fresh, limit)))
                    .isInstanceOf(AsyncTimeoutException.class)
                    .hasMessage("timed out at once: there was no time to begin");
            assertThat(fresh).hasToString("coroutine Steps.steps, closed");
        }
        assertThat(log).isEmpty();
    }

    /** Statement 111; CPython: test_waitfor.AsyncioWaitForTest.test_wait_for_timeout_less_then_0_or_0. */
    @Test
    void noTime_cancelsAndWaits() {
        Task<Object> inner = loop.createTask(steps().awaits(promise).lastly(() -> log.add("finally")));
        turn();
        assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.waitFor(inner, Duration.ZERO)))
                .isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly("finally");
    }

    /** Statement 111: the wait without time can itself be cancelled, and then listens no more. */
    @Test
    void noTime_cancelledWhileItWaits_isACancellation() {
        Promise<Object> cleanup = promise();
        Task<Object> inner = loop.createTask(
                steps().awaits(promise).catching(CancelledError.class, it -> it).awaits(cleanup));
        turn();
        Task<Object> task = loop.createTask(Asyncio.waitFor(inner, Duration.ZERO));
        turns(2);
        task.cancel("outside");
        turn();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        RuntimeException unseen = new RuntimeException();
        cleanup.setException(unseen);
        turns(2);
        loop.close();
        assertThat(reports.takeOne().exception()).isSameAs(unseen);
    }

    /** Statement 108: what awaits with a limit is awaited itself. */
    @Test
    void null_isRefusedAtTheCall() {
        assertThatThrownBy(() -> Asyncio.waitFor(null, SHORT))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("an awaitable was expected, got null");
    }
}
