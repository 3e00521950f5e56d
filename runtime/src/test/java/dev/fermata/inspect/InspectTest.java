package dev.fermata.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.inspect.Samples.Shop;
import dev.fermata.inspect.Samples.Unwoven;
import dev.fermata.machine.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is asked about objects, and about generator functions. */
final class InspectTest {
    /** Statement 27; CPython: test_pep492.test_iscoroutine. */
    @Test
    void whatACoroutineFunctionReturnsIsACoroutine() {
        assertThat(Inspect.isCoroutine(Shop.open())).isTrue();
    }

    /** Statement 27; CPython: test_pep492.test_iscoroutine. */
    @Test
    void nothingElseIsACoroutine() {
        Awaitable<String> awaitable = Shop::open;

        assertThat(Inspect.isCoroutine(awaitable)).isFalse();
        assertThat(Inspect.isCoroutine(Shop.numbers())).isFalse();
        assertThat(Inspect.isCoroutine(new CompletableFuture<>())).isFalse();
        assertThat(Inspect.isCoroutine(Methods.require(Shop.class, "open"))).isFalse();
        assertThat(Inspect.isCoroutine(null)).isFalse();
    }

    /** Statement 26; CPython: test_inspect.test_isawaitable. */
    @Test
    void coroutinesAwaitablesAndStagesCanBeAwaited() {
        Awaitable<String> awaitable = Shop::open;

        assertThat(Inspect.isAwaitable(Shop.open())).isTrue();
        assertThat(Inspect.isAwaitable(awaitable)).isTrue();
        assertThat(Inspect.isAwaitable(new CompletableFuture<>())).isTrue();
        assertThat(Inspect.isAwaitable(CompletableFuture.completedStage("value")))
                .isTrue();
    }

    /** Statement 26; CPython: test_inspect.test_isawaitable. */
    @Test
    void functionsAndGeneratorsCannotBeAwaited() {
        assertThat(Inspect.isAwaitable(Methods.require(Shop.class, "open"))).isFalse();
        assertThat(Inspect.isAwaitable(Shop.numbers())).isFalse();
        assertThat(Inspect.isAwaitable(null)).isFalse();
    }

    @Test
    void whatAGeneratorFunctionReturnsIsAGenerator() {
        assertThat(Inspect.isGenerator(Shop.numbers())).isTrue();
        assertThat(Inspect.isGenerator(Shop.open())).isFalse();
        assertThat(Inspect.isGenerator(List.of().iterator())).isFalse();
        assertThat(Inspect.isGenerator(null)).isFalse();
    }

    @Test
    void aYieldsMethodOfARewrittenClassIsAGeneratorFunction() {
        assertThat(Inspect.isGeneratorFunction(Methods.require(Shop.class, "numbers")))
                .isTrue();
        assertThat(Inspect.isGeneratorFunction(Shop.class, "numbers", int.class))
                .isTrue();
        assertThat(Inspect.isGeneratorFunction((Object) Methods.require(Shop.class, "numbers")))
                .isTrue();
    }

    @Test
    void noOtherMethodIsAGeneratorFunction() {
        assertThat(Inspect.isGeneratorFunction(Shop.class, "open")).isFalse();
        assertThat(Inspect.isGeneratorFunction(Shop.class, "wrongAnnotation")).isFalse();
        assertThat(Inspect.isGeneratorFunction(Unwoven.class, "numbers")).isFalse();
        assertThat(Inspect.isGeneratorFunction((Object) Shop.numbers())).isFalse();
    }

    @Test
    void theTypeOfAMethodIsFunction() {
        assertThat(Inspect.typeName(Methods.require(Shop.class, "open"))).isEqualTo("function");
        assertThat(Inspect.typeName(Methods.require(Shop.class, "name"))).isEqualTo("function");
    }

    @Test
    void theTypeOfALambdaForOneOfOurInterfacesIsFunction() {
        AsyncSupplier<String> supplier = Shop::open;
        AsyncFunction<String, Integer> function = new Shop()::price;

        assertThat(Inspect.typeName(supplier)).isEqualTo("function");
        assertThat(Inspect.typeName(function)).isEqualTo("function");
    }

    @Test
    void allCoroutinesAreOfOneType() {
        assertThat(Inspect.typeName(Shop.open())).isEqualTo("coroutine");
        assertThat(Inspect.typeName(new Pausing())).isEqualTo("coroutine");
    }

    @Test
    void allGeneratorsAreOfOneType() {
        assertThat(Inspect.typeName(Shop.numbers())).isEqualTo("generator");
    }

    @Test
    void theTypeOfAnythingElseIsItsClass() {
        assertThat(Inspect.typeName("text")).isEqualTo("java.lang.String");
        assertThat(Inspect.typeName((Object) null)).isEqualTo("null");
    }

