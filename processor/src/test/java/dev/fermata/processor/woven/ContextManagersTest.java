package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.GeneratorExit;
import dev.fermata.StopAsyncIteration;
import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.junit.AsyncTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Context managers as users write them. What CPython does with the same programs is in the twins. */
final class ContextManagersTest {
    private final List<Object> log = new ArrayList<>();

    /** Written by hand; what it throws in the end, if anything. */
    private final class Told implements AsyncContextManager<String> {
        private final String name;
        private final Boolean swallows;
        private final Exception failure;

        Told(String name, Boolean swallows, Exception failure) {
            this.name = name;
            this.swallows = swallows;
            this.failure = failure;
        }

        @Async
        @Override
        public Coroutine<String> enter() {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            log.add(name + " entered");
            return result(name);
        }

        @Async
        @Override
        public Coroutine<Boolean> exit(Throwable thrown) throws Exception {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            log.add(name + " exited" + (thrown == null ? "" : " by " + thrown.getMessage()));
            if (failure != null) {
                throw failure;
            }
            return result(swallows);
        }
    }

    private Told told(String name) {
        return new Told(name, false, null);
    }

    @Async
    private static Coroutine<String> failingBody(Exception failure) throws Exception {
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        throw failure;
    }

    // ---- by hand

    /** Statement 31; CPython: test_coroutines.test_with_1. */
    @AsyncTest
    void managers_areExitedInTheMirroredOrder(Runner runner) {
        String value = runner.run(() -> Asyncio.with(
                told("a"),
                a -> Asyncio.with(told("b"), b -> {
                    log.add("body");
                    return result(a + b);
                })));

        assertThat(value).isEqualTo("ab");
        assertThat(log).containsExactly("a entered", "b entered", "body", "b exited", "a exited");
    }

    /** Statement 32; CPython: test_coroutines.test_with_1, test_with_12. */
    @AsyncTest
    void anExitThatReturnsTrue_swallowsWhatTheBodyThrows_andTheValueIsNull(Runner runner) {
        String value =
                runner.run(() -> Asyncio.with(new Told("a", true, null), () -> failingBody(new IOException("body"))));

        assertThat(value).isNull();
        assertThat(log).containsExactly("a entered", "a exited by body");
    }

    @AsyncTest
    void anExitThatReturnsTrue_leavesTheValueOfABodyThatReturns(Runner runner) {
        assertThat(runner.<Integer>run(() -> Asyncio.with(new Told("a", true, null), () -> result(1))))
                .isEqualTo(1);
    }

