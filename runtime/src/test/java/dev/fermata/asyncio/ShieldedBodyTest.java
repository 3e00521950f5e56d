package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bodies that no cancellation from around them reaches: trio's shielded scopes. */
final class ShieldedBodyTest extends LoopTestCase {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(5);

    private Steps body() {
        return steps().awaits(() -> Asyncio.sleep(Duration.ofSeconds(3)))
                .lastly(() -> log.add("body ended"))
                .returns("value");
    }

    private static Coroutine<Object> shielded(Steps body) {
        return Asyncio.shielded(() -> body);
    }

    private Task<Object> task(Steps steps) {
        return loop.createTask(steps);
    }

    private void runAll() {
        loop.callLater(Duration.ofMinutes(1), loop::stop);
        loop.runForever();
    }

    @Test
    void a_cancellation_of_the_task_waits_for_the_end_of_the_body() {
        Task<Object> task = task(steps().awaits(() -> shielded(body()))
                .then(value -> log.add(value))
                .awaits(() -> Asyncio.sleep(LONG))
                .catching(CancelledError.class, it -> {
                    log.add("cancelled: " + ((CancelledError) it).message());
                    throw (CancelledError) it;
                }));
        turn();
        assertThat(task.cancel("now")).isTrue();
        assertThat(task.cancelling()).isEqualTo(1);
        runAll();

        assertThat(log).containsExactly("body ended", "value", "cancelled: now");
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void one_that_ends_with_its_body_ends_cancelled() {
        Task<Object> task = task(steps().awaits(() -> shielded(body())));
        turn();
        task.cancel();
        runAll();
        assertThat(log).containsExactly("body ended");
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void the_failure_of_the_body_is_thrown_all_the_same() {
        IOException failure = new IOException();
        Task<Object> task = task(steps().awaits(() -> shielded(steps().turn().fails(failure)))
                .catching(IOException.class, it -> log.add(it)));
        turn();
        task.cancel();
        runAll();
        assertThat(log).containsExactly(failure);
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void a_timeout_around_it_is_late() {
        Object outcome = run(steps().awaits(() -> Asyncio.timeout(
                        SHORT,
                        () -> steps().awaits(() -> shielded(body()))
                                .run(() -> log.add(
                                        loop.time() >= Duration.ofSeconds(3).toNanos()))
                                .awaits(() -> Asyncio.sleep(LONG))))
                .catching(AsyncTimeoutException.class, it -> "late"));
        assertThat(outcome).isEqualTo("late");
        assertThat(log).startsWith("body ended").hasSize(2);
    }

    @Test
    void a_timeout_within_it_works_and_is_no_cancellation_by_others() {
        Task<Object> task = task(steps().awaits(() -> shielded(steps().awaits(() -> Asyncio.timeout(SHORT, this::body))
                        .catching(AsyncTimeoutException.class, it -> log.add("late"))))
                .awaits(() -> Asyncio.sleep(LONG)));
        turn();
        task.cancel();
        runAll();
        assertThat(log).containsExactly("body ended", "late");
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isEqualTo(1);
    }

    @Test
    void the_limit_of_the_innermost_shield_counts() {
        Object outcome = run(steps().awaits(() -> shielded(steps().awaits(() -> Asyncio.timeout(
                        SHORT,
                        () -> steps().awaits(() -> shielded(body()))
                                .run(() -> log.add("after the inner one"))
                                .awaits(() -> Asyncio.sleep(LONG))))
                .catching(AsyncTimeoutException.class, it -> "late"))));
        assertThat(outcome).isEqualTo("late");
        assertThat(log).containsExactly("body ended", "after the inner one");
    }

    @Test
    void one_between_two_shields_is_not_for_the_outer_one() {
        Task<Object> task = task(steps().awaits(() -> shielded(steps().awaits(() -> shielded(body()))
                        .awaits(() -> Asyncio.sleep(LONG))
                        .run(() -> log.add("outer ended"))))
                .awaits(() -> Asyncio.sleep(LONG)));
        turn();
        task.cancel();
        runAll();
        assertThat(log).containsExactly("body ended", "outer ended");
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void a_cancellation_through_a_task_that_awaits_this_one_waits_too() {
        Task<Object> inner = task(steps().awaits(() -> shielded(body())).awaits(() -> Asyncio.sleep(LONG)));
        Task<Object> outer = task(steps().awaits(inner));
        turns(2);
        outer.cancel();
        turn();
        assertThat(outer.isDone()).isFalse();
        runAll();
        assertThat(log).containsExactly("body ended");
        assertThat(inner.isCancelled()).isTrue();
        assertThat(outer.isCancelled()).isTrue();
    }

    @Test
    void what_the_body_awaits_is_not_cancelled() {
        Promise<Object> awaited = promise();
        Task<Object> task = task(steps().awaits(() -> shielded(steps().awaits(awaited))));
        turn();
        task.cancel();
        turn();
        assertThat(awaited.isDone()).isFalse();
        awaited.setResult("here");
        turns(2);
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void a_request_that_was_taken_back_is_not_delivered() {
        Task<Object> task = task(steps().awaits(() -> shielded(body())).awaits(() -> Asyncio.sleep(LONG, "end")));
        turn();
        task.cancel();
        task.uncancel();
        runAll();
        assertThat(task.result()).isEqualTo("end");
    }

    @Test
    void a_request_that_came_before_it_waits_too() {
        Task<Object> task = task(steps().run(() -> Asyncio.currentTask().cancel())
                .awaits(() -> shielded(body()))
                .awaits(() -> Asyncio.sleep(LONG)));
        runAll();
        assertThat(log).containsExactly("body ended");
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void a_group_that_fails_waits_for_it() {
        IOException failure = new IOException();
        Object outcome = run(steps().awaits(() -> TaskGroup.run(group -> {
                    group.createTask(shielded(body()));
                    group.createTask(steps().turn().fails(failure));
                    return steps().awaits(() -> shielded(
                            steps().awaits(() -> Asyncio.sleep(LONG)).run(() -> log.add("body of the group"))));
                }))
                .catching(ExceptionGroup.class, it -> ((ExceptionGroup) it).exceptions()));
        assertThat(outcome).isEqualTo(java.util.List.of(failure));
        assertThat(log).containsExactly("body ended", "body of the group");
        assertThat(loop.allTasks()).isEmpty();
    }

    /** The cancellation by the timeout within the shield gives way to the failure, and comes again within the shield. */
    @Test
    void a_group_in_a_timeout_in_it_fails_and_the_timeout_comes_again() {
        run(steps().awaits(() -> shielded(steps().awaits(() -> Asyncio.timeout(
                        SHORT,
                        () -> steps().awaits(() -> TaskGroup.run(group -> {
                                    group.createTask(steps().awaits(promise()).catching(CancelledError.class, it -> {
                                        throw new IOException();
                                    }));
                                    return steps().awaits(promise());
                                }))
                                .catching(ExceptionGroup.class, it -> log.add("group"))
                                .awaits(() -> Asyncio.sleep(LONG))
                                .run(() -> log.add("not cancelled again"))))
                .catching(AsyncTimeoutException.class, it -> log.add("late")))));
        assertThat(log).containsExactly("group", "late");
    }

    @Test
    void it_needs_a_task() {
        assertThatThrownBy(() -> Asyncio.shielded(() -> steps()).send(null)).isInstanceOf(IllegalStateException.class);
        loop.callSoon(() -> log.add(org.assertj.core.api.Assertions.catchThrowable(
                () -> Asyncio.shielded(() -> steps()).send(null))));
        turn();
        assertThat(log.get(0))
                .hasToString("java.lang.IllegalStateException: shielded() should be used inside a task;"
                        + " await it in a coroutine that a task runs");
    }
}
