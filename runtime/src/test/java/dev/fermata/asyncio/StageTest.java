package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Tasks that await completion stages. */
final class StageTest extends LoopTestCase {
    private final CompletableFuture<Object> future = new CompletableFuture<>();

    /** A view, which is no CompletableFuture and cannot be cancelled, of a future. */
    @SuppressWarnings("unchecked")
    private static CompletionStage<Object> viewOf(CompletableFuture<Object> future) {
        return (CompletionStage<Object>) Proxy.newProxyInstance(
                StageTest.class.getClassLoader(),
                new Class<?>[] {CompletionStage.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("toCompletableFuture")) {
                        throw new UnsupportedOperationException();
                    }
                    return method.invoke(future, arguments);
                });
    }

    private Task<Object> awaiting(CompletionStage<?> stage) {
        Task<Object> task = loop.createTask(steps().awaits(Coroutine.of(stage)));
        turn();
        return task;
    }

    @Test
    void its_value_arrives() {
        Task<Object> task = awaiting(future);

        future.complete("value");
        assertThat(task.isDone()).isFalse();
        turn();

        assertThat(task.result()).isEqualTo("value");
    }

    @Test
    void one_that_is_done_does_not_suspend() {
        assertThat(awaiting(CompletableFuture.completedFuture("early")).result())
                .isEqualTo("early");
    }

    @Test
    void one_that_is_done_but_no_CompletableFuture_is_asked_too() {
        Task<Object> task = awaiting(viewOf(CompletableFuture.completedFuture("early")));

        turn();

        assertThat(task.result()).isEqualTo("early");
    }

    @Test
    void its_failure_arrives_unwrapped() {
        IOException thrown = new IOException();
        Task<Object> direct = awaiting(future);
        Task<Object> dependent = awaiting(future.thenApply(it -> it));

        future.completeExceptionally(thrown);
        turn();

        assertThat(direct.exception()).isSameAs(thrown);
        assertThat(dependent.exception()).isSameAs(thrown);
    }

    @Test
    void the_failure_of_one_that_is_done_arrives_unwrapped() {
        IOException thrown = new IOException();

        assertThat(awaiting(CompletableFuture.failedFuture(thrown)).exception()).isSameAs(thrown);
    }

    /** Statement 84; CPython: test_futures.test_wrap_future_cancel2. */
    @Test
    void cancelling_the_task_cancels_the_future_at_once_and_the_task_in_the_next_turn() {
        Task<Object> task = awaiting(future);

        task.cancel("why");
        assertThat(future).isCancelled();
        assertThat(task.isDone()).isFalse();
        turn();

        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("why");
    }

    @Test
    void a_task_that_swallows_the_cancellation_goes_on() {
        Task<Object> task = loop.createTask(steps().awaits(Coroutine.of(future))
                .catching(CancelledError.class, it -> "swallowed")
                .turn()
                .returns("result"));
        turn();

        task.cancel();
        turns(2);

        assertThat(task.result()).isEqualTo("result");
    }

    @Test
    void cancelling_wins_over_a_completion_of_the_same_turn() {
        Task<Object> task = awaiting(future);

        future.complete("lost");
        task.cancel();
        turns(2);

        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void one_that_cannot_be_cancelled_and_completes_later_is_ignored() {
        CompletionStage<Object> view = viewOf(future);
        Promise<Object> second = promise();
        Task<Object> task = loop.createTask(steps().awaits(Coroutine.of(view))
                .catching(CancelledError.class, it -> "swallowed")
                .awaits(second));
        turn();
        task.cancel();
        turn();

        future.complete("late");
        turns(2);
        assertThat(task.isDone()).isFalse();

        second.setResult("second");
        turn();
        assertThat(task.result()).isEqualTo("second");
    }

    @Test
    void one_that_refuses_to_be_cancelled_does_not_keep_the_task() {
        CompletableFuture<Object> stubborn = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                throw new IllegalArgumentException("no");
            }
        };
        Task<Object> task = awaiting(stubborn);

        assertThat(task.cancel()).isTrue();
        turn();

        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void one_that_others_cancel_arrives_as_CancellationException_and_does_not_cancel_the_task() {
        Task<Object> direct = awaiting(future);
        Task<Object> dependent = awaiting(future.thenApply(it -> it));

        future.cancel(true);
        turn();

        assertThat(direct.isCancelled()).isFalse();
        assertThat(direct.exception()).isInstanceOf(CancellationException.class);
        assertThat(dependent.exception()).isInstanceOf(CancellationException.class);
    }

    @Test
    void one_that_is_cancelled_already_arrives_as_CancellationException() {
        future.cancel(true);

        assertThat(awaiting(future).exception()).isInstanceOf(CancellationException.class);
    }

    @Test
    void a_running_task_that_cancelled_itself_cancels_the_future_that_it_awaits_next() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.createTask(steps().run(() -> self[0].cancel("self")).awaits(Coroutine.of(future)));

        turn();
        assertThat(future).isCancelled();

        turn();
        assertThat(self[0].isCancelled()).isTrue();
    }

    @Test
    void of_two_requests_the_first_gives_the_message() {
        Task<Object> task = awaiting(future);

        task.cancel("first");
        task.cancel("second");
        turn();

        assertThatThrownBy(task::result).hasMessage("first");
    }

    @Test
    void another_thread_may_complete_it() {
        loop.callSoon(() -> new Thread(() -> future.complete("from elsewhere")).start());
        try (EventLoop real = EventLoop.create()) {
            turn();

            assertThat(real.runUntilComplete(steps().awaits(Coroutine.of(future))))
                    .isEqualTo("from elsewhere");
        }
    }

    @Test
    void one_that_completes_after_the_loop_was_closed_is_ignored() {
        awaiting(future);
        loop.close();

        assertThat(future.complete("late")).isTrue();
    }
}
