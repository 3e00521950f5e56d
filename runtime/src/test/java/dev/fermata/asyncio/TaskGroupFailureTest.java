package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Statements 120, 121, 123 and 124: groups in which something fails. */
final class TaskGroupFailureTest extends LoopTestCase {
    private final ContextVar<Object> variable = ContextVar.of("variable", "unset");

    private final RuntimeException first = new RuntimeException("first");
    private final RuntimeException second = new RuntimeException("second");
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
        return steps().awaits(() -> promise());
    }

    private Steps failingWhenCancelled(Throwable thrown) {
        return waiting().lastly(() -> {
            throw thrown;
        });
    }

    private Steps loggingCancellation(Steps steps) {
        return steps.catching(CancelledError.class, it -> {
            log.add(((CancelledError) it).message());
            throw (Throwable) it;
        });
    }

    private List<Throwable> failuresOf(Task<?> task) {
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(ExceptionGroup.class);
        assertThat(task.cancelling()).isZero();
        assertThat(loop.allTasks()).isEmpty();
        return ((ExceptionGroup) task.exception()).exceptions();
    }

    private List<Throwable> failuresOf(Coroutine<?> coroutine) {
        return failuresOf(loop.createTask(coroutine));
    }

    // ---- a task fails

    /** Statement 120; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_04. */
    @Test
    void aFailingTask_cancelsTheOthers_andIsInTheGroup() {
        assertThat(failuresOf(grouped(starting(steps().turn().fails(first), loggingCancellation(waiting())))))
                .containsExactly(first);
        assertThat(log).containsExactly("a task of the group has failed");
    }

    /** Statement 120; CPython: test_taskgroups.TestTaskGroup.test_cancel_children_on_child_error. */
    @Test
    void aFailingTask_cancelsTheBody() {
        Steps body = loggingCancellation(
                starting(steps().fails(first), steps().fails(second)).awaits(() -> promise()));
        assertThat(failuresOf(grouped(body))).containsExactly(first, second);
        assertThat(log).containsExactly("a task of the group has failed");
    }

    /** Statement 120: the body is cancelled once, however many fail. */
    @Test
    void moreFailures_cancelTheBodyOnce() {
        Steps body = starting(steps().fails(first), steps().turn().turn().turn().fails(second))
                .awaits(() -> promise())
                .catching(CancelledError.class, it -> Asyncio.currentTask().cancelling())
                .then(count -> log.add(count))
                .turn()
                .turn()
                .turn()
                .turn();
        assertThat(failuresOf(grouped(body))).containsExactly(first);
        assertThat(log).containsExactly(1);
    }

    /** Statement 120: its error says who cancelled. */
    @Test
    void theSourceOfTheCancellation_isTheGroup() {
        Steps body = starting(steps().fails(first)).awaits(() -> promise()).catching(CancelledError.class, it -> {
            log.add(((CancelledError) it).source());
            return null;
        });
        failuresOf(grouped(body));
        assertThat(log).containsExactly(group);
    }

    /** Statement 120: what fails while it is cancelled is in the group too, in the order of the ends. */
    @Test
    void allFailures_areInTheGroup_inTheOrderInWhichTheyCame() {
        ExceptionGroup[] thrown = {null};
        run(steps().awaits(grouped(starting(failingWhenCancelled(second), steps().fails(first))))
                .catching(ExceptionGroup.class, it -> thrown[0] = (ExceptionGroup) it));
        assertThat(thrown[0])
                .hasMessage("unhandled errors in a TaskGroup (2 sub-exceptions)")
                .hasNoCause();
        assertThat(thrown[0].exceptions()).containsExactly(first, second);
        assertThat(thrown[0].getSuppressed()).containsExactly(first, second);
    }

    /** Statement 120; CPython: test_taskgroups.TestTaskGroup.test_cancelling_level_preserved. */
    @Test
    void afterwards_theTaskGoesOn() {
        Task<Object> host = loop.createTask(
                steps().awaits(grouped(starting(steps().fails(first)).awaits(promise())))
                        .catching(ExceptionGroup.class, it -> it)
                        .turn()
                        .turn()
                        .returns("went on"));
        assertThat(loop.runUntilComplete(host)).isEqualTo("went on");
        assertThat(host.cancelling()).isZero();
    }

    /** Statement 120: a body that swallows the cancellation does not make the failure vanish. */
    @Test
    void aBodyThatSwallowsTheCancellation_changesNothing() {
        assertThat(failuresOf(grouped(starting(steps().fails(first))
                        .awaits(promise())
                        .catching(CancelledError.class, it -> "swallowed"))))
                .containsExactly(first);
    }

    /** Statement 120: the failure counts as seen. */
    @Test
    void failures_areNotReportedToo() {
        failuresOf(grouped(starting(steps().fails(first))));
        loop.close();
        assertThat(reports.take()).isEmpty();
    }

    /** Section 4, #7: a failure in the turn in which the body ends. */
    @Test
    void aFailureWhileTheGroupWaits_doesNotCancelItsTask() {
        Task<Object> host = loop.createTask(grouped(starting(steps().turn().fails(first), waiting())));
        turns(3);
        assertThat(host.cancelling()).isZero();
        assertThat(failuresOf(host)).containsExactly(first);
    }

    // ---- the body fails

    /** Statement 121; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_09, test_taskgroup_10. */
    @Test
    void aFailingBody_cancelsTheTasks_andIsInTheGroup() {
        Steps body = starting(loggingCancellation(waiting()), loggingCancellation(waiting()));
        assertThat(failuresOf(grouped(body.turn().fails(first)))).containsExactly(first);
        assertThat(log).containsExactly("the body of the group has failed", "the body of the group has failed");
    }

    /** Statement 121: of tasks that were never begun nothing runs. */
    @Test
    void aBodyThatFailsAtOnce_startsNothing() {
        assertThat(failuresOf(
                        grouped(starting(steps().run(() -> log.add("ran"))).fails(first))))
                .containsExactly(first);
        assertThat(log).isEmpty();
    }

    /** Statement 121; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_19, and the order of that. */
    @Test
    void theFailureOfTheBody_comesLast() {
        assertThat(failuresOf(grouped(starting(steps().turn().fails(first)).awaits(failingWhenCancelled(second)))))
                .containsExactly(first, second);
        assertThat(failuresOf(
                        grouped(starting(failingWhenCancelled(second)).turn().fails(first))))
                .containsExactly(second, first);
    }

    /** Statement 121; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_18. */
    @Test
    void aBodyThatFailsWhileItIsCancelledFromOutside_isInTheGroup() {
        Task<Object> host = loop.createTask(steps().awaits(grouped(failingWhenCancelled(first))));
        turn();
        host.cancel();
        turn();
        assertThat(host.exception())
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(first));
    }

    /** Statement 121; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_15, test_taskgroup_16. */
    @Test
    void aTaskThatFailsWhileTheBodyUnwindsFromAnOutsideCancel_yieldsTheGroup() {
        Promise<Object> crash = promise();
        Promise<Object> cleanup = promise();
        Steps body = starting(steps().awaits(crash)).awaits(promise()).catching(CancelledError.class, it -> it);
        Task<Object> host = loop.createTask(
                grouped(body.then(it -> log.add(it)).awaits(cleanup).run(() -> {
                    throw (Throwable) log.get(0);
                })));
        turns(2);
        host.cancel();
        turn();
        crash.setException(first);
        turns(4);
        assertThat(cleanup.isCancelled())
                .as("the failure cancels the cleanup, too")
                .isTrue();
        assertThat(host.exception())
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(first));
    }

    /** Section 4, #7: python/cpython#95289; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_context_manager_exit_raises. */
    @Test
    void aCleanupOfTheBodyThatFails_leavesTheCountAsItWas() {
        assertThat(failuresOf(grouped(starting(steps().fails(first)).awaits(failingWhenCancelled(second)))))
                .containsExactly(first, second);
    }

    // ---- nested groups

    /** Statement 123; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_14. */
    @Test
    void nestedGroups_nestTheirExceptionGroups() {
        Coroutine<Object> nested = grouped(starting(waiting())
                .awaits(TaskGroup.run(inner -> steps().run(() -> inner.createTask(steps().fails(first))))));
        assertThat(failuresOf(nested))
                .singleElement()
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(first));
    }

    /** Statement 123; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_13. */
    @Test
    void aFailureInTheOuterGroup_cancelsTheInnerOne_whichIsNoFailure() {
        Coroutine<Object> nested = grouped(starting(steps().turn().fails(first))
                .awaits(TaskGroup.run(inner -> steps().run(() -> inner.createTask(loggingCancellation(waiting()))))));
        assertThat(failuresOf(nested)).containsExactly(first);
        assertThat(log).containsExactly("a task of the group has failed");
    }

    /** Section 4, #7: python/cpython#116720; CPython: test_taskgroups.TestTaskGroup.test_nested_groups_both_cancelled. */
    @Test
    void bothGroupsFailInOneTurn_theInnerErrorIsCaught_andTheOuterOneStillComes() {
        Task<Object> host = loop.createTask(grouped(steps().awaits(TaskGroup.run(inner -> steps().run(() -> {
                    inner.createTask(steps().fails(second));
                    group.createTask(steps().fails(first));
                })))
                .catching(ExceptionGroup.class, it -> log.add(((ExceptionGroup) it).exceptions()))
                .then(it -> log.add(Asyncio.currentTask().cancelling()))));
        assertThat(failuresOf(host)).containsExactly(first);
        assertThat(log).containsExactly(List.of(second), 1);
    }

    /** Section 4, #7: as before, and the outer cancellation is delivered at the next await of the outer body. */
    @Test
    void bothGroupsFailInOneTurn_theOuterBodyIsCancelledAtItsNextAwait() {
        Task<Object> host =
                loop.createTask(grouped(loggingCancellation(steps().awaits(TaskGroup.run(inner -> steps().run(() -> {
                            inner.createTask(steps().fails(second));
                            group.createTask(steps().fails(first));
                        })))
                        .catching(ExceptionGroup.class, it -> it)
                        .turn()
                        .run(() -> log.add("not reached")))));
        assertThat(failuresOf(host)).containsExactly(first);
        assertThat(log).containsExactly("a task of the group has failed");
    }

    // ---- what no group holds back

    /** Statement 124; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_20. */
    @Test
    void aFatalErrorOfTheBody_isThrownBare_onceTheTasksHaveEnded() {
        InternalError fatal = new InternalError("fatal");
        Task<Object> host = loop.createTask(
                grouped(starting(failingWhenCancelled(first)).turn().fails(fatal)));
        assertThatThrownBy(() -> loop.runUntilComplete(host)).isSameAs(fatal);
        assertThat(host.exception()).isSameAs(fatal);
        assertThat(fatal.getSuppressed()).containsExactly(first);
        assertThat(loop.allTasks()).isEmpty();
    }

    /** Statement 124: out of a task it leaves the loop; who runs that again gets it from the group, bare. */
    @Test
    void aFatalErrorOfATask_leavesTheLoop_andIsThrownBareByTheGroup() {
        InternalError fatal = new InternalError("fatal");
        Task<Object> host =
                loop.createTask(grouped(starting(steps().fails(fatal)).awaits(promise())));
        assertThatThrownBy(() -> loop.runUntilComplete(host)).isSameAs(fatal);
        assertThat(host.isDone()).isFalse();
        assertThatThrownBy(() -> loop.runUntilComplete(host)).isSameAs(fatal);
        assertThat(host.exception()).isSameAs(fatal);
    }

    /** Statement 124; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_20a, test_taskgroup_21a. */
    @Test
    void otherErrors_areGrouped() {
        AssertionError error = new AssertionError();
        assertThat(failuresOf(grouped(starting(steps().fails(first)).awaits(failingWhenCancelled(error)))))
                .containsExactly(first, error);
    }

    /** What the future calls then is the user's, and runs as if by a callback of the loop. */
    @Test
    void aFutureThatATaskOfTheGroupAwaits_isCancelledInNoTask_thoughOneHasRunBeforeInThatTurn() {
        Task<Object> task = cancelsAFuture();
        turns(20);
        assertThat(log).containsExactly("null, unset");
        assertThat(task.exception()).isInstanceOf(ExceptionGroup.class);
    }

    @Test
    void aFutureThatATaskOfTheGroupAwaits_isCancelledInNoContext_alsoOfALoopThatRunsInOne() {
        Task<Object> task = cancelsAFuture();
        Context.empty().run(() -> {
            variable.set("around");
            turns(20);
        });
        assertThat(log).containsExactly("null, unset");
        assertThat(task.exception()).isInstanceOf(ExceptionGroup.class);
    }

    private Task<Object> cancelsAFuture() {
        CompletableFuture<Object> future = new CompletableFuture<>();
        future.whenComplete((value, thrown) -> log.add(Asyncio.currentTask() + ", " + variable.get()));
        return loop.createTask(TaskGroup.run(group -> steps().run(() -> {
            loop.createTask(steps().turn().turn().turn().turn()); // runs before the others in each turn
            group.createTask(Coroutine.of(future));
            group.createTask(steps().turn().fails(new IllegalStateException("failed")));
        })));
    }
}
