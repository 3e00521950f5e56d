package dev.fermata;

import static dev.fermata.ScriptedCoroutine.awaiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Coroutine.Step;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class StageCoroutineTest {
    private final IOException failure = new IOException("broken");

    @Test
    void aFutureThatIsDoneDoesNotSuspend() {
        assertThat(Coroutine.of(CompletableFuture.completedFuture("value")).send(null))
                .isEqualTo(new Step.Returned<>("value"));
    }

    @Test
    void aFutureThatIsDoneWithNullDoesNotSuspend() {
        assertThat(Coroutine.of(CompletableFuture.completedFuture(null)).send(null))
                .isEqualTo(new Step.Returned<>(null));
    }

    @Test
    void aPendingFutureIsYieldedToTheDriver() {
        CompletableFuture<String> pending = new CompletableFuture<>();

        assertThat(awaiting(Coroutine.of(pending)).send(null)).isEqualTo(new Step.Suspended<>(pending));
    }

    @Test
    void theDriverResumesWithTheValueOfTheFuture() {
        Coroutine<String> waiting = awaiting(Coroutine.of(new CompletableFuture<>()));
        waiting.send(null);

        assertThat(waiting.send("value")).isEqualTo(new Step.Returned<>("value"));
    }

    @Test
    void theDriverRaisesTheFailureOfTheFuture() {
        Coroutine<String> waiting = awaiting(Coroutine.of(new CompletableFuture<>()));
        waiting.send(null);

        assertThat(catchThrowable(() -> waiting.raise(failure))).isSameAs(failure);
    }

    @Test
    void aMinimalStageThatIsDoneDoesNotSuspend() {
        CompletionStage<String> minimal = CompletableFuture.completedStage("value");

        assertThat(Coroutine.of(minimal).send(null)).isEqualTo(new Step.Returned<>("value"));
    }

    @Test
    void aMinimalStageThatFailedThrowsItsFailureUnwrapped() {
        CompletionStage<String> minimal = CompletableFuture.failedStage(failure);

        assertThat(catchThrowable(() -> Coroutine.of(minimal).send(null))).isSameAs(failure);
    }

    @Test
    void aPendingMinimalStageIsYieldedItself() {
        CompletionStage<String> minimal = new CompletableFuture<String>().minimalCompletionStage();

        assertThat(Coroutine.of(minimal).send(null)).isEqualTo(new Step.Suspended<>(minimal));
    }

    @Test
    void aStageOfAnotherLibraryIsYieldedAndAskedNothing() {
        CompletionStage<?> foreign = (CompletionStage<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CompletionStage.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                });

        Step.Suspended<?> step = (Step.Suspended<?>) Coroutine.of(foreign).send(null);

        assertThat(step.yielded() == foreign).isTrue();
    }

    @Test
    void nullIsToldWhereItIsAwaited() {
        assertThatThrownBy(() -> Coroutine.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("null instead of a completion stage");
    }

    @Test
    void aFutureThatFailedThrowsItsFailureUnwrapped() {
        Coroutine<Object> failed = Coroutine.of(CompletableFuture.failedFuture(failure));

        assertThat(catchThrowable(() -> failed.send(null))).isSameAs(failure);
    }

    @Test
    void aFutureThatDependsOnOneThatFailedThrowsTheFailureUnwrapped() {
        CompletableFuture<Object> dependent =
                CompletableFuture.failedFuture(failure).thenApply(value -> value);

        assertThat(catchThrowable(() -> Coroutine.of(dependent).send(null))).isSameAs(failure);
    }

    @Test
    void aCompletionExceptionWithoutCauseIsTheFailure() {
        CompletionException bare = new CompletionException("bare", null);

        assertThat(catchThrowable(
                        () -> Coroutine.of(CompletableFuture.failedFuture(bare)).send(null)))
                .isSameAs(bare);
    }

    @Test
    void aFutureThatWasCancelledThrowsACancellationException() {
        CompletableFuture<Object> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);

        assertThat(catchThrowable(() -> Coroutine.of(cancelled).send(null))).isInstanceOf(CancellationException.class);
    }

    @Test
    void aStageMayBeAwaitedByManyCoroutines() {
        CompletableFuture<String> shared = CompletableFuture.completedFuture("value");

        assertThat(Coroutine.of(shared).send(null))
                .isEqualTo(Coroutine.of(shared).send(null));
    }
}
