package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import dev.fermata.machine.Machine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who makes the tasks of a loop. CPython: test_base_events, test_eager_task_factory. */
final class TaskFactoryTest extends LoopTestCase {
    /** Awaits what it is given, and says when. */
    private final class Wrapped<T> extends Coroutine<T> {
        private final Coroutine<T> inner;

        Wrapped(Coroutine<T> inner) {
            this.inner = inner;
        }

        @Override
        protected Object step(Machine machine, int state) {
            if (state == CREATED) {
                log.add("begin");
            }
            Object outcome = state == CREATED ? Machine.await(inner, machine) : machine.resumed();
            if (outcome == Machine.SUSPENDED) {
                return machine.suspend(this, 1);
            }
            log.add("end");
            return outcome;
        }
    }

    private <T> Task<T> wrapping(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        return TaskFactory.standard().create(loop, new Wrapped<>(coroutine), options);
    }

    private <T> Task<T> counting(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        log.add("made");
        return TaskFactory.standard().create(loop, coroutine, options);
    }

    private <T> Task<T> failing(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        throw new IllegalArgumentException("no tasks today");
    }

    /** CPython: test_base_events.BaseEventLoopTests.test_set_task_factory. */
    @Test
    void the_factory_is_the_one_that_was_set_or_null() {
        assertThat(loop.taskFactory()).isNull();
        loop.setTaskFactory(TaskFactory.eager());
        assertThat(loop.taskFactory()).isEqualTo(TaskFactory.eager());
        loop.setTaskFactory(null);
        assertThat(loop.taskFactory()).isNull();
    }

    @Test
    void it_is_asked_by_all_that_start_tasks() {
        loop.setTaskFactory(this::counting);
        run(steps().run(() -> log.add("run"))
                .awaits(() -> Asyncio.gather(steps().returns(1), steps().returns(2)))
                .run(() -> log.add("gather"))
                .awaits(() -> TaskGroup.run(group -> {
                    group.createTask(steps());
                    group.start(() -> steps());
                    return steps();
                }))
                .run(() -> log.add("group"))
                .awaits(() -> Asyncio.shield(steps()))
                .run(() -> log.add("shield"))
                .awaits(() -> Asyncio.waitFor(steps().returns(1), Duration.ofSeconds(-1)))
                .catching(AsyncTimeoutException.class, it -> null)
                .run(() -> log.add("waitFor"))
                .run(() -> Asyncio.asCompleted(List.of(steps().returns(1))))
                .run(() -> log.add("asCompleted"))
                .run(() -> Asyncio.createTask(steps(), "name"))
                .run(() -> log.add("createTask"))
                .run(() -> TaskFuture.start(loop, steps()))
                .run(() -> log.add("future")));

        assertThat(log)
                .containsExactly(
                        "made",
                        "run",
                        "made",
                        "made",
                        "gather",
                        "made",
                        "made",
                        "group",
                        "made",
                        "shield",
                        "made",
                        "waitFor",
                        "made",
                        "asCompleted",
                        "made",
                        "createTask",
                        "made",
                        "future");
    }

    @Test
    void it_may_have_the_task_run_another_coroutine() {
        loop.setTaskFactory(this::wrapping);
        Object result = run(steps().turn().returns("inner"));
        assertThat(result).isEqualTo("inner");
        assertThat(log).containsExactly("begin", "end");
    }

