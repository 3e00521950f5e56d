package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Statement 102: timeouts in timeouts. */
final class NestedTimeoutTest extends LoopTestCase {
    private Timeout outer;
    private Timeout inner;

    private Coroutine<Object> nested(long outerMillis, long innerMillis, Steps.Body atInnerEnd) {
        return Asyncio.timeout(Duration.ofMillis(outerMillis), first -> {
            outer = first;
            return steps().awaits(Asyncio.timeout(Duration.ofMillis(innerMillis), second -> {
                        inner = second;
                        return steps().awaits(() -> Asyncio.sleep(Duration.ofSeconds(9)));
                    }))
                    .catching(Throwable.class, atInnerEnd)
                    .awaits(() -> Asyncio.sleep(Duration.ofSeconds(9)));
        });
    }

    private Object rethrown(Object thrown) throws Throwable {
        log.add(thrown.getClass());
        throw (Throwable) thrown;
    }

    private Object caught(Object thrown) {
        log.add(thrown.getClass());
        return thrown;
    }

    /** CPython: test_timeouts.TimeoutTests.test_nested_timeouts. */
    @Test
    void ofEqualLimits_onlyTheOuterOneConverts_andBothAreExpired() {
        Task<Object> task = loop.createTask(nested(10, 10, this::rethrown));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly(CancelledError.class);
        assertThat(outer.expired()).isTrue();
        assertThat(inner.expired()).isTrue();
        assertThat(task.cancelling()).isZero();
    }

    /** CPython: test_timeouts.TimeoutTests.test_nested_timeouts_loop_busy. */
    @Test
    void inABusyLoop_bothFireInOneTurn_andTheOuterOneConverts() {
        Task<Object> task = loop.createTask(nested(100, 10, this::rethrown));
        turn();
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly(CancelledError.class);
    }

    /** CPython: test_timeouts.TimeoutTests.test_nested_timeouts_concurrent. */
    @Test
    void theInnerOneDoesNotConvertTheOuterOnes() {
        Task<Object> task = loop.createTask(nested(10, 100, this::rethrown));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly(CancelledError.class);
        assertThat(inner.expired()).isFalse();
    }

    @Test
    void theInnerOneFirst_thenTheOuterOne() {
        Task<Object> task = loop.createTask(nested(100, 10, this::caught));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly(AsyncTimeoutException.class);
        assertThat(clock.parked())
                .containsExactly(
                        Duration.ofMillis(10).toNanos(), Duration.ofMillis(90).toNanos());
        assertThat(task.cancelling()).isZero();
    }

    /** CPython: test_timeouts.TimeoutTests.test_nested_timeout_in_finally. */
    @Test
    void oneThatCleansUpAfterAnother_timesOutByItself() {
        Duration limit = Duration.ofMillis(10);
        Coroutine<Object> cleanup =
                Asyncio.timeout(limit, () -> steps().awaits(() -> Asyncio.sleep(limit.plus(limit))));
        Coroutine<Object> limited = Asyncio.timeout(limit, () -> {
            Throwable[] first = {null};
            return steps().awaits(() -> Asyncio.sleep(limit.plus(limit)))
                    .catching(CancelledError.class, it -> first[0] = (Throwable) it)
                    .awaits(cleanup)
                    .catching(AsyncTimeoutException.class, this::caught)
                    .run(() -> {
                        throw first[0];
                    });
        });
        assertThatThrownBy(() -> loop.runUntilComplete(limited)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly(AsyncTimeoutException.class);
    }

    /** An outer limit that is up while the inner one's body still cleans up. */
    @Test
    void theOuterOneDuringTheCleanupOfTheInner_converts() {
        Promise<Object> never = promise();
        Task<Object> task = loop.createTask(Asyncio.timeout(
                Duration.ofMillis(20),
                () -> Asyncio.timeout(
                        Duration.ofMillis(10),
                        () -> steps().awaits(() -> promise())
                                .catching(CancelledError.class, this::caught)
                                .awaits(never))));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(AsyncTimeoutException.class)
                .hasMessage("timed out after PT0.02S");
        assertThat(never.isCancelled()).isTrue();
        assertThat(task.cancelling()).isZero();
    }

    /** A cancellation by others goes through all. */
    @Test
    void aCancelByOthers_goesThroughAll() {
        Task<Object> task = loop.createTask(nested(100, 100, this::rethrown));
        turn();
        task.cancel("outside");
        turn();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        assertThat(loop.timers.isEmpty()).isTrue();
    }
}
