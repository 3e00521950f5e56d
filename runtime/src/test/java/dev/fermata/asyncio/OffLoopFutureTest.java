package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Coroutines that were started where no loop runs. */
final class OffLoopFutureTest {
    private static final String NO_LOOP =
            "no running event loop: an @Async method that returns a future was called where"
                    + " none runs; it has no task and no timers and can await nothing but completion stages and coroutines";

    private final CompletableFuture<Object> input = new CompletableFuture<>();
    private final List<Object> log = new ArrayList<>();

    private CompletableFuture<Object> awaiting(CompletionStage<?> stage) {
        return FutureCall.start(steps().awaits(Coroutine.of(stage)));
    }

    private static Throwable failure(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        try {
            return new AssertionError(future.join());
        } catch (CompletionException thrown) {
            return thrown.getCause();
        }
    }

    // ---- what can be awaited

    @Test
    void a_bare_yield_fails_where_it_stands() {
        CompletableFuture<Object> future = FutureCall.start(
                steps().turn().catching(IllegalStateException.class, thrown -> ((Throwable) thrown).getMessage()));

        assertThat(future).isCompletedWithValue(NO_LOOP);
    }

    @Test
    void a_promise_of_a_loop_fails_where_it_is_awaited() {
        try (EventLoop loop = EventLoop.create()) {
            assertThat(failure(FutureCall.start(steps().awaits(loop.createPromise()))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(NO_LOOP);
        }
    }

    @Test
    void what_users_yield_to_their_own_loops_fails() {
        assertThat(failure(FutureCall.start(steps().yields("something"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(NO_LOOP);
    }

    @Test
    void a_stage_that_has_no_future_is_awaited() {
        CompletableFuture<Object> future = awaiting(StageProxy.viewOf(input));

        input.complete("value");

        assertThat(future).isCompletedWithValue("value");
    }

    @Test
    void a_stage_that_refuses_to_be_asked_fails_the_await() {
        IllegalArgumentException refusal = new IllegalArgumentException();
        CompletionStage<Object> refusing = StageProxy.of(callback -> {
            throw refusal;
        });

        assertThat(failure(awaiting(refusing))).isSameAs(refusal);
    }

    @Test
    void of_a_stage_that_tells_twice_the_first_counts() {
        CompletionStage<Object> twice = StageProxy.of(callback -> {
            callback.accept("first", null);
            callback.accept("second", null);
        });
        CompletableFuture<Object> future = FutureCall.start(steps().awaits(Coroutine.of(twice))
                .run(() -> log.add("went on"))
                .awaits(Coroutine.of(input)));

        input.complete("end");

        assertThat(log).containsExactly("went on");
        assertThat(future).isCompletedWithValue("end");
    }

    @Test
    void a_stage_that_cannot_be_cancelled_does_not_keep_the_body() {
        CompletableFuture<Object> future = awaiting(StageProxy.viewOf(input));

        future.cancel(true);

        assertThat(future).isCancelled();
        assertThat(input).isNotDone();
        input.complete("late");
    }

    // ---- contexts

    @Test
    void the_body_keeps_a_copy_of_its_callers_context_in_every_thread() throws InterruptedException {
        ContextVar<String> user = ContextVar.of("user", "nobody");
        CompletableFuture<Object> future;
        try (Token<String> token = user.set("caller")) {
            assertThat(token).isNotNull();
            future = FutureCall.start(steps().run(() -> log.add(user.get()))
                    .awaits(Coroutine.of(input))
                    .run(() -> log.add(user.get()))
                    .run(() -> user.set("body")));
            assertThat(user.get()).isEqualTo("caller");
        }
        Thread other = new Thread(() -> {
            user.set("other");
            input.complete(null);
            log.add(user.get());
        });

        other.start();
        other.join();

        assertThat(future).isDone();
        assertThat(log).containsExactly("caller", "caller", "other");
        assertThat(user.get()).isEqualTo("nobody");
    }

    // ---- cancelling

    @Test
    void a_body_that_is_running_is_cancelled_at_its_next_await() {
        CompletableFuture<?>[] own = new CompletableFuture<?>[1];
        CompletableFuture<Object> next = new CompletableFuture<>();
        own[0] = FutureCall.start(steps().awaits(Coroutine.of(input))
                .run(() -> own[0].cancel(true))
                .run(() -> log.add("still running"))
                .awaits(Coroutine.of(next))
                .catching(CancelledError.class, thrown -> log.add("cancelled")));

        input.complete(null);

        assertThat(log).containsExactly("still running", "cancelled");
        assertThat(next).isCancelled();
    }

    @Test
    void a_body_that_ends_before_its_next_await_ends_as_it_likes() {
        CompletableFuture<?>[] own = new CompletableFuture<?>[1];
        own[0] = FutureCall.start(steps().awaits(Coroutine.of(input)).run(() -> own[0].cancel(true)));

        input.complete(null);

        assertThat(own[0]).isCancelled();
    }

    @Test
    void a_second_request_does_nothing() {
        CompletableFuture<Object> second = new CompletableFuture<>();
        CompletableFuture<Object> future = FutureCall.start(steps().awaits(Coroutine.of(input))
                .catching(CancelledError.class, thrown -> log.add("refused"))
                .awaits(Coroutine.of(second)));

        assertThat(future.cancel(true)).isTrue();
        assertThat(future.cancel(true)).isTrue();
        assertThat(future.complete("late")).isFalse();
        assertThat(future.completeExceptionally(new IOException())).isFalse();

        assertThat(log).containsExactly("refused");
        assertThat(second).isNotDone();
    }

    @Test
    void a_timeout_of_the_platform_cancels_the_body() {
        CompletableFuture<Object> cleaned = new CompletableFuture<>();
        CompletableFuture<Object> future =
                FutureCall.start(steps().awaits(Coroutine.of(input)).lastly(() -> cleaned.complete("cleaned up")));

        future.orTimeout(1, TimeUnit.NANOSECONDS);

        assertThat(cleaned.join()).isEqualTo("cleaned up");
        assertThat(input).isCancelled();
        assertThat(failure(future)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void a_failure_that_nobody_can_get_any_more_is_logged() {
        IOException thrown = new IOException("while cleaning up");
        CompletableFuture<Object> future =
                FutureCall.start(steps().awaits(Coroutine.of(input)).lastly(() -> {
                    throw thrown;
                }));

        try (LogRecorder recorder = new LogRecorder()) {
            future.cancel(true);

            assertThat(recorder.thrown()).containsExactly(thrown);
        }
    }

    @Test
    void a_dependent_future_is_a_plain_one() {
        CompletableFuture<Object> future = awaiting(input);

        assertThat(future.thenApply(it -> it).getClass()).isSameAs(CompletableFuture.class);
        future.copy().cancel(true);

        assertThat(input).isNotDone();
    }

    // ---- stacks

    @Test
    void stages_that_are_complete_do_not_grow_the_stack() {
        Steps steps = steps();
        for (int i = 0; i < 100_000; i++) {
            steps.awaits(() -> Coroutine.of(StageProxy.viewOf(CompletableFuture.completedFuture("value"))));
        }

        assertThat(FutureCall.start(steps)).isCompletedWithValue("value");
    }

    @Test
    void a_long_chain_of_futures_completes_without_growing_the_stack() {
        CompletableFuture<Object> last = chain(20_000);

        input.complete("through");

        assertThat(last).isCompletedWithValue("through");
    }

    @Test
    void a_long_chain_of_futures_fails_without_growing_the_stack() {
        CompletableFuture<Object> last = chain(20_000);
        IOException thrown = new IOException();

        input.completeExceptionally(thrown);

        assertThat(failure(last)).isSameAs(thrown);
    }

    @Test
    void a_long_chain_of_futures_is_cancelled_without_growing_the_stack() {
        CompletableFuture<Object> last = chain(20_000);

        last.cancel(true);

        assertThat(input).isCancelled();
    }

    private CompletableFuture<Object> chain(int length) {
        CompletableFuture<Object> last = input;
        for (int i = 0; i < length; i++) {
            last = awaiting(last);
        }
        return last;
    }

    @Test
    void a_body_may_block_for_what_another_makes_of_the_future_that_it_completes() {
        CompletableFuture<Object> inner = new CompletableFuture<>();
        CompletableFuture<Object> dependent = awaiting(inner);
        CompletableFuture<Object> future =
                FutureCall.start(steps().awaits(Coroutine.of(input)).then(value -> {
                    inner.complete("made");
                    return dependent.getNow("not yet");
                }));

        input.complete(null);

        assertThat(future).isCompletedWithValue("made");
    }

    @Test
    void an_error_in_a_callback_does_not_lose_what_was_put_off() {
        List<Integer> ran = new ArrayList<>();
        assertThatThrownBy(() -> Trampoline.run(() -> nest(Trampoline.DEPTH_LIMIT, () -> {
                    Trampoline.run(() -> {
                        throw new OutOfMemoryError("made by hand");
                    });
                    Trampoline.run(() -> ran.add(1));
                })))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(ran).containsExactly(1);
    }

    private static void nest(int levels, Runnable innermost) {
        if (levels <= 1) {
            innermost.run();
        } else {
            Trampoline.run(() -> nest(levels - 1, innermost));
        }
    }
}
