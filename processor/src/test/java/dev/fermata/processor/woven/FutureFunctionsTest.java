package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.inspect.Inspect;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** {@code @Async} methods that return futures, as users write them, called where no loop runs. */
final class FutureFunctionsTest {
    private final List<Object> log = new ArrayList<>();
    private final CompletableFuture<Integer> input = new CompletableFuture<>();

    // ---- values

    @Async
    private CompletableFuture<Integer> doubled(CompletionStage<Integer> stage) {
        log.add("begins");
        int value = await(stage);
        log.add("goes on");
        return CompletableFuture.completedFuture(2 * value);
    }

    @Test
    void theBodyRunsAtTheCallToItsFirstSuspension() {
        CompletableFuture<Integer> future = doubled(input);

        assertThat(log).containsExactly("begins");
        assertThat(future).isNotDone();
    }

    @Test
    void theBodyGoesOnInTheCallThatCompletesWhatItAwaits() {
        CompletableFuture<Integer> future = doubled(input);

        input.complete(21);

        assertThat(log).containsExactly("begins", "goes on");
        assertThat(future).isCompletedWithValue(42);
    }

    @Test
    void aBodyThatDoesNotSuspendIsDoneWhenTheCallReturns() {
        assertThat(doubled(CompletableFuture.completedFuture(4))).isCompletedWithValue(8);
    }

    @Async
    private static CompletionStage<String> stage(CompletionStage<String> stage) {
        return CompletableFuture.completedStage(await(stage) + "!");
    }

    @Test
    void aMethodMayReturnTheInterface() {
        CompletableFuture<String> input = new CompletableFuture<>();
        CompletionStage<String> stage = stage(input);

        input.complete("x");

        assertThat(stage.toCompletableFuture()).isCompletedWithValue("x!");
    }

    @Async
    private static CompletableFuture<Integer> returning(CompletableFuture<Integer> other) {
        return other;
    }

    @Test
    void theOutcomeOfAReturnedStageIsTheOutcome() {
        CompletableFuture<Integer> future = returning(input);
        assertThat(future).isNotSameAs(input).isNotDone();

        input.complete(3);

        assertThat(future).isCompletedWithValue(3);
    }

    @Test
    void theFailureOfAReturnedStageIsTheFailure() {
        CompletableFuture<Integer> future = returning(input);
        IOException thrown = new IOException();

        input.completeExceptionally(thrown);

        assertThat(failure(future)).isSameAs(thrown);
    }

