package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements 122 and 127: groups that are cancelled, from outside and by themselves. */
final class TaskGroupCancellationTest extends LoopTestCase {
    private final RuntimeException thrown = new RuntimeException("thrown");
    private TaskGroup group;

    private Coroutine<Object> grouped(Steps body) {
        return TaskGroup.run(own -> {
            group = own;
            return body;
        });
    }

    private Steps starting(Steps... children) {
        return steps().run(() -> List.of(children).forEach(group::createTask));
    }

    private Steps waiting() {
        return steps().awaits(() -> promise()).catching(CancelledError.class, it -> {
            log.add(((CancelledError) it).message());
            throw (Throwable) it;
        });
    }

    private Steps failingWhenCancelled() {
        return steps().awaits(() -> promise()).lastly(() -> {
            throw thrown;
        });
    }

    private Task<Object> started(Coroutine<Object> coroutine) {
        Task<Object> task = loop.createTask(coroutine);
        turns(2);
        return task;
    }

    private void assertCancelled(Task<?> task, String message) {
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancelledError.class)
                .hasMessage(message);
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancelling()).isEqualTo(1);
        assertThat(loop.allTasks()).isEmpty();
    }

    // ---- from outside

    /** Statement 122; CPython: test_taskgroups.TestTaskGroup.test_cancellation, test_taskgroup_22. */
    @Test
    void cancelledWhileItWaits_cancelsTheTasks_andThenThrows() {
        Task<Object> host = started(grouped(starting(waiting(), waiting())));
        host.cancel("outside");
        assertCancelled(host, "outside");
        assertThat(log).containsExactly("outside", "outside");
    }

    /** Statement 122; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_07, test_taskgroup_17. */
    @Test
    void cancelledInTheBody_cancelsTheTasks_andThenThrows() {
        Task<Object> host = started(grouped(starting(waiting()).awaits(waiting())));
        host.cancel("outside");
        assertCancelled(host, "outside");
        assertThat(log).containsExactly("outside", "outside");
    }

    /** Statement 122: cancelled again, it waits for its tasks all the same. */
    @Test
    void cancelledAgain_waitsOn() {
        Promise<Object> cleanup = promise();
        Task<Object> host = started(grouped(
                starting(waiting().catching(CancelledError.class, it -> it).awaits(cleanup))));
        host.cancel("first");
        turns(2);
        host.cancel("second");
        turns(3);
        assertThat(host.isDone()).isFalse();
        cleanup.setResult(null);
        turns(3);
        assertThatThrownBy(host::result).isInstanceOf(CancelledError.class).hasMessage("first");
        assertThat(host.cancelling()).isEqualTo(2);
    }

    /** Statement 122; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_08. */
    @Test
    void cancelledAndTasksFail_theExceptionGroupWins() {
        Task<Object> host = started(grouped(starting(failingWhenCancelled()).awaits(promise())));
        host.cancel();
        turns(4);
        assertThat(host.exception())
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(thrown));
        assertThat(host.cancelling()).isEqualTo(1);
    }

    /** Statement 122; CPython: test_taskgroups.TestTaskGroup.test_error_and_cancel. */
    @Test
    void cancelledAndTasksFail_theCancellationComesAtTheNextAwait() {
        for (boolean whileItWaits : List.of(true, false)) {
            log.clear();
            Steps body = starting(failingWhenCancelled());
            Task<Object> host = started(steps().awaits(grouped(whileItWaits ? body : body.awaits(promise())))
                    .catching(ExceptionGroup.class, it -> log.add("caught"))
                    .then(it -> log.add(Asyncio.currentTask().cancelling()))
                    .awaits(() -> promise())
                    .run(() -> log.add("not reached")));
            host.cancel("outside");
            assertCancelled(host, "outside");
            assertThat(log).containsExactly("caught", 1);
        }
    }

    /** Statement 122: in one turn, the failure first and then the cancel. */
    @Test
    void aFailureAndACancelInOneTurn_bothSurface() {
        Promise<Object> crash = promise();
        Task<Object> host =
                started(steps().awaits(grouped(starting(steps().awaits(crash)).awaits(promise())))
                        .catching(ExceptionGroup.class, it -> log.add("caught"))
                        .turn()
                        .run(() -> log.add("not reached")));
        crash.setException(thrown);
        turn();
        loop.callSoon(() -> host.cancel("outside"));
        turns(5);
        assertThat(log).containsExactly("caught");
        assertThat(host.isCancelled()).isTrue();
        assertThat(host.cancelling()).isEqualTo(1);
    }

    private Task<Object> failingAfterARefusal(Steps.Body refusal) {
        Steps failing =
                steps().awaits(() -> Asyncio.sleep(Duration.ofMillis(1))).fails(thrown);
        Task<Object> host = started(
                steps().awaits(grouped(starting(failing).awaits(promise()).catching(CancelledError.class, refusal)))
                        .catching(ExceptionGroup.class, it -> it)
                        .turn()
                        .returns("went on"));
        host.cancel();
        return host;
    }

    /** Statement 122: one that the body refuses, and does not take back, comes again if the group fails; as in asyncio. */
    @Test
    void aCancellationThatTheBodyRefuses_andTasksFail_comesAtTheNextAwait() {
        Task<Object> host = failingAfterARefusal(it -> "refused");
        assertThatThrownBy(() -> loop.runUntilComplete(host)).isInstanceOf(CancelledError.class);
        assertThat(host.cancelling()).isEqualTo(1);
    }

    /** Statement 122. */
    @Test
    void aCancellationThatTheBodyTakesBack_isOver() {
        Task<Object> host = failingAfterARefusal(it -> Asyncio.currentTask().uncancel());
        assertThat(loop.runUntilComplete(host)).isEqualTo("went on");
    }

    /** Statement 107 of groups: a cancellation that is handled while the group runs is no matter of the group. */
    @Test
    void aGroupThatFailsWhileACancellationIsHandled_leavesThatAlone() {
        Task<Object> host = started(steps().awaits(promise())
                .catching(CancelledError.class, it -> it)
                .awaits(grouped(starting(steps().fails(thrown))))
                .catching(ExceptionGroup.class, it -> it)
                .turn()
                .returns("cleaned up"));
        host.cancel();
        assertThat(loop.runUntilComplete(host)).isEqualTo("cleaned up");
        assertThat(host.cancelling()).isEqualTo(1);
    }

    /** Statement 122: a request of an enclosing timeout that gave way to an error is gone with the timeout. */
    @Test
    void aTimeoutAroundAGroupThatFails_leavesNoCancellationBehind() {
        Task<Object> host =
                loop.createTask(steps().run(() -> Asyncio.currentTask().cancel())
                        .turn()
                        .catching(
                                CancelledError.class,
                                it -> "one that was delivered before, so that the count does not reach zero")
                        .awaits(Asyncio.timeout(
                                Duration.ofMillis(10),
                                () -> grouped(starting(failingWhenCancelled()).awaits(promise()))))
                        .catching(ExceptionGroup.class, it -> it)
                        .turn()
                        .returns("went on"));
        assertThat(loop.runUntilComplete(host)).isEqualTo("went on");
        assertThat(host.cancelling()).isEqualTo(1);
    }

    /** Statement 122: a body that ends with the cancellation of something that others cancelled. */
    @Test
    void aBodyThatAwaitsWhatOthersCancel_isCancelledWithoutARequest() {
        Promise<Object> shared = promise();
        Task<Object> host = started(grouped(starting(waiting()).awaits(shared)));
        shared.cancel("shared");
        turns(4);
        assertThatThrownBy(host::result).isInstanceOf(CancelledError.class).hasMessage("shared");
        assertThat(host.cancelling()).isZero();
    }

    /** Statement 102 of groups: a timeout around, which cancels from outside. */
    @Test
    void aTimeoutAround_cancelsTheTasks_andConverts() {
        Task<Object> host =
                loop.createTask(Asyncio.timeout(Duration.ofMillis(10), () -> grouped(starting(waiting(), waiting()))));
        assertThatThrownBy(() -> loop.runUntilComplete(host)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(log).containsExactly("timed out", "timed out");
        assertThat(host.cancelling()).isZero();
    }

    // ---- cancel()

    /** Statement 127; CPython main: test_taskgroups.TestTaskGroup.test_taskgroup_cancel_children. */
    @Test
    void cancel_endsTheGroup_withoutAnError() {
        Task<Object> host = loop.createTask(steps().awaits(grouped(
                        starting(waiting()).turn().run(() -> group.cancel()).awaits(waiting())))
                .then(value -> log.add(value))
                .turn()
                .returns("went on"));
        assertThat(loop.runUntilComplete(host)).isEqualTo("went on");
        assertThat(host.cancelling()).isZero();
        assertThat(log).containsExactlyInAnyOrder("the task group was cancelled", "the task group was cancelled", null);
    }

    /** Statement 127: also if the body does not suspend any more. */
    @Test
    void cancel_byABodyThatReturns_givesNull() {
        Task<Object> host = loop.createTask(
                steps().awaits(grouped(steps().run(() -> group.cancel()).returns("lost")))
                        .turn());
        assertThat(loop.runUntilComplete(host)).isNull();
        assertThat(host.cancelling()).isZero();
    }

    /** Statement 127; CPython main: test_taskgroups.TestTaskGroup.test_taskgroup_cancel_from_child. */
    @Test
    void cancel_byATask_whileTheGroupWaits() {
        Task<Object> host = loop.createTask(grouped(
                starting(waiting(), steps().turn().run(() -> group.cancel())).returns("lost")));
        assertThat(loop.runUntilComplete(host)).isNull();
        assertThat(log).containsExactly("the task group was cancelled");
    }

    /** Statement 127; CPython main: test_taskgroups.TestTaskGroup.test_taskgroup_cancel_idempotent, test_taskgroup_cancel_after_exit. */
    @Test
    void cancel_againAndAfterTheEnd_doesNothing() {
        Task<Object> host = loop.createTask(steps().awaits(grouped(steps().run(() -> group.cancel())
                        .run(() -> group.cancel())
                        .awaits(waiting())))
                .run(() -> group.cancel())
                .turn()
                .returns("went on"));
        assertThat(loop.runUntilComplete(host)).isEqualTo("went on");
        assertThat(host.cancelling()).isZero();
    }

    /** Statement 127: what fails is still thrown. */
    @Test
    void cancel_andATaskFails_throwsTheGroup() {
        Task<Object> host =
                loop.createTask(grouped(starting(failingWhenCancelled()).turn().run(() -> group.cancel())));
        assertThatThrownBy(() -> loop.runUntilComplete(host))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(thrown));
    }

    /** Statement 127: python/cpython#155433. */
    @Test
    void cancel_andACancelFromOutside_surfaces() {
        for (boolean outsideFirst : List.of(true, false)) {
            Task<Object> host = started(grouped(starting(waiting()
                    .catching(CancelledError.class, it -> it)
                    .awaits(() -> Asyncio.sleep(Duration.ofMillis(1))))));
            if (outsideFirst) {
                host.cancel("outside");
            }
            group.cancel();
            if (!outsideFirst) {
                host.cancel("outside");
            }
            assertCancelled(host, "outside");
        }
    }

    /** Statement 127: where both reach it, the one from outside is what is thrown. */
    @Test
    void cancel_andThenACancelFromOutside_throwsThat() {
        Task<Object> host = started(grouped(starting(waiting()
                        .catching(CancelledError.class, it -> it)
                        .awaits(() -> Asyncio.sleep(Duration.ofMillis(1))))
                .awaits(waiting())));
        group.cancel();
        turns(2);
        host.cancel("outside");
        assertCancelled(host, "outside");
    }

    /** Statement 127: python/cpython#155433, of a timeout around it. */
    @Test
    void cancel_doesNotSwallowATimeoutAround() {
        Task<Object> host = loop.createTask(Asyncio.timeout(
                Duration.ofMillis(10),
                () -> grouped(starting(waiting()
                                .catching(CancelledError.class, it -> it)
                                .awaits(() -> Asyncio.sleep(Duration.ofSeconds(1))))
                        .turn()
                        .run(() -> group.cancel()))));
        assertThatThrownBy(() -> loop.runUntilComplete(host)).isInstanceOf(AsyncTimeoutException.class);
        assertThat(host.cancelling()).isZero();
    }

    /** Statement 127: a cancel of the body's task that came before the group, and is delivered inside. */
    @Test
    void cancel_andACancelThatWasNotDeliveredAtTheEntry_surfaces() {
        Task<Object> host =
                loop.createTask(steps().run(() -> Asyncio.currentTask().cancel("outside"))
                        .awaits(() -> grouped(steps().run(() -> group.cancel()).awaits(promise()))));
        turns(3);
        assertThatThrownBy(host::result).isInstanceOf(CancelledError.class);
        assertThat(host.cancelling()).isEqualTo(1);
    }

    /** Statement 127: a request of the group that was not delivered ends with it, whatever others have requested. */
    @Test
    void cancel_byABodyThatHasRefusedAnother_isGoneWithTheGroup() {
        Task<Object> host = started(steps().awaits(grouped(steps().awaits(promise())
                        .catching(CancelledError.class, it -> "refused")
                        .run(() -> group.cancel())))
                .turn()
                .returns("went on"));
        host.cancel();
        assertThat(loop.runUntilComplete(host)).isEqualTo("went on");
        assertThat(host.cancelling()).isEqualTo(1);
    }

    /** Statement 127: no task may be added then. */
    @Test
    void cancel_thenCreateTask_isRefused() {
        Task<Object> host = loop.createTask(grouped(steps().run(() -> group.cancel())
                .run(() -> assertThatThrownBy(() -> group.createTask(steps())).hasMessageContaining("shutting down"))));
        loop.runUntilComplete(host);
    }
}
