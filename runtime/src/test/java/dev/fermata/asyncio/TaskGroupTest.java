package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements 119, 125 and 126: groups in which nothing fails, and what is refused. */
final class TaskGroupTest extends LoopTestCase {
    private TaskGroup group;

    private Steps logging(Object name, int turns) {
        Steps steps = steps();
        for (int turn = 0; turn < turns; turn++) {
            steps.turn();
        }
        return steps.run(() -> log.add(name)).returns(name);
    }

    private Coroutine<Object> grouped(Steps body) {
        return TaskGroup.run(own -> {
            group = own;
            return body;
        });
    }

    // ---- the end

    /** Statement 119; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_01. */
    @Test
    void run_endsWhenAllTasksHave_withTheBodysValue() {
        List<Task<Object>> tasks = new ArrayList<>();
        Object value = run(steps().awaits(TaskGroup.run(own -> steps().run(() -> {
                            tasks.add(own.createTask(logging("slow", 3)));
                            tasks.add(own.createTask(logging("quick", 1)));
                        })
                        .run(() -> log.add("body"))
                        .returns("value")))
                .then(it -> {
                    log.add("after");
                    return it;
                }));
        assertThat(value).isEqualTo("value");
        assertThat(log).containsExactly("body", "quick", "slow", "after");
        assertThat(tasks).extracting(Promise::result).containsExactly("slow", "quick");
    }

    /** Statement 119. */
    @Test
    void run_withoutTasks_needsNoTurn() {
        Task<Object> task = loop.createTask(grouped(steps().returns("value")));
        turn();
        assertThat(task.result()).isEqualTo("value");
    }

    /** Statement 119: the body is run by the task that runs the group, and nothing begins before it is awaited. */
    @Test
    void run_isLazy_andRunsTheBodyInItsOwnTask() {
        Coroutine<Object> grouped = grouped(steps().run(() -> log.add(Asyncio.currentTask())));
        turns(2);
        assertThat(log).isEmpty();
        Task<Object> host = loop.createTask(grouped);
        turn();
        assertThat(log).containsExactly(host);
    }

    /** Statement 119; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_03. */
    @Test
    void aTaskThatIsMerelyCancelled_isNoFailure() {
        loop.runUntilComplete(grouped(steps().then(it -> group.createTask(logging("cancelled", 3)))
                .then(task -> ((Task<?>) task).cancel())
                .run(() -> group.createTask(logging("other", 2)))));
        assertThat(log).containsExactly("other");
    }

    /** Statement 119: nobody has to look at them. */
    @Test
    void resultsOfTasks_areInTheTasks() {
        Object value = loop.runUntilComplete(TaskGroup.run(own -> {
            Task<Object> task = own.start(() -> steps().turn().returns("own"));
            return steps().awaits(task);
        }));
        assertThat(value).isEqualTo("own");
    }

    /** Statement 119; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_task_name. */
    @Test
    void createTask_givesAName() {
        loop.runUntilComplete(grouped(steps().then(it -> group.createTask(steps(), "yolo"))
                .run(() -> assertThat(loop.allTasks()).extracting(Task::name).contains("yolo"))));
    }

