package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statement 114 of the asyncio semantics. */
final class GatherSettledTest extends LoopTestCase {
    private final Promise<Object> first = promise();
    private final Promise<Object> second = promise();

    @SafeVarargs
    @SuppressWarnings("varargs") // only passed on
    private Task<List<Outcome<Object>>> settling(Awaitable<Object>... awaitables) {
        Task<List<Outcome<Object>>> task = loop.createTask(Asyncio.gatherSettled(List.of(awaitables)));
        turn();
        return task;
    }

    /** Statement 114; CPython: test_tasks.FutureGatherTests.test_return_exceptions. */
    @Test
    void failures_areValues_inOrder() {
        RuntimeException thrown = new RuntimeException();
        Task<List<Outcome<Object>>> task = settling(first, second);
        second.setException(thrown);
        turns(2);
        assertThat(task.isDone()).isFalse();
        first.setResult("value");
        assertThat(loop.runUntilComplete(task))
                .containsExactly(new Outcome.Success<>("value"), new Outcome.Failure<>(thrown));
    }

    /** Statement 114; CPython: test_tasks.FutureGatherTests.test_result_exception_one_cancellation. */
    @Test
    void cancellationsOfChildren_areValues() {
        Task<List<Outcome<Object>>> task = settling(first, second);
        first.cancel("child");
        second.setResult(2);
        List<Outcome<Object>> outcomes = loop.runUntilComplete(task);
        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Failure.class,
                        it -> assertThat(it.exception())
                                .isInstanceOf(CancelledError.class)
                                .hasMessage("child"));
        assertThat(outcomes.get(1).get()).isEqualTo(2);
    }

    /** Statement 114; CPython: test_tasks.CoroutineGatherTests.test_cancellation_broadcast, BaseTaskTests.test_cancel_gather_2. */
    @Test
    void cancellingIt_cancelsAll_andIsThrownWhenTheyHaveEnded() {
        Promise<Object> cleanup = promise();
        Task<Object> child = loop.createTask(
                steps().awaits(first).catching(CancelledError.class, it -> it).awaits(cleanup));
        Task<List<Outcome<Object>>> task = settling(child, second);
        task.cancel("all");
        turns(3);
        assertThat(second.isCancelled()).isTrue();
        assertThat(task.isDone()).isFalse();
        cleanup.setResult(null);
        turns(3);
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("all");
    }

    /** Statement 114. */
    @Test
    void failures_countAsSeen() {
        loop.runUntilComplete(settling(steps().fails(new RuntimeException())));
        loop.close();
        assertThat(reports.take()).isEmpty();
    }

    /** Statement 112 of these. */
    @Test
    void nothing_givesAnEmptyList_andTwiceTheSameRunsOnce() {
        assertThat(settling().result()).isEmpty();
        Steps twice = steps().run(() -> log.add("ran"));
        assertThat(loop.runUntilComplete(settling(twice, twice))).hasSize(2);
        assertThat(log).containsExactly("ran");
    }

    @Test
    void get_ofAFailure_throwsItAsItIs() {
        IOException thrown = new IOException();
        assertThatThrownBy(() -> new Outcome.Failure<>(thrown).get()).isSameAs(thrown);
    }
}
