package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statement 118 of the asyncio semantics. */
final class ShieldTest extends LoopTestCase {
    private final RuntimeException thrown = new RuntimeException("thrown");
    private final Promise<Object> inner = promise();

    private Task<Object> shielding(Awaitable<Object> awaitable) {
        Task<Object> task = loop.createTask(steps().awaits(() -> Asyncio.shield(awaitable)));
        turn();
        return task;
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_shield_result. */
    @Test
    void theResult_isThatOfTheInnerOne() {
        Task<Object> outer = shielding(inner);
        inner.setResult("value");
        assertThat(loop.runUntilComplete(outer)).isEqualTo("value");
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_shield_exception. */
    @Test
    void theFailure_isThatOfTheInnerOne() {
        Task<Object> outer = shielding(inner);
        inner.setException(thrown);
        assertThatThrownBy(() -> loop.runUntilComplete(outer)).isSameAs(thrown);
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_shield_cancel_outer, test_shield_effect. */
    @Test
    void cancellingTheOuterOne_leavesTheInnerOneRunning() {
        Task<Object> work = loop.createTask(steps().awaits(inner).run(() -> log.add("finished")));
        Task<Object> outer = shielding(work);
        outer.cancel("outside");
        turn();
        assertThatThrownBy(outer::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        assertThat(work.cancelling()).isZero();
        inner.setResult(null);
        turns(2);
        assertThat(log).containsExactly("finished");
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_shield_cancel_inner. */
    @Test
    void cancellingTheInnerOne_cancelsTheOuterOne_withItsMessage() {
        Task<Object> outer = shielding(inner);
        inner.cancel("inside");
        turns(3);
        assertThatThrownBy(outer::result).isInstanceOf(CancelledError.class).hasMessage("inside");
        assertThat(outer.cancelling()).isZero();
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_shield_shortcut. */
    @Test
    void oneThatIsDone_isReturnedItself() {
        inner.setResult("value");
        assertThat(Asyncio.shield(inner)).isSameAs(inner);
    }

    /** Statement 118: started at once, not when the shield is awaited. */
    @Test
    void aCoroutine_isStartedAtOnce() {
        run(steps().run(() -> Asyncio.shield(steps().run(() -> log.add("ran")))).turn());
        assertThat(log).containsExactly("ran");
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_gather_shield. */
    @Test
    void aGatherOfShields_isCancelledWithoutTheInnerOnes() {
        Promise<Object> other = promise();
        Task<Object> gather =
                loop.createTask(steps().awaits(Asyncio.gather(Asyncio.shield(inner), Asyncio.shield(other))));
        turn();
        gather.cancel();
        turns(3);
        assertThat(gather.isCancelled()).isTrue();
        assertThat(List.of(inner, other)).noneMatch(Promise::isDone);
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_shield_gather. */
    @Test
    void aShieldedGather_runsOn() {
        Coroutine<List<Object>> gather = Asyncio.gather(inner, steps().awaits(inner));
        Task<Object> outer = loop.createTask(steps().awaits(() -> Asyncio.shield(gather)));
        turns(2);
        outer.cancel();
        turn();
        assertThat(outer.isCancelled()).isTrue();
        assertThat(inner.isDone()).isFalse();
    }

    /** Statement 118: a limit for the wait, not for the work. */
    @Test
    void aShieldUnderATimeout_isLeftRunning() {
        assertThatThrownBy(
                        () -> run(steps().awaits(() -> Asyncio.waitFor(Asyncio.shield(inner), Duration.ofMillis(10)))))
                .isInstanceOf(AsyncTimeoutException.class);
        assertThat(inner.isDone()).isFalse();
    }

    /** Statement 118; CPython main: test_tasks.BaseTaskTests.test_shield_cancel_outer_exception. */
    @Test
    void aFailureAfterTheOuterOneWasCancelled_isReported() {
        Task<Object> work = loop.createTask(steps().awaits(inner));
        Task<Object> outer = shielding(work);
        outer.cancel();
        turn();
        inner.setException(thrown);
        turn();
        loop.close();
        ErrorContext report = reports.takeOne();
        assertThat(report.exception()).isSameAs(thrown);
        assertThat(report.task()).isSameAs(work);
    }

    /** Statement 118: in the turn in which it fails, the failure is not lost either. */
    @Test
    void aFailureInTheTurnInWhichTheOuterOneIsCancelled_isReported() {
        Task<Object> outer = shielding(inner);
        inner.setException(thrown);
        outer.cancel();
        turns(2);
        assertThat(outer.isCancelled()).isTrue();
        ErrorContext report = reports.takeOne();
        assertThat(report.message()).isEqualTo("Exception in a shielded promise");
        assertThat(report.exception()).isSameAs(thrown);
        assertThat(report.promise()).isSameAs(inner);
    }

    /** Statement 118: to be cancelled then is nothing to report. */
    @Test
    void aCancellationInTheTurnInWhichTheOuterOneIsCancelled_isNotReported() {
        Task<Object> outer = shielding(inner);
        inner.cancel();
        outer.cancel();
        turns(3);
        assertThat(outer.isCancelled()).isTrue();
    }

    /** Statement 118: once cancelled, it holds nothing of what it shielded. */
    @Test
    void onceCancelled_itListensNoMore() {
        Promise<Object> shield = (Promise<Object>) Asyncio.shield(inner);
        shield.cancel();
        inner.setResult("value");
        turn();
        assertThat(shield.isCancelled()).isTrue();
    }

    /** Statement 118; CPython: test_tasks.BaseTaskTests.test_shield_coroutine_without_loop. */
    @Test
    void aCoroutineOutsideALoop_isRefused_andClosed() {
        Steps fresh = steps();
        assertThatThrownBy(() -> Asyncio.shield(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop");
        assertThat(fresh).hasToString("coroutine Steps.steps, closed");
    }
}