    @Test
    void it_may_change_the_options() {
        loop.setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                return TaskFactory.standard().create(loop, coroutine, options.withName("my " + options.name()));
            }
        });
        assertThat(loop.createTask(steps(), "task").name()).isEqualTo("my task");
    }

    @Test
    void options_say_what_was_asked_for() {
        Context context = Context.empty();
        TaskOptions options =
                TaskOptions.defaults().withName("n").withContext(context).eager();
        assertThat(options.name()).isEqualTo("n");
        assertThat(options.context()).isSameAs(context);
        assertThat(options.isEager()).isTrue();
        assertThat(options.deferred().isEager()).isFalse();
        assertThat(TaskOptions.defaults().name()).isNull();
        assertThat(TaskOptions.defaults().context()).isNull();
    }

    /** Statement 77; CPython: test_base_events.BaseEventLoopTests.test_create_task_error_closes_coro. */
    @Test
    void one_that_throws_closes_the_coroutine() {
        loop.setTaskFactory(this::failing);
        Steps coroutine = steps();
        assertThatThrownBy(() -> loop.createTask(coroutine)).hasMessage("no tasks today");
        assertThat(Inspect.state(coroutine)).isEqualTo(CoroutineState.CLOSED);
    }

    @Test
    void one_that_throws_after_it_has_made_the_task_leaves_it_alone() {
        loop.setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                TaskFactory.standard().create(loop, coroutine, options);
                throw new IllegalArgumentException("too late");
            }
        });
        assertThatThrownBy(() -> loop.createTask(steps().run(() -> log.add("body"))))
                .hasMessage("too late");
        turn();
        assertThat(log).containsExactly("body");
    }

    /** Statement 142; CPython: test_tasks.RunCoroutineThreadsafeTests.test_run_coroutine_threadsafe_task_factory_exception. */
    @Test
    void what_it_throws_reaches_a_foreign_thread() {
        loop.setTaskFactory(this::failing);
        var future = Asyncio.runCoroutineThreadsafe(steps(), loop);
        turn();
        assertThat(future).isCompletedExceptionally();
        assertThatThrownBy(future::join).hasMessageContaining("no tasks today");
    }

    @Test
    void one_that_returns_null_is_told() {
        loop.setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                return null;
            }
        });
        Steps coroutine = steps();
        assertThatThrownBy(() -> loop.createTask(coroutine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("returned null to <EventLoop")
                .hasMessageContaining("TaskFactory.standard().create(..)");
        assertThat(Inspect.state(coroutine)).isEqualTo(CoroutineState.CLOSED);
    }

    @Test
    void one_that_returns_a_task_of_another_loop_is_told() {
        BaseEventLoop other = new BaseEventLoop(new RecordedClock());
        other.setName("other");
        loop.setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                return TaskFactory.standard().create(other, coroutine, options);
            }
        });
        assertThatThrownBy(() -> loop.createTask(steps()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("returned Task Task-1 pending");
        other.setExceptionHandler((it, context) -> {});
        other.close();
    }

    @Test
    void one_that_calls_createTask_is_told_what_to_call() {
        loop.setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                return loop.createTask(coroutine, options);
            }
        });
        assertThatThrownBy(() -> loop.createTask(steps()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("it makes the task with TaskFactory.standard().create(..)");
    }

    /** Statement 98; CPython: test_eager_task_factory.EagerTaskFactoryLoopTests.test_eager_completion. */
    @Test
    void an_eager_factory_begins_tasks_at_once() {
        loop.setTaskFactory(TaskFactory.eager());
        run(steps().run(() -> {
            Task<Object> task = Asyncio.createTask(steps().returns("hello"));
            assertThat(task.isDone()).isTrue();
            assertThat(loop.allTasks()).doesNotContain(task);
        }));
    }

    /** Statement 98. */
    @Test
    void an_eager_factory_begins_those_of_a_group_and_of_gather() {
        loop.setTaskFactory(TaskFactory.eager());
        Object results = run(steps().awaits(() -> TaskGroup.run(group -> {
            assertThat(group.createTask(steps().returns("a")).isDone()).isTrue();
            return steps().awaits(() ->
                    Asyncio.gather(steps().returns("b"), steps().turn().returns("c")));
        })));
        assertThat(results).isEqualTo(List.of("b", "c"));
    }

    /** gh-128550, gh-128588: an eager child that fails in its first step is known to its group. */
    @Test
    void a_group_knows_an_eager_task_before_its_first_step() {
        loop.setTaskFactory(TaskFactory.eager());
        run(steps().awaits(() -> TaskGroup.run(group -> {
            group.createTask(steps().run(() -> log.add(group.toString())));
            return steps();
        })));
        assertThat(log).containsExactly("TaskGroup open, tasks=1, errors=0");
    }

    @Test
    void a_group_knows_a_task_of_a_factory_that_drops_the_options() {
        loop.setTaskFactory(new TaskFactory() {
            @Override
            public <T> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
                return TaskFactory.standard().create(loop, coroutine, TaskOptions.defaults());
            }
        });
        run(steps().awaits(() -> TaskGroup.run(group -> {
                    group.createTask(steps().turn().turn().run(() -> log.add("child")));
                    return steps();
                }))
                .run(() -> log.add("group")));
        assertThat(log).containsExactly("child", "group");
    }

    @Test
    void an_eager_factory_may_have_another_one_make_the_tasks() {
        loop.setTaskFactory(TaskFactory.eager(this::counting));
        run(steps().run(() -> Asyncio.createTask(steps().run(() -> log.add("begun"))))
                .run(() -> log.add("next")));
        assertThat(log).containsExactly("made", "made", "begun", "next");
    }

    @Test
    void a_deferred_task_begins_in_the_next_turn_also_under_an_eager_factory() {
        loop.setTaskFactory(TaskFactory.eager());
        run(steps().awaits(() -> {
            Task<Object> task = Asyncio.createTask(
                    steps().run(() -> log.add("begun")), TaskOptions.defaults().deferred());
            log.add("made");
            return task;
        }));
        assertThat(log).containsExactly("made", "begun");
    }

    /** Statement 111: not under an eager factory either, where CPython begins it. */
    @Test
    void waitFor_without_any_time_does_not_begin_the_coroutine_under_an_eager_factory() {
        loop.setTaskFactory(TaskFactory.eager());
        run(steps().awaits(() -> Asyncio.waitFor(steps().run(() -> log.add("begun")), Duration.ZERO))
                .catching(AsyncTimeoutException.class, it -> null));
        assertThat(log).isEmpty();
    }

    /** CPython: test_eager_task_factory.AsyncTaskCounter; a loop that does not run begins nothing. */
    @Test
    void an_eager_factory_of_a_loop_that_does_not_run_begins_in_the_first_turn() {
        loop.setTaskFactory(TaskFactory.eager());
        loop.createTask(steps().run(() -> log.add("begun")));
        assertThat(log).isEmpty();
        turn();
        assertThat(log).containsExactly("begun");
    }

    @Test
    void the_standard_factory_refuses_the_loop_of_another_library() {
        EventLoop foreign = (EventLoop) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EventLoop.class}, (proxy, method, arguments) -> "foreign");
        Steps coroutine = steps();
        assertThatThrownBy(() -> TaskFactory.standard().create(foreign, coroutine, TaskOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("not for foreign");
        assertThat(Inspect.state(coroutine)).isEqualTo(CoroutineState.CLOSED);
    }
}
