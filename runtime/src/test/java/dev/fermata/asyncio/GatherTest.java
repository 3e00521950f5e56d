package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements 112, 113 and 115 of the asyncio semantics. */
final class GatherTest extends LoopTestCase {
    private final Promise<Object> first = promise();
    private final Promise<Object> second = promise();

    @SafeVarargs
    @SuppressWarnings("varargs") // only passed on
    private Task<Object> gathering(Awaitable<Object>... awaitables) {
        Task<Object> task = loop.createTask(steps().awaits(Asyncio.gather(awaitables)));
        turn();
        return task;
    }

    /** Statement 112; CPython: test_tasks.test_success. */
    @Test
    void results_are_in_the_order_of_the_arguments_not_of_completion() {
        Task<Object> gather = gathering(first, second);

        second.setResult(2);
        turn();
        first.setResult(1);
        turns(2);

        assertThat(gather.result()).isEqualTo(List.of(1, 2));
    }

    @Test
    void coroutines_become_tasks_and_run_side_by_side() {
        Object result = run(steps().awaits(Asyncio.gather(
                steps().run(() -> log.add("a1")).turn().run(() -> log.add("a2")).returns("a"),
                steps().run(() -> log.add("b1")).turn().run(() -> log.add("b2")).returns("b"))));

        assertThat(result).isEqualTo(List.of("a", "b"));
        assertThat(log).containsExactly("a1", "b1", "a2", "b2");
    }

    /** CPython since 3.12: a gather of nothing but what has ended is done when it is made. */
    @Test
    void of_what_has_ended_it_takes_no_turn() {
        first.setResult(1);
        Task<Object> gather = gathering(first, first);

        assertThat(gather.result()).isEqualTo(List.of(1, 1));
    }

    @Test
    void of_what_has_failed_or_was_cancelled_it_takes_no_turn() {
        first.setException(new IllegalStateException("failed"));
        second.cancel();

        assertThat(gathering(first, second).exception()).hasMessage("failed");
        assertThat(gathering(second, first).isCancelled()).isTrue();
    }

    @Test
    void what_has_not_ended_is_waited_for_behind_what_has() {
        first.setResult(1);
        Task<Object> gather = gathering(first, second);
        assertThat(gather.isDone()).isFalse();

        second.setResult(2);
        turns(2);

        assertThat(gather.result()).isEqualTo(List.of(1, 2));
    }

    @Test
    void nothing_starts_before_it_is_awaited() {
        Coroutine<List<Object>> gather = Asyncio.gather(steps().run(() -> log.add("ran")));
        turns(2);
        assertThat(log).isEmpty();

        loop.runUntilComplete(gather);
        assertThat(log).containsExactly("ran");
    }

    @Test
    void arguments_are_copied_at_the_call() {
        List<Awaitable<Object>> arguments = new ArrayList<>(List.of(steps().returns("kept")));
        Coroutine<List<Object>> gather = Asyncio.gather(arguments);

        arguments.clear();

        assertThat(loop.runUntilComplete(gather)).containsExactly("kept");
    }

    /** Statement 112; CPython: test_tasks.test_duplicate_coroutines. */
    @Test
    void one_that_is_given_twice_runs_once_and_appears_twice() {
        Steps twice = steps().run(() -> log.add("ran")).returns("value");

        assertThat(loop.runUntilComplete(Asyncio.gather(twice, twice))).containsExactly("value", "value");

        assertThat(log).containsExactly("ran");
    }

