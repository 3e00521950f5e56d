package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statement 116 of the asyncio semantics. */
final class WaitTest extends LoopTestCase {
    private final Promise<Object> first = promise();
    private final Promise<Object> second = promise();
    private final Promise<Object> third = promise();

    private Task<WaitResult<Object>> waiting(WaitOptions options) {
        Task<WaitResult<Object>> task = loop.createTask(Asyncio.wait(List.of(first, second, third), options));
        turn();
        return task;
    }

    private void assertWaits(Task<?> task) {
        turns(3);
        assertThat(task.isDone()).isFalse();
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait. */
    @Test
    void allCompleted_waitsForAll_andThrowsNothing() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.allCompleted());
        third.setResult(3);
        second.setException(new RuntimeException());
        assertWaits(task);
        first.cancel();
        WaitResult<Object> result = loop.runUntilComplete(task);
        assertThat(result.done()).containsExactly(first, second, third);
        assertThat(result.pending()).isEmpty();
        assertThat(second.exception()).isNotNull();
    }

    @Test
    void aFailureThatNobodyTakesOutOfTheResult_isReportedWhenTheLoopCloses() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.allCompleted());
        first.setResult(1);
        second.setException(new RuntimeException());
        third.setResult(3);
        loop.runUntilComplete(task);
        assertThat(reports.take()).isEmpty();

        loop.close();

        assertThat(reports.takeOne().promise()).isSameAs(second);
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait_first_completed. */
    @Test
    void firstCompleted_endsWithTheFirst() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.firstCompleted());
        second.cancel();
        WaitResult<Object> result = loop.runUntilComplete(task);
        assertThat(result.done()).containsExactly(second);
        assertThat(result.pending()).containsExactly(first, third);
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait_really_done. */
    @Test
    void firstCompleted_givesAllThatAreDoneBySoon() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.firstCompleted());
        second.setResult(2);
        third.setResult(3);
        assertThat(loop.runUntilComplete(task).done()).containsExactly(second, third);
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait_first_exception, test_wait_first_exception_in_wait. */
    @Test
    void firstException_endsWithTheFirstFailure_andACancellationIsNone() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.firstException());
        first.setResult(1);
        second.cancel();
        assertWaits(task);
        third.setException(new RuntimeException());
        assertThat(loop.runUntilComplete(task).done()).containsExactly(first, second, third);
        assertThat(third.exception()).isNotNull();
    }

    /** Statement 116. */
    @Test
    void firstException_withoutAFailure_waitsForAll() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.firstException());
        first.setResult(1);
        second.setResult(2);
        assertWaits(task);
        third.setResult(3);
        assertThat(loop.runUntilComplete(task).pending()).isEmpty();
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait_with_timeout. */
    @Test
    void within_endsInTime_withoutAnError_andCancelsNothing() {
        first.setResult(1);
        WaitResult<Object> result =
                loop.runUntilComplete(waiting(WaitOptions.allCompleted().within(Duration.ofMillis(10))));
        assertThat(result.done()).containsExactly(first);
        assertThat(result.pending()).containsExactly(second, third).noneMatch(Promise::isDone);
        assertThat(clock.parked()).containsExactly(Duration.ofMillis(10).toNanos());
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait_concurrent_complete. */
    @Test
    void doneInTime_leavesNoTimer() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.firstCompleted().within(Duration.ofMillis(10)));
        first.setResult(1);
        loop.runUntilComplete(task);
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 116. */
    @Test
    void withinNoTime_looksAndGoes() {
        first.setResult(1);
        WaitResult<Object> result =
                loop.runUntilComplete(waiting(WaitOptions.allCompleted().within(Duration.ZERO)));
        assertThat(result.done()).containsExactly(first);
        assertThat(clock.parked()).isEmpty();
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_yield_wait_does_not_shield_cancel. */
    @Test
    void cancelled_leavesThemAlone_andNoTimer() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.allCompleted().within(Duration.ofMillis(10)));
        task.cancel("outside");
        turn();
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
        assertThat(List.of(first, second, third)).noneMatch(Promise::isDone);
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    /** Statement 116: a wait that is over listens no more, so that a failure after it is reported. */
    @Test
    void afterwards_itListensNoMore() {
        Task<WaitResult<Object>> task = waiting(WaitOptions.firstCompleted());
        first.setResult(1);
        loop.runUntilComplete(task);
        RuntimeException unseen = new RuntimeException();
        second.setException(unseen);
        loop.close();
        assertThat(reports.takeOne().exception()).isSameAs(unseen);
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait_duplicate_coroutines. */
    @Test
    void onesThatAreGivenTwice_countOnce() {
        first.setResult(1);
        Task<WaitResult<Object>> task =
                loop.createTask(Asyncio.wait(List.of(first, first), WaitOptions.allCompleted()));
        assertThat(loop.runUntilComplete(task).done()).containsExactly(first);
    }

    /** Statement 116: of tasks, as most callers have them. */
    @Test
    void tasks_canBeGiven() {
        List<Task<Object>> tasks = List.of(
                loop.createTask(steps().returns(1)),
                loop.createTask(steps().turn().returns(2)));
        assertThat(loop.runUntilComplete(Asyncio.wait(tasks, WaitOptions.allCompleted()))
                        .done())
                .extracting(Promise::result)
                .containsExactly(1, 2);
    }

    /** Statement 116; CPython: test_tasks.BaseTaskTests.test_wait_errors. */
    @Test
    void none_isRefused() {
        List<Promise<Object>> none = List.of();
        assertThatThrownBy(() -> Asyncio.wait(none, WaitOptions.allCompleted()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no promises to wait for; ask isEmpty() first");
        assertThatThrownBy(() -> Asyncio.wait(Arrays.asList(first, null), WaitOptions.allCompleted()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a promise was expected, got null");
    }

    /** Statement 116. */
    @Test
    void onesOfAnotherLoop_areRefused() {
        try (EventLoop other = EventLoop.create()) {
            List<Promise<Object>> foreign = List.of(other.createPromise());
            assertThatThrownBy(() -> loop.runUntilComplete(Asyncio.wait(foreign, WaitOptions.allCompleted())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theResult_cannotBeChanged() {
        first.setResult(1);
        WaitResult<Object> result =
                loop.runUntilComplete(Asyncio.wait(List.of(first, second), WaitOptions.firstCompleted()));
        assertThatThrownBy(() -> result.done().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> result.pending().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void toString_tellsTheOptions() {
        assertThat(WaitOptions.firstException().within(Duration.ofSeconds(1)))
                .hasToString("FIRST_EXCEPTION within PT1S");
    }
}
