package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a wait says of itself to who finds it by {@link Inspect#awaiting}: whether or not it is a frame of the chain, which
 * nobody sees.
 */
final class WaitStateTest extends SyncTestCase {
    @BeforeEach
    void ofThisThread() {
        Asyncio.setEventLoop(loop);
    }

    @AfterEach
    void ofNobody() {
        Asyncio.setEventLoop(null);
    }

    /** A body that waits for something, and what ends the wait. */
    private record Situation(String name, Steps body, Steps.Action end) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Situation> all() {
        AsyncLock lock = new AsyncLock();
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        AsyncEvent event = new AsyncEvent();
        AsyncQueue<String> empty = new AsyncQueue<>();
        AsyncQueue<String> full = new AsyncQueue<>(1);
        AsyncQueue<String> busy = new AsyncQueue<>();
        AsyncCondition condition = new AsyncCondition();
        AsyncBarrier barrier = new AsyncBarrier(2);
        return Stream.of(
                new Situation("lock", steps().awaits(lock.acquire()).awaits(lock::acquire), lock::release),
                new Situation(
                        "semaphore",
                        steps().awaits(semaphore.acquire()).awaits(semaphore::acquire),
                        semaphore::release),
                new Situation("event", steps().awaits(event::waitFor), event::set),
                new Situation("get", steps().awaits(empty::get), () -> empty.putNow("element")),
                new Situation(
                        "put", steps().run(() -> full.putNow("first")).awaits(() -> full.put("second")), full::getNow),
                new Situation("join", steps().run(() -> busy.putNow("element")).awaits(busy::join), busy::taskDone),
                new Situation(
                        "condition", steps().awaits(condition.acquire()).awaits(() -> condition.waitFor()), () -> {
                            Asyncio.createTask(
                                    steps().awaits(condition.acquire()).run(() -> {
                                        condition.notify(1);
                                        condition.release();
                                    }));
                        }),
                new Situation("barrier", steps().awaits(barrier::waitFor), () -> {
                    Asyncio.createTask(steps().awaits(barrier.waitFor()));
                }));
    }

    /** The wait that a body has come to. */
    private Coroutine<?> wait(Steps body) {
        turn();
        return (Coroutine<?>) Inspect.awaiting(body);
    }

    @ParameterizedTest
    @MethodSource("all")
    void while_it_waits_it_is_suspended(Situation situation) {
        start(situation.body);
        Coroutine<?> wait = wait(situation.body);

        assertThat(Inspect.state(wait)).isEqualTo(CoroutineState.SUSPENDED);
        assertThat(wait.toString()).endsWith(", suspended");
        assertThat(Inspect.awaiting(wait)).isNull();
        assertThat(Inspect.locals(wait)).isEmpty();
        assertThat(Inspect.place(wait)).isNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void once_it_is_over_it_is_closed(Situation situation) {
        Task<Object> task = start(situation.body);
        Coroutine<?> wait = wait(situation.body);
        run(steps().run(situation.end).awaits(task));

        assertThat(Inspect.state(wait)).isEqualTo(CoroutineState.CLOSED);
        assertThat(wait.toString()).endsWith(", closed");
    }

    @ParameterizedTest
    @MethodSource("all")
    void once_it_was_cancelled_it_is_closed(Situation situation) {
        Task<Object> task = start(situation.body);
        Coroutine<?> wait = wait(situation.body);
        task.cancel();
        assertThat(Inspect.state(wait)).isEqualTo(CoroutineState.SUSPENDED);
        run(steps().awaits(task).catching(CancelledError.class, cancelled -> null));

        assertThat(Inspect.state(wait)).isEqualTo(CoroutineState.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobody_else_can_await_it(Situation situation) {
        Task<Object> task = start(situation.body);
        Coroutine<?> wait = wait(situation.body);

        assertThatThrownBy(() -> run(steps().awaits(wait)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
        assertThatThrownBy(() -> run(wait))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("coroutine is being awaited already");
        assertThatThrownBy(wait::close).hasMessage("coroutine is being awaited already");
        assertThatThrownBy(() -> wait.send(null)).hasMessage("coroutine is being awaited already");
        run(steps().run(situation.end).awaits(task)); // it has not noticed

        assertThatThrownBy(() -> run(steps().awaits(wait)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    /** It goes on by itself then, as the leaf. */
    @Test
    void it_is_suspended_also_after_somebody_has_taken_what_it_was_woken_for() {
        AsyncQueue<String> queue = new AsyncQueue<>();
        Steps body = steps().awaits(queue::get);
        Task<Object> task = start(body);
        Coroutine<?> wait = wait(body);
        queue.putNow("taken");
        queue.getNow();

        assertThat(wait(body)).isSameAs(wait);
        assertThat(Inspect.state(wait)).isEqualTo(CoroutineState.SUSPENDED);
        queue.putNow("left");
        assertThat(run(steps().awaits(task))).isEqualTo("left");
        assertThat(Inspect.state(wait)).isEqualTo(CoroutineState.CLOSED);
    }

    @Test
    void a_condition_that_acquires_its_lock_again_waits_in_it() {
        AsyncCondition condition = new AsyncCondition();
        Steps body = steps().awaits(condition.acquire()).awaits(() -> condition.waitFor());
        Task<Object> task = start(body);
        Coroutine<?> wait = wait(body);
        run(steps().awaits(condition.acquire()).run(() -> condition.notify(1)));
        turn();
        Coroutine<?> relocking = (Coroutine<?>) Inspect.awaiting(wait);

        assertThat(Inspect.state(relocking)).isEqualTo(CoroutineState.SUSPENDED);
        condition.release();
        run(steps().awaits(task));
        assertThat(Inspect.state(relocking)).isEqualTo(CoroutineState.CLOSED);
    }
}