    /** Statement 32; CPython: test_coroutines.test_with_12. */
    @AsyncTest
    void anExitThatReturnsNull_swallowsNothing(Runner runner) {
        IOException failure = new IOException("body");
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(new Told("a", null, null), () -> failingBody(failure))))
                .isSameAs(failure);
    }

    /** Statement 33; CPython: test_coroutines.test_with_6, test_with_11. */
    @AsyncTest
    void aManagerThatCannotBeEntered_isNotExited_andTheBodyDoesNotRun(Runner runner) {
        AsyncContextManager<String> closed = new AsyncContextManager<>() {
            @Async
            @Override
            public Coroutine<String> enter() throws IOException {
                throw new IOException("closed");
            }

            @Async
            @Override
            public Coroutine<Boolean> exit(Throwable thrown) {
                log.add("exited");
                return result(true);
            }
        };
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(closed, () -> {
                    log.add("body");
                    return done();
                })))
                .hasMessage("closed");
        assertThat(log).isEmpty();
    }

    /** Statement 36; CPython: test_coroutines.test_with_7, test_with_9, test_with_10. */
    @AsyncTest
    void whatAnExitThrows_replacesWhatTheBodyThrows_whichItHasSuppressed(Runner runner) {
        IOException body = new IOException("body");
        IOException inner = new IOException("inner");
        IOException outer = new IOException("outer");
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(
                        new Told("a", false, outer),
                        () -> Asyncio.with(new Told("b", false, inner), () -> failingBody(body)))))
                .isSameAs(outer);
        assertThat(outer.getSuppressed()).containsExactly(inner);
        assertThat(inner.getSuppressed()).containsExactly(body);
        assertThat(log).endsWith("b exited by body", "a exited by inner");
    }

    @AsyncTest
    void anExitThatThrowsWithTheBodysExceptionAsCause_doesNotTellItTwice(Runner runner) {
        IOException body = new IOException("body");
        IOException wrapping = new IOException("wrapping", body);
        assertThatThrownBy(
                        () -> runner.run(() -> Asyncio.with(new Told("a", false, wrapping), () -> failingBody(body))))
                .isSameAs(wrapping)
                .hasNoSuppressedExceptions();
    }

    @AsyncTest
    void anExitThatThrowsTheBodysExceptionAgain_throwsItAsItIs(Runner runner) {
        IOException body = new IOException("body");
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(new Told("a", false, body), () -> failingBody(body))))
                .isSameAs(body)
                .hasNoSuppressedExceptions();
    }

    @AsyncTest
    void aManagerThatIsCancelledWhileItIsEntered_isNotExited(Runner runner) {
        assertThat(runner.<Boolean>run(() -> cancelledAfter(Duration.ofMillis(500))))
                .isTrue();
        assertThat(log).isEmpty();
    }

    @AsyncTest
    void aBodyThatIsCancelled_exitsItsManager(Runner runner) {
        assertThat(runner.<Boolean>run(() -> cancelledAfter(Duration.ofMillis(1500))))
                .isTrue();
        assertThat(log).containsExactly("a entered", "a exited by stop");
    }

    @Async
    private Coroutine<Boolean> cancelledAfter(Duration time) {
        Task<Void> task = Asyncio.createTask(Asyncio.with(told("a"), () -> Asyncio.sleep(Duration.ofSeconds(10))));
        await(Asyncio.sleep(time));
        task.cancel("stop");
        try {
            await(task);
            return result(false);
        } catch (CancelledError cancelled) {
            return result(task.isCancelled());
        }
    }

    @Test
    void closingACoroutine_exitsTheManagerItIsIn() {
        Coroutine<Void> coroutine = Asyncio.with(AsyncContextManager.of(this::logging), () -> {
            suspend("body");
            return done();
        });
        coroutine.send(null);

        coroutine.close();

        assertThat(log).containsExactly("before", "GeneratorExit", "after");
    }

    @Async
    private AsyncGenerator<Integer> logging() {
        log.add("before");
        try {
            AsyncGenerator.yield(1);
        } catch (GeneratorExit exit) {
            log.add("GeneratorExit");
            throw exit;
        } finally {
            log.add("after");
        }
        return AsyncGenerator.end();
    }

    // ---- made of a generator

    @Async
    private AsyncGenerator<Integer> managing() {
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        log.add("before");
        AsyncGenerator.yield(42);
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        log.add("after");
        return AsyncGenerator.end();
    }

    /** CPython: test_contextlib_async.test_contextmanager_plain. */
    @AsyncTest
    void aGeneratorWithAYield_isAManager(Runner runner) {
        int value = runner.run(() -> Asyncio.with(AsyncContextManager.of(this::managing), given -> {
            log.add("body");
            return result(given);
        }));

        assertThat(value).isEqualTo(42);
        assertThat(log).containsExactly("before", "body", "after");
    }

    @Async
    private static AsyncGenerator<Void> never() {
        return AsyncGenerator.end();
    }

    /** Statement 61; CPython: test_contextlib_async.test_contextmanager_trap_no_yield. */
    @AsyncTest
    void aGeneratorThatDoesNotYield_cannotBeEntered(Runner runner) {
        assertThatThrownBy(() ->
                        runner.run(() -> Asyncio.with(AsyncContextManager.of(ContextManagersTest::never), () -> {
                            log.add("body");
                            return done();
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator didn't yield");
        assertThat(log).isEmpty();
    }

    @Async
    private AsyncGenerator<Void> twice(boolean suspends) {
        try {
            AsyncGenerator.yield(null);
        } catch (Exception body) { // javac knows of no checked exception that a yield throws
            log.add("caught");
        }
        try {
            if (suspends) {
                await(Asyncio.sleep(Duration.ofSeconds(1)));
            }
            AsyncGenerator.yield(null);
        } finally {
            if (suspends) {
                await(Asyncio.sleep(Duration.ofSeconds(1)));
            }
            log.add("closed");
        }
        return AsyncGenerator.end();
    }

    /** Statement 61; CPython: test_contextlib_async.test_contextmanager_trap_second_yield. */
    @AsyncTest
    void aGeneratorThatYieldsAgain_isClosed_andThatIsAnError(Runner runner) {
        for (boolean suspends : new boolean[] {false, true}) {
            assertThatThrownBy(() -> runner.run(
                            () -> Asyncio.with(AsyncContextManager.of(() -> twice(suspends)), () -> result(1))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("generator didn't stop");
        }
        assertThat(log).containsExactly("closed", "closed");
    }

    /** Statement 61; CPython: test_contextlib_async.test_contextmanager_trap_yield_after_throw. */
    @AsyncTest
    void aGeneratorThatYieldsAgainAfterAnException_isClosed_andThatIsAnErrorWithTheBodysSuppressed(Runner runner) {
        IOException body = new IOException("body");
        assertThatThrownBy(() -> runner.run(
                        () -> Asyncio.with(AsyncContextManager.of(() -> twice(true)), () -> failingBody(body))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator didn't stop after athrow()")
                .hasSuppressedException(body);
        assertThat(log).containsExactly("caught", "closed");
    }

    @Async
    private static AsyncGenerator<Void> failingToClose() {
        try {
            AsyncGenerator.yield(null);
            AsyncGenerator.yield(null);
        } finally {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            throwNow(new ArithmeticException("closing"));
        }
        return AsyncGenerator.end();
    }

    private static void throwNow(RuntimeException failure) {
        throw failure;
    }

    @AsyncTest
    void aGeneratorThatYieldsAgainAndFailsWhenItIsClosed_throwsThat_withTheMistakeSuppressed(Runner runner) {
        assertThatThrownBy(() -> runner.run(() ->
                        Asyncio.with(AsyncContextManager.of(ContextManagersTest::failingToClose), () -> result(1))))
                .isInstanceOf(ArithmeticException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessage("generator didn't stop"));
    }

    @Async
    private AsyncGenerator<Void> sorting() throws IOException {
        try {
            AsyncGenerator.yield(null);
        } catch (UnsupportedOperationException body) {
            throw new IOException("replaced");
        } catch (Exception body) {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            if (!(body instanceof IOException)) {
                throw body;
            }
            log.add("swallowed " + body.getMessage());
        }
        return AsyncGenerator.end();
    }

    private AsyncSupplier<String> sorted(Exception failure) {
        return () -> Asyncio.with(AsyncContextManager.of(this::sorting), () -> failingBody(failure));
    }

    /** Statement 62; CPython: test_contextlib_async.test_contextmanager_except. */
    @AsyncTest
    void aGeneratorThatCatchesTheBodysExceptionAtItsYield_swallowsIt(Runner runner) {
        assertThat(runner.run(sorted(new IOException("body")))).isNull();
        assertThat(log).containsExactly("swallowed body");
    }

    /** Statement 62; CPython: test_contextlib_async.test_contextmanager_traceback. */
    @AsyncTest
    void aGeneratorThatThrowsTheBodysExceptionAgain_keepsTheObject(Runner runner) {
        for (Exception failure : List.of(new ArithmeticException("thrown again"), new CloneNotSupportedException())) {
            assertThatThrownBy(() -> runner.run(sorted(failure)))
                    .isSameAs(failure)
                    .hasNoSuppressedExceptions();
        }
    }

    /** Statement 62; CPython: test_contextlib_async.test_contextmanager_no_reraise. */
    @AsyncTest
    void theExitOfAGeneratorThatThrowsTheBodysExceptionAgain_doesNot(Runner runner) {
        AsyncContextManager<Void> manager = AsyncContextManager.of(this::sorting);
        runner.run(manager::enter);
        assertThat(runner.<Boolean>run(() -> manager.exit(new ArithmeticException("body"))))
                .isFalse();
    }

    /** CPython: test_contextlib_async.test_contextmanager_non_normalised. */
    @AsyncTest
    void aGeneratorThatThrowsAnotherException_replacesTheBodys(Runner runner) {
        UnsupportedOperationException body = new UnsupportedOperationException("body");
        assertThatThrownBy(() -> runner.run(sorted(body)))
                .hasMessage("replaced")
                .hasSuppressedException(body);
    }

    /** Statement 63; CPython: test_contextlib_async.test_contextmanager_except_stopiter. */
    @AsyncTest
    void theEndOfAnIterationThatTheBodyThrows_passesUnchanged(Runner runner) {
        for (Exception end :
                List.of(StopAsyncIteration.INSTANCE, new StopAsyncIteration(), new NoSuchElementException("x"))) {
            assertThatThrownBy(() -> runner.run(
                            () -> Asyncio.with(AsyncContextManager.of(this::managing), () -> failingBody(end))))
                    .isSameAs(end);
        }
    }

    @Async
    private static AsyncGenerator<Void> catching() {
        try {
            AsyncGenerator.yield(null);
        } catch (StopAsyncIteration end) {
            await(Asyncio.sleep(Duration.ZERO));
        }
        return AsyncGenerator.end();
    }

    /** Statement 63; the one of Java that everybody shares is no sign that it was thrown again. */
    @AsyncTest
    void theEndOfAnIterationThatTheBodyThrows_isSwallowedByAGeneratorThatCatchesIt(Runner runner) {
        for (Exception end : List.of(StopAsyncIteration.INSTANCE, new StopAsyncIteration())) {
            assertThat(runner.<String>run(() -> Asyncio.with(
                            AsyncContextManager.of(ContextManagersTest::catching), () -> failingBody(end))))
                    .isNull();
        }
    }

    @Async
    private static AsyncGenerator<Void> wrapping() {
        try {
            AsyncGenerator.yield(null);
        } catch (RuntimeException body) {
            throw new IllegalStateException("wrapped", body);
        }
        return AsyncGenerator.end();
    }

    /** Statement 63; CPython: test_contextlib_async.test_contextmanager_wrap_runtimeerror. */
    @AsyncTest
    void whatAGeneratorThrowsItself_isNotTakenForTheBodys(Runner runner) {
        Callable<AsyncGenerator<Void>> function = ContextManagersTest::wrapping;
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(
                        AsyncContextManager.of(function), () -> failingBody(new ArithmeticException("x")))))
                .hasMessage("wrapped");
        StopAsyncIteration end = new StopAsyncIteration();
        assertThatThrownBy(
                        () -> runner.run(() -> Asyncio.with(AsyncContextManager.of(function), () -> failingBody(end))))
                .as("which cannot be told from what a generator makes of it; CPython has it so")
                .isSameAs(end);
    }

    @AsyncTest
    void aManagerMadeOfAGenerator_isForOneBody(Runner runner) {
        AsyncContextManager<Integer> manager = AsyncContextManager.of(this::managing);
        runner.run(() -> Asyncio.with(manager, () -> result(1)));

        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(manager, () -> result(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("make a new one for each");
    }

    @AsyncTest
    void aManagerMadeOfAGenerator_isExitedOnceAfterItsEntry(Runner runner) {
        AsyncContextManager<Integer> manager = AsyncContextManager.of(this::managing);
        assertThatThrownBy(() -> runner.run(() -> manager.exit(null)))
                .hasMessage("this context manager was not entered, or was exited before");
        runner.run(manager::enter);
        assertThat(runner.<Boolean>run(() -> manager.exit(null))).isFalse();
        assertThatThrownBy(() -> runner.run(() -> manager.exit(null)))
                .hasMessage("this context manager was not entered, or was exited before");
    }

    @AsyncTest
    void theFunctionOfAManager_isCalledWhenItIsEntered(Runner runner) {
        AsyncContextManager<Integer> manager = AsyncContextManager.of(() -> {
            throw new IOException("no generator");
        });
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(manager, () -> result(1))))
                .hasMessage("no generator");
    }

    /** CPython: test_contextlib_async.test_decorator, test_recursive. */
    @AsyncTest
    void around_makesAManagerForEachRun(Runner runner) {
        Supplier<AsyncContextManager<Integer>> managers = () -> AsyncContextManager.of(this::managing);
        AsyncSupplier<Integer> job = AsyncContextManager.around(managers, value -> result(value + 1));

        assertThat(runner.run(job)).isEqualTo(43);
        assertThat(runner.run(job)).isEqualTo(43);
        assertThat(log).containsExactly("before", "after", "before", "after");
    }

    // ---- closing, none, anext

    @Async
    private AsyncGenerator<Integer> numbers() {
        try {
            for (int i = 1; i < 4; i++) {
                await(Asyncio.sleep(Duration.ofSeconds(1)));
                AsyncGenerator.yield(i);
            }
        } finally {
            await(Asyncio.sleep(Duration.ofSeconds(1)));
            log.add("closed");
        }
        return AsyncGenerator.end();
    }

    /** Statement 65; CPython: test_contextlib_async.test_aclosing, test_aclosing_error, test_aclosing_bpo41229. */
    @AsyncTest
    void closing_closesAGeneratorOnBreakReturnAndException(Runner runner) {
        assertThat(runner.<Integer>run(() -> Asyncio.with(AsyncContextManager.closing(numbers()), source -> {
                    int sum = 0;
                    for (int number : source) {
                        sum += number;
                        if (number == 2) {
                            break;
                        }
                    }
                    return result(sum);
                })))
                .isEqualTo(3);
        assertThat(runner.<Integer>run(() -> Asyncio.with(AsyncContextManager.closing(numbers()), source -> {
                    for (int number : source) {
                        return result(number);
                    }
                    return result(0);
                })))
                .isEqualTo(1);
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(AsyncContextManager.closing(numbers()), source -> {
                    for (int number : source) {
                        throw new ArithmeticException("at " + number);
                    }
                    return done();
                })))
                .hasMessage("at 1");
        assertThat(log).containsExactly("closed", "closed", "closed");
    }

    /** CPython: test_contextlib_async.test_async_nullcontext. */
    @AsyncTest
    void none_givesItsValueAndDoesNothing(Runner runner) {
        AsyncContextManager<Integer> none = AsyncContextManager.none(1);
        assertThat(runner.<Integer>run(() -> Asyncio.with(none, value -> result(value))))
                .isEqualTo(1);
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(none, () -> failingBody(new IOException("body")))))
                .hasMessage("body");
    }

    /** Statement 60; CPython: test_asyncgen.test_async_generator_anext. */
    @AsyncTest
    void anext_givesTheDefaultAtTheEndOnly(Runner runner) {
        List<Integer> taken = runner.run(() -> {
            AsyncGenerator<Integer> source = numbers();
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(await(Asyncio.anext(source, -1)));
            }
            return result(all);
        });
        assertThat(taken).containsExactly(1, 2, 3, -1, -1);
        assertThatThrownBy(() -> runner.run(() -> Asyncio.anext(failingSource(), -1)))
                .hasMessage("source");
    }

    @Async
    private static AsyncGenerator<Integer> failingSource() {
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        throw new ArithmeticException("source");
    }
}