    /** Statement 20; CPython: test_inspect.test_suspended, test_closed_after_exhaustion. */
    @Test
    void aCoroutineIsCreatedThenSuspendedThenClosed() {
        Coroutine<String> pausing = new Pausing();

        assertThat(Inspect.state(pausing)).isEqualTo(CoroutineState.CREATED);
        pausing.send(null);
        assertThat(Inspect.state(pausing)).isEqualTo(CoroutineState.SUSPENDED);
        pausing.send("value");
        assertThat(Inspect.state(pausing)).isEqualTo(CoroutineState.CLOSED);
    }

    /** Statement 20; CPython: test_inspect.test_suspended, test_closed_after_exhaustion. */
    @Test
    void aCoroutineIsRunningWhileItsBodyIsOnTheStack() {
        Watching watching = new Watching();

        watching.send(null);

        assertThat(watching.seen).containsExactly(CoroutineState.RUNNING);
    }

    /** Statement 20; CPython: test_inspect.test_suspended, test_closed_after_exhaustion. */
    @Test
    void aCoroutineThatFailedOrWasClosedIsClosed() {
        Coroutine<String> failed = new Pausing();
        Coroutine<String> closed = new Pausing();

        catchThrowable(() -> failed.raise(new IOException()));
        closed.close();

        assertThat(Inspect.state(failed)).isEqualTo(CoroutineState.CLOSED);
        assertThat(Inspect.state(closed)).isEqualTo(CoroutineState.CLOSED);
    }

    @Test
    void aGeneratorHasAStateToo() {
        Generator<Integer> numbers = Shop.numbers();

        assertThat(Inspect.state(numbers)).isEqualTo(CoroutineState.CREATED);
        numbers.hasNext();
        assertThat(Inspect.state(numbers)).isEqualTo(CoroutineState.CLOSED);
    }

    @Test
    void nothingElseHasAState() {
        assertThatThrownBy(() -> Inspect.state(Methods.require(Shop.class, "open")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("state() of function")
                .hasMessageContaining("not the function that makes it");
    }

    /** return result(suspend(null));. */
    private static final class Pausing extends Coroutine<String> {
        @Override
        protected Object step(Machine machine, int state) {
            return state == CREATED ? machine.suspend(this, 1) : machine.resumed();
        }
    }

    private static final class Watching extends Coroutine<String> {
        final List<CoroutineState> seen = new ArrayList<>();

        @Override
        protected Object step(Machine machine, int state) {
            seen.add(Inspect.state(this));
            return null;
        }
    }

    @Test
    void anAsyncMethodThatReturnsAnAsyncGeneratorIsAnAsyncGeneratorFunctionOnly() {
        assertThat(Inspect.isAsyncGeneratorFunction(Shop.class, "ticks")).isTrue();
        assertThat(Inspect.isAsyncGeneratorFunction(Shop.class, "ticks", int.class, String.class))
                .isTrue();
        assertThat(Inspect.isAsyncGeneratorFunction((Object) Methods.require(Shop.class, "ticks")))
                .isTrue();
        assertThat(Inspect.isAsyncGeneratorFunction((AsyncFunctionRef) Shop::ticks))
                .isTrue();
        assertThat(Inspect.isAsyncGeneratorFunction((AsyncFunctionRef.Two<Integer, String>) Shop::ticks))
                .isTrue();
        assertThat(Inspect.isCoroutineFunction(Shop.class, "ticks")).isFalse();
        assertThat(Inspect.isGeneratorFunction(Shop.class, "ticks")).isFalse();
    }

    @Test
    void noOtherMethodIsAnAsyncGeneratorFunction() {
        assertThat(Inspect.isAsyncGeneratorFunction(Shop.class, "delegateTicks"))
                .isFalse();
        assertThat(Inspect.isAsyncGeneratorFunction(Shop.class, "open")).isFalse();
        assertThat(Inspect.isAsyncGeneratorFunction(Shop.class, "numbers")).isFalse();
        assertThat(Inspect.isAsyncGeneratorFunction((Object) Shop.ticks())).isFalse();
    }

    @Test
    void anAsyncGeneratorIsNeitherAGeneratorNorACoroutineNorAwaitable() {
        assertThat(Inspect.isAsyncGenerator(Shop.ticks())).isTrue();
        assertThat(Inspect.isGenerator(Shop.ticks())).isFalse();
        assertThat(Inspect.isCoroutine(Shop.ticks())).isFalse();
        assertThat(Inspect.isAwaitable(Shop.ticks())).isFalse();
        assertThat(Inspect.isAsyncGenerator(Shop.numbers())).isFalse();
        assertThat(Inspect.isAsyncGenerator(null)).isFalse();
        assertThat(Inspect.isAwaitable(Shop.ticks().anext())).isTrue();
        assertThat(Inspect.typeName(Shop.ticks())).isEqualTo("async_generator");
    }

    @Test
    void anAsyncGeneratorHasAStateToo() {
        AsyncGenerator<Integer> ticks = Shop.ticks();
        assertThat(Inspect.state(ticks)).isEqualTo(CoroutineState.CREATED);

        ticks.aclose().send(null);

        assertThat(Inspect.state(ticks)).isEqualTo(CoroutineState.CLOSED);
    }
}