    @Test
    void of_many_the_last_may_be_the_first_again() {
        List<Steps> many = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            many.add(steps().run(() -> log.add("ran")).returns(number));
        }
        many.add(many.get(0));
        List<Object> gathered = loop.runUntilComplete(Asyncio.gather(many));
        assertThat(log).hasSize(100);
        assertThat(gathered).hasSize(101).startsWith(0, 1).endsWith(99, 0);
    }

    @Test
    void one_that_is_given_twice_is_cancelled_once() {
        Task<Object> twice = loop.createTask(steps().awaits(first));
        Task<Object> gather = gathering(twice, twice);

        gather.cancel();
        turns(3);

        assertThat(twice.cancelling()).isEqualTo(1);
        assertThat(gather.isCancelled()).isTrue();
    }

    @Test
    void null_results_are_kept() {
        assertThat(loop.runUntilComplete(Asyncio.gather(steps(), steps().returns(1))))
                .containsExactly(null, 1);
    }

    /** Statement 112; CPython: test_tasks.test_constructor_empty_sequence_use_running_loop. */
    @Test
    void nothing_gives_an_empty_list_without_a_turn() {
        assertThat(gathering().result()).isEqualTo(List.of());
    }

    @Test
    void null_is_refused_at_the_call() {
        assertThatThrownBy(() -> Asyncio.gather(steps(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("an awaitable was expected, got null");
    }

    /** Statement 113; CPython: test_tasks.test_one_exception. */
    @Test
    void the_first_failure_is_thrown_at_once_and_the_others_keep_running() {
        RuntimeException thrown = new RuntimeException("first");
        Task<Object> other = loop.createTask(steps().awaits(second).run(() -> log.add("ran on")));
        Task<Object> gather = gathering(first, other);

        first.setException(thrown);
        turns(2);
        assertThat(gather.exception()).isSameAs(thrown);
        assertThat(other.isDone()).isFalse();

        second.setResult(null);
        turn();
        assertThat(log).containsExactly("ran on");
        assertThat(other.isCancelled()).isFalse();
    }

    /** Statement 113; CPython: test_tasks.test_exception_marking. */
    @Test
    void later_failures_of_the_others_count_as_seen() {
        Task<Object> gather = gathering(first, second);
        first.setException(new RuntimeException("first"));
        turns(2);
        assertThat(gather.exception()).hasMessage("first");

        second.setException(new RuntimeException("second"));
        turn();
        loop.close();

        assertThat(reports.take()).isEmpty();
    }

    @Test
    void one_that_has_failed_already_fails_it() {
        RuntimeException thrown = new RuntimeException();
        first.setException(thrown);
        Task<Object> gather = gathering(first, second);

        turns(2);

        assertThat(gather.exception()).isSameAs(thrown);
    }

    /** Statement 114; CPython: test_tasks.test_cancel_gather_1. */
    @Test
    void cancelling_it_cancels_all_and_is_raised() {
        Task<Object> child = loop.createTask(steps().awaits(first));
        Task<Object> gather = gathering(child, second);

        gather.cancel("all");
        assertThat(first.isCancelled()).isTrue();
        assertThat(second.isCancelled()).isTrue();
        turns(3);

        assertThat(child.isCancelled()).isTrue();
        assertThatThrownBy(gather::result).isInstanceOf(CancelledError.class).hasMessage("all");
    }

    @Test
    void cancelling_it_is_raised_even_if_a_child_refuses() {
        Task<Object> child = loop.createTask(steps().awaits(first).catching(CancelledError.class, it -> "refused"));
        Task<Object> gather = gathering(child);

        gather.cancel("all");
        turns(3);

        assertThat(child.result()).isEqualTo("refused");
        assertThatThrownBy(gather::result).isInstanceOf(CancelledError.class).hasMessage("all");
    }

    @Test
    void cancelling_it_when_all_are_done_is_raised_too() {
        Task<Object> gather = gathering(first);
        first.setResult("lost");

        gather.cancel();
        turns(3);

        assertThat(gather.isCancelled()).isTrue();
    }

    /** Statement 115; CPython: test_tasks.test_one_cancellation. */
    @Test
    void a_cancelled_child_does_not_cancel_its_siblings_and_is_seen_with_its_message() {
        Task<Object> gather = gathering(first, second);

        first.cancel("child");
        turns(2);

        assertThatThrownBy(gather::result).isInstanceOf(CancelledError.class).hasMessage("child");
        assertThat(gather.cancelling()).isZero();
        assertThat(second.isDone()).isFalse();
    }

    @Test
    void the_cancellation_of_a_child_can_be_caught() {
        Task<Object> task = loop.createTask(
                steps().awaits(Asyncio.gather(first, second)).catching(CancelledError.class, it -> "caught"));
        turn();

        first.cancel();
        turns(2);

        assertThat(task.result()).isEqualTo("caught");
    }

    @Test
    void gathers_nest() {
        Coroutine<List<List<Object>>> nested = Asyncio.gather(
                Asyncio.gather(steps().turn().returns(1), steps().returns(2)), Asyncio.gather(steps().returns(3)));

        assertThat(loop.runUntilComplete(nested)).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void a_promise_of_another_loop_is_refused() {
        try (EventLoop other = EventLoop.create()) {
            Task<Object> gather = gathering(other.createPromise());

            assertThat(gather.exception()).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
