package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thread-locals that follow tasks. */
final class ThreadLocalBridgeTest extends LoopTestCase {
    private final ThreadLocal<Object> local = ThreadLocal.withInitial(() -> "unset");

    @BeforeEach
    void bridge() {
        loop.setThreadLocalBridge(new ThreadLocalBridge() {
            @Override
            public Object capture() {
                return local.get();
            }

            @Override
            public Runnable install(Object captured) {
                Object outside = local.get();
                local.set(captured);
                return () -> local.set(outside);
            }
        });
    }

    @AfterEach
    void theThreadHasItsOwnValueAgain() {
        assertThat(local.get()).isEqualTo("unset");
    }

    @Test
    void a_value_is_there_again_after_a_suspension_and_in_no_other_task() {
        for (String name : new String[] {"a", "b"}) {
            loop.createTask(steps().run(() -> local.set(name))
                    .turn()
                    .run(this::note)
                    .turn()
                    .run(this::note));
        }
        turns(3);

        assertThat(log).containsExactly("a", "b", "a", "b");
    }

    @Test
    void a_task_gets_the_values_of_its_creator() {
        run(steps().run(() -> local.set("creator"))
                .awaits(() -> {
                    Task<Object> child = loop.createTask(steps().run(this::note).run(() -> local.set("child")));
                    local.set("creator, later");
                    return child;
                })
                .run(this::note));

        assertThat(log).containsExactly("creator", "creator, later");
    }

    @Test
    void an_eager_task_does_too_and_leaves_its_creators_alone() {
        run(steps().run(() -> {
                    local.set("creator");
                    loop.createTask(
                            steps().run(this::note)
                                    .run(() -> local.set("child"))
                                    .turn()
                                    .run(this::note),
                            TaskOptions.defaults().eager());
                    this.note();
                })
                .turn()
                .turn()
                .run(this::note));

        assertThat(log).containsExactly("creator", "creator", "child", "creator");
    }

    @Test
    void a_task_made_outside_gets_the_values_of_the_thread() {
        local.set("thread");
        Task<Object> task = loop.createTask(steps().run(this::note).run(() -> local.set("task")));
        local.set("unset");
        loop.runUntilComplete(task);

        assertThat(log).containsExactly("thread");
    }

    @Test
    void a_callback_gets_the_values_of_who_planned_it() throws InterruptedException {
        Thread other = new Thread(() -> {
            local.set("other thread");
            loop.callSoonThreadsafe(this::note);
        });
        other.start();
        other.join();
        Promise<Object> promise = promise();
        run(steps().run(() -> local.set("task")).run(() -> {
            loop.callSoon(this::note);
            promise.addDoneCallback(done -> this.note());
        }));
        promise.setResult(null);
        turn();

        assertThat(log).containsExactly("other thread", "task", "task");
    }

    @Test
    void tasks_that_share_a_context_share_the_values() {
        TaskOptions shared = TaskOptions.defaults().withContext(Context.empty());
        loop.createTask(steps().run(() -> local.set("first")), shared);
        loop.createTask(steps().run(this::note), shared);
        turn();

        assertThat(log).containsExactly("first");
    }

    @Test
    void a_context_takes_the_values_to_another_thread() throws InterruptedException {
        run(steps().run(() -> local.set("task")).run(() -> {
            Context copy = Context.copy();
            Thread other = new Thread(() -> copy.run(this::note));
            other.start();
            other.join();
        }));

        assertThat(log).containsExactly("task");
    }

    @Test
    void a_copy_of_the_context_of_a_suspended_task_has_its_values() {
        Task<Object> task = loop.createTask(steps().run(() -> local.set("task")).turn());
        turn();
        Context.copyOf(task.context()).run(this::note);
        turn();

        assertThat(log).containsExactly("task");
    }

    @Test
    void a_bridge_that_fails_is_reported_and_the_tasks_go_on() {
        RuntimeException thrown = new RuntimeException("broken bridge");
        loop.setThreadLocalBridge(new ThreadLocalBridge() {
            @Override
            public Object capture() {
                return null;
            }

            @Override
            public Runnable install(Object captured) {
                throw thrown;
            }
        });
        loop.createTask(steps().run(() -> log.add("step")));
        turn();

        assertThat(log).containsExactly("step");
        assertThat(reports.takeOne().exception()).isSameAs(thrown);
    }

    @Test
    void without_a_bridge_nothing_follows() {
        loop.setThreadLocalBridge(null);
        loop.createTask(steps().run(() -> local.set("task")).turn().run(this::note));
        turn();
        local.set("unset");
        turn();

        assertThat(log).containsExactly("unset");
    }

    private void note() {
        log.add(local.get());
    }
}