    /** Statement 119: what start() is given is called in the task. */
    @Test
    void start_callsTheLambdaInTheTask() {
        assertThatThrownBy(() -> loop.runUntilComplete(grouped(steps().run(() -> group.start(() -> {
                    log.add(Asyncio.currentTask().name());
                    throw new IllegalArgumentException();
                })))))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        it -> assertThat(it.exceptions()).hasOnlyElementsOfType(IllegalArgumentException.class));
        assertThat(log).containsExactly("Task-2");
    }

    /** Many tasks: no step of theirs, and no end, costs more the more there are. */
    @Test
    void tenThousandTasks() {
        int[] ended = {0};
        loop.runUntilComplete(grouped(steps().run(() -> {
            for (int number = 0; number < 10_000; number++) {
                group.createTask(steps().turn().run(() -> ended[0]++));
            }
        })));
        assertThat(ended[0]).isEqualTo(10_000);
    }

    // ---- more tasks

    /** Statement 126; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_02. */
    @Test
    void theBody_addsTasksWhenItLikes() {
        loop.runUntilComplete(grouped(steps().run(() -> group.createTask(logging("first", 1)))
                .awaits(() -> Asyncio.sleep(Duration.ofMillis(5)))
                .run(() -> group.createTask(logging("second", 1)))));
        assertThat(log).containsExactly("first", "second");
    }

    /** Statement 126; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_24. */
    @Test
    void aTask_addsTasks_whileTheGroupWaits() {
        loop.runUntilComplete(grouped(steps().run(() ->
                group.createTask(steps().turn().run(() -> group.createTask(logging("child", 2)))))));
        assertThat(log).containsExactly("child");
    }

    /** Statement 126; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_25. */
    @Test
    void tasksThatMultiply_endWithAFailure() {
        int[] heads = {0};
        Steps body = steps().run(() -> {
            group.createTask(hydra(heads));
            group.createTask(
                    steps().awaits(() -> Asyncio.sleep(Duration.ofMillis(5))).fails(new ArithmeticException()));
        });
        assertThatThrownBy(() -> loop.runUntilComplete(grouped(body)))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        it -> assertThat(it.exceptions()).hasOnlyElementsOfType(ArithmeticException.class));
        assertThat(heads[0]).isGreaterThan(10);
        assertThat(loop.allTasks()).isEmpty();
    }

    private Steps hydra(int[] heads) {
        return steps().run(() -> heads[0]++)
                .awaits(() -> Asyncio.sleep(Duration.ofMillis(1)))
                .run(() -> {
                    group.createTask(hydra(heads));
                    group.createTask(hydra(heads));
                });
    }

    // ---- what is refused

    private void assertRefused(Steps late, String reason) {
        assertThatThrownBy(() -> group.createTask(late))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
        assertThat(late).hasToString("coroutine Steps.steps, closed");
    }

    /** Statement 125; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_finished, test_coro_closed_when_tg_closed. */
    @Test
    void createTask_afterTheEnd_isRefused_andTheCoroutineClosed() {
        loop.runUntilComplete(grouped(steps()));
        assertRefused(steps(), "TaskGroup closed, tasks=0, errors=0 is finished");
        Steps named = steps();
        assertThatThrownBy(() -> group.createTask(named, "name")).isInstanceOf(IllegalStateException.class);
        assertThat(named).hasToString("coroutine Steps.steps, closed");
    }

    /** Statement 125: the last task has ended, and run() is going to. */
    @Test
    void createTask_betweenTheLastTaskAndTheEnd_isRefused() {
        Task<Object> host = loop.createTask(grouped(steps().then(it -> group.createTask(steps()))
                .run(() -> loop.callSoon(() -> loop.callSoon(() -> assertRefused(steps(), "is finished"))))));
        loop.runUntilComplete(host);
    }

    /** Statement 125; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_no_create_task_after_failure. */
    @Test
    void createTask_afterAFailure_isRefused() {
        Steps body = steps().run(() -> {
            group.createTask(steps().fails(new ArithmeticException()));
            group.createTask(steps().awaits(() -> promise()).lastly(() -> assertRefused(steps(), "is shutting down")));
        });
        assertThatThrownBy(() -> loop.runUntilComplete(grouped(body)))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        it -> assertThat(it.exceptions()).hasOnlyElementsOfType(ArithmeticException.class));
    }

    /** Statement 126; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_without_parent_task. */
    @Test
    void outsideATask_isRefused() {
        loop.callSoon(() -> assertThatThrownBy(() -> grouped(steps()).send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("TaskGroup.run() should be used inside a task"));
        turn();
    }

    /** Statement 126; CPython: test_taskgroups.TestTaskGroup.test_taskgroup_double_enter. */
    @Test
    void awaitedTwice_isRefused() {
        Coroutine<Object> grouped = grouped(steps());
        loop.runUntilComplete(grouped);
        assertThatThrownBy(() -> loop.runUntilComplete(grouped)).isInstanceOf(IllegalStateException.class);
    }

    /** Section 4, #21. */
    @Test
    void fromAnotherThread_isRefused() {
        Steps foreign = steps();
        loop.runUntilComplete(grouped(steps().run(() -> {
            Waiter other = new Waiter(() -> group.createTask(foreign));
            assertThat(other.outcome())
                    .isInstanceOf(IllegalStateException.class)
                    .asString()
                    .contains("callSoonThreadsafe");
            Waiter another = new Waiter(() -> {
                group.cancel();
                return null;
            });
            assertThat(another.outcome()).isInstanceOf(IllegalStateException.class);
        })));
        assertThat(foreign).hasToString("coroutine Steps.steps, closed");
    }

    /** The same while its body is suspended, which is closed first. */
    @Test
    void closedByHandInTheBody_cancelsItsTasks() {
        List<Task<Object>> tasks = new ArrayList<>();
        Coroutine<Object> grouped = grouped(steps().run(() -> tasks.add(group.createTask(steps().awaits(promise()))))
                .turn()
                .lastly(() -> log.add("finally")));
        Task<Object> host =
                loop.createTask(steps().run(() -> grouped.send(null)).turn().run(grouped::close));
        loop.runUntilComplete(host);
        turn();
        assertThat(log).containsExactly("finally");
        assertThat(tasks).allMatch(Promise::isCancelled);
        assertThat(host.cancelling()).isZero();
    }

    /** A group that is driven by hand inside a task, and closed: its tasks are cancelled, and nobody waits for them. */
    @Test
    void closedByHand_cancelsItsTasks() {
        List<Task<Object>> tasks = new ArrayList<>();
        Coroutine<Object> grouped = grouped(steps().run(() -> tasks.add(group.createTask(steps().awaits(promise())))));
        Task<Object> host =
                loop.createTask(steps().run(() -> grouped.send(null)).turn().run(grouped::close));
        loop.runUntilComplete(host);
        turn();
        assertThat(tasks).allMatch(Promise::isCancelled);
        assertThat(host.cancelling()).isZero();
        assertThat(group).hasToString("TaskGroup closed, tasks=0, errors=0");
    }
}