    @Test
    void aReturnedNullFails() {
        assertThat(failure(returning(null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("null instead of a completion stage");
    }

    @Async
    private static CompletableFuture<String> choosing(boolean first, CompletionStage<Boolean> stage) {
        return await(stage) == first
                ? CompletableFuture.completedFuture("first")
                : CompletableFuture.failedFuture(new IOException("second"));
    }

    @Test
    void whatIsReturnedMayBeAConditional() {
        CompletionStage<Boolean> yes = CompletableFuture.completedFuture(true);

        assertThat(choosing(true, yes)).isCompletedWithValue("first");
        assertThat(failure(choosing(false, yes))).hasMessage("second");
    }

    // ---- failures

    @Async
    private static CompletableFuture<Integer> throwing(boolean early, CompletionStage<?> stage) throws IOException {
        if (early) {
            throw new IOException("early");
        }
        await(stage);
        throw new IOException("late");
    }

    @Test
    void whatTheBodyThrowsTheFutureGetsAndNotTheCaller() throws IOException {
        assertThat(failure(throwing(true, input)))
                .isInstanceOf(IOException.class)
                .hasMessage("early");

        CompletableFuture<Integer> late = throwing(false, input);
        input.complete(1);
        assertThat(failure(late)).isInstanceOf(IOException.class).hasMessage("late");
    }

    @Async
    private static CompletableFuture<String> catching(CompletionStage<?> stage) {
        try {
            await(stage);
            return CompletableFuture.completedFuture("nothing");
        } catch (Exception thrown) {
            return CompletableFuture.completedFuture(thrown.getClass().getSimpleName());
        }
    }

    @Test
    void failuresReachCatchUnwrapped() {
        CompletableFuture<String> direct = catching(input);
        CompletableFuture<String> dependent = catching(input.thenApply(it -> it));

        input.completeExceptionally(new FileNotFoundException());

        assertThat(direct).isCompletedWithValue("FileNotFoundException");
        assertThat(dependent).isCompletedWithValue("FileNotFoundException");
        assertThat(catching(input)).isCompletedWithValue("FileNotFoundException");
    }

    @Test
    void aStageThatOthersCancelArrivesAsCancellationException() {
        CompletableFuture<String> future = catching(input);

        input.cancel(true);

        assertThat(future).isCompletedWithValue("CancellationException");
    }

    // ---- cancelling

    @Async
    private CompletableFuture<Integer> cleaningUp(CompletionStage<Integer> stage) {
        try {
            return CompletableFuture.completedFuture(await(stage));
        } catch (CancelledError cancelled) {
            log.add("cancelled");
            throw cancelled;
        } finally {
            log.add("cleaned up");
        }
    }

    @Test
    void cancellingTheFutureCancelsTheBodyAndWhatItAwaits() {
        CompletableFuture<Integer> future = cleaningUp(input);

        assertThat(future.cancel(true)).isTrue();

        assertThat(log).containsExactly("cancelled", "cleaned up");
        assertThat(future).isCancelled();
        assertThat(input).isCancelled();
    }

    @Test
    void whoeverCompletesTheFutureFirstCancelsTheBody() {
        CompletableFuture<Integer> future = cleaningUp(input);

        assertThat(future.completeExceptionally(new TimeoutException())).isTrue();

        assertThat(log).containsExactly("cancelled", "cleaned up");
        assertThat(input).isCancelled();
        assertThat(failure(future)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void cancellingAFutureThatIsDoneDoesNothing() {
        CompletableFuture<Integer> future = cleaningUp(input);
        input.complete(1);

        assertThat(future.cancel(true)).isFalse();

        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void cancellationGoesThroughAChainOfCalls() {
        CompletableFuture<Integer> future = returning(cleaningUp(input));

        future.cancel(true);

        assertThat(log).containsExactly("cancelled", "cleaned up");
        assertThat(input).isCancelled();
    }

    @Async
    private CompletableFuture<Integer> refusing(CompletionStage<Integer> first, CompletionStage<Integer> second) {
        try {
            await(first);
        } catch (CancelledError cancelled) {
            log.add("refused");
        }
        log.add(await(second));
        return CompletableFuture.completedFuture(0);
    }

    @Test
    void aBodyThatRefusesGoesOnAndItsFutureStaysCancelled() {
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<Integer> future = refusing(input, second);
        future.cancel(true);

        second.complete(2);

        assertThat(log).containsExactly("refused", 2);
        assertThat(future).isCancelled();
    }

    @Async
    private static CompletableFuture<Integer> cancelledByItself() {
        throw new CancelledError("by itself");
    }

    @Test
    void aBodyThatEndsWithCancelledErrorHasACancelledFuture() {
        assertThat(cancelledByItself()).isCancelled();
        assertThatThrownBy(cancelledByItself()::join).isInstanceOf(CancellationException.class);
    }

    // ---- coroutines inside

    @Async
    private Coroutine<Integer> plusOne(CompletionStage<Integer> stage) throws IOException {
        try {
            return result(await(stage) + 1);
        } finally {
            log.add("inner");
        }
    }

    @Async
    private CompletableFuture<Integer> plusTwo(CompletionStage<Integer> stage) throws IOException {
        return CompletableFuture.completedFuture(await(plusOne(stage)) + 1);
    }

    @Test
    void aBodyMayAwaitCoroutines() throws IOException {
        CompletableFuture<Integer> future = plusTwo(input);

        input.complete(40);

        assertThat(future).isCompletedWithValue(42);
    }

    @Test
    void cancellationIsThrownAtTheInnermostAwait() throws IOException {
        plusTwo(input).cancel(true);

        assertThat(log).containsExactly("inner");
    }

    @Async
    private static Coroutine<Void> failing(CompletionStage<Integer> stage) {
        await(stage);
        throw new IllegalArgumentException("deep");
    }

    @Async
    private static Coroutine<Void> middle(CompletionStage<Integer> stage) {
        await(failing(stage));
        return done();
    }

    @Async
    private static CompletableFuture<Void> outer(CompletionStage<Integer> stage) {
        await(middle(stage));
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void aStackTraceShowsTheFunctionsThatAwait() {
        CompletableFuture<Void> future = outer(input);

        input.complete(1);

        assertThat(Traces.functions(failure(future))).containsSubsequence("failing$async", "middle", "outer");
    }

    // ---- other places

    /** Somebody's own interface. */
    private interface Job<T> {
        @Async
        CompletionStage<T> start();
    }

    /** As Spring has it: a plain interface. */
    private interface Service {
        CompletionStage<Integer> load(CompletionStage<Integer> from);
    }

    @Test
    void lambdasAndAnonymousClassesOfAnAsyncInterfaceAreSuchFunctions() {
        Job<Integer> lambda = () -> CompletableFuture.completedFuture(await(input) + 1);
        Job<Integer> anonymous = new Job<>() {
            @Override
            public CompletableFuture<Integer> start() {
                return CompletableFuture.completedFuture(await(input) + 2);
            }
        };
        CompletionStage<Integer> first = lambda.start();
        CompletionStage<Integer> second = anonymous.start();

        input.complete(10);

        assertThat(first.toCompletableFuture()).isCompletedWithValue(11);
        assertThat(second.toCompletableFuture()).isCompletedWithValue(12);
    }

    private static final boolean DEBUG = false;

    @Async
    private CompletableFuture<Integer> holdingALambdaThatIsDropped() {
        if (DEBUG) {
            Job<Integer> dead = () -> CompletableFuture.completedFuture(await(input) + 1);
            return dead.start().toCompletableFuture();
        }
        return CompletableFuture.completedFuture(await(input));
    }

    @Test
    void aLambdaInCodeThatJavacDropsDoesNoHarm() {
        CompletableFuture<Integer> future = holdingALambdaThatIsDropped();

        input.complete(1);

        assertThat(future).isCompletedWithValue(1);
    }

    @Test
    void aMethodOfAPlainInterfaceMayBeImplemented() {
        class Implementation implements Service {
            @Async
            @Override
            public CompletableFuture<Integer> load(CompletionStage<Integer> from) {
                return CompletableFuture.completedFuture(await(from) * 3);
            }
        }
        Service service = new Implementation();
        CompletionStage<Integer> future = service.load(input);

        input.complete(5);

        assertThat(future.toCompletableFuture()).isCompletedWithValue(15);
    }

    @Async
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T extends Comparable<T>> CompletableFuture<T> largest(
            long skipped, double factor, CompletionStage<T>... stages) {
        T largest = null;
        for (CompletionStage<T> stage : stages) {
            T value = await(stage);
            if (largest == null || largest.compareTo(value) < 0) {
                largest = value;
            }
        }
        return CompletableFuture.completedFuture(skipped == 1L && factor == 0.5 ? largest : null);
    }

    @Test
    @SuppressWarnings("unchecked")
    void argumentsAreKeptAcrossSuspensions() {
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<Integer> future = largest(1L, 0.5, input, second, CompletableFuture.completedFuture(2));

        second.complete(9);
        input.complete(3);

        assertThat(future).isCompletedWithValue(9);
    }

    // ---- loops

    @Async
    private static CompletableFuture<Void> sleeping(Duration duration) {
        await(Asyncio.sleep(duration));
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void whatNeedsALoopFailsAndSaysWhy() {
        assertThat(failure(sleeping(Duration.ofMillis(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no running event loop: an @Async method that returns a future was called where none runs;"
                        + " it has no task and no timers; call it in a coroutine, or return Coroutine<T> and give that"
                        + " to a loop");
        assertThat(failure(sleeping(Duration.ZERO)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no running event loop: an @Async method that returns a future was called where none runs;"
                        + " it has no task and no timers and can await nothing but completion stages and coroutines");
    }

    @Async
    private CompletableFuture<Integer> askingForTheLoop(CompletionStage<Integer> stage) {
        int value = await(stage);
        try {
            log.add(EventLoop.running());
        } catch (IllegalStateException none) {
            log.add("none");
        }
        return CompletableFuture.completedFuture(value);
    }

    @Test
    void aLoopThatCompletesWhatItAwaitsDoesNotBecomeItsLoop() {
        CompletableFuture<Integer> future = askingForTheLoop(input);

        Asyncio.run(() -> {
            input.complete(7);
            log.add(EventLoop.running().isRunning());
            return done();
        });

        assertThat(log).containsExactly("none", true);
        assertThat(future).isCompletedWithValue(7);
    }

    // ---- reflection

    @Test
    void suchAMethodIsNoCoroutineFunction() throws NoSuchMethodException {
        Method method = getClass().getDeclaredMethod("doubled", CompletionStage.class);

        assertThat(Inspect.isCoroutineFunction(method)).isFalse();
        assertThat(method.isAnnotationPresent(Async.class)).isTrue();
        assertThat(method.getReturnType()).isEqualTo(CompletableFuture.class);
        assertThat(Inspect.isCoroutine(doubled(input))).isFalse();
        assertThat(Inspect.isAwaitable(doubled(input))).isTrue();
    }

    static Throwable failure(CompletableFuture<?> future) {
        try {
            return new AssertionError("no failure but " + future.join());
        } catch (CompletionException thrown) {
            return thrown.getCause();
        }
    }
}
