package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Coroutine;
import dev.fermata.inspect.Inspect;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a coroutine awaits: statement 19 of the asyncio semantics. CPython: test_coroutines.CoroutineTest.test_cr_await. */
final class AwaitingTest extends LoopTestCase {
    @BeforeEach
    void ofThisThread() {
        Asyncio.setEventLoop(loop);
    }

    @AfterEach
    void ofNobody() {
        Asyncio.setEventLoop(null);
    }

    /** Statement 19; CPython: test_coroutines.CoroutineTest.test_cr_await. */
    @Test
    void it_is_known_while_the_coroutine_is_suspended_only() {
        Promise<Object> promise = promise();
        Steps coroutine = steps();
        coroutine
                .run(() -> log.add(String.valueOf(Inspect.awaiting(coroutine))))
                .awaits(promise);
        assertThat(Inspect.awaiting(coroutine)).isNull();
        loop.createTask(coroutine);
        turn();
        assertThat(Inspect.awaiting(coroutine)).isSameAs(promise);
        promise.setResult(null);
        turn();
        assertThat(Inspect.awaiting(coroutine)).isNull();
        assertThat(log).containsExactly("null");
    }

    @Test
    void the_chain_leads_down_to_what_the_loop_waits_for() {
        Steps inner = steps().awaits(Asyncio.sleep(Duration.ofSeconds(1)));
        Steps outer = steps().awaits(inner);
        loop.createTask(outer);
        loop.createTask(steps().awaits(promise())); // another one, which is not looked at
        turn();

        assertThat(Inspect.awaiting(outer)).isSameAs(inner);
        assertThat(Inspect.awaiting(inner)).hasToString("a time to come");
    }

    @Test
    void tasks_and_stages_are_shown_as_themselves() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Steps ofStage = steps().awaits(Coroutine.of(stage));
        Task<Object> task = loop.createTask(ofStage);
        Steps ofTask = steps().awaits(task);
        loop.createTask(ofTask);
        turn();

        assertThat(Inspect.awaiting(ofTask)).isSameAs(task);
        assertThat(Inspect.awaiting(ofStage)).isSameAs(stage);
    }

    @Test
    void who_waits_for_a_turn_awaits_nothing() {
        Steps coroutine = steps().turn().turn();
        loop.createTask(coroutine);
        turn();

        assertThat(Inspect.awaiting(coroutine)).isNull();
    }

    @Test
    void it_is_known_of_coroutines_that_are_driven_by_hand() {
        Steps inner = steps().yields("yielded");
        Steps outer = steps().awaits(inner);
        outer.send(null);

        assertThat(Inspect.awaiting(outer)).isSameAs(inner);
        assertThat(Inspect.awaiting(inner)).isNull();
        outer.close();
        assertThat(Inspect.awaiting(outer)).isNull();
    }

    @Test
    void a_running_loop_is_asked_before_the_one_that_is_set() {
        Asyncio.setEventLoop(null);
        Promise<Object> promise = promise();
        Steps coroutine = steps().awaits(promise);
        loop.createTask(coroutine);
        loop.callSoon(() -> log.add(Inspect.awaiting(coroutine)));
        turn();

        assertThat(log).containsExactly(promise);
    }
}
