package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In which context tasks and callbacks run: statements 66, 67 and 75 of the asyncio semantics. */
final class TaskContextTest extends LoopTestCase {
    private final ContextVar<Object> variable = ContextVar.of("variable", "unset");

    // ---- tasks

    /** Statement 66; CPython: test_tasks.ContextTests.test_context_1. */
    @Test
    void a_task_sees_what_its_creator_had_set_and_sets_for_itself() {
        Steps child =
                steps().run(this::note).then(it -> variable.set("child")).turn().run(this::note);
        run(steps().then(it -> variable.set("creator"))
                .then(it -> loop.createTask(child))
                .then(it -> variable.set("creator, later"))
                .turn()
                .turn()
                .run(this::note));

        assertThat(log).containsExactly("creator", "child", "creator, later");
    }

    /** Statement 66; CPython: test_tasks.ContextTests.test_context_2. */
    @Test
    void a_coroutine_that_is_awaited_shares_the_context_of_who_awaits() {
        run(steps().awaits(steps().then(it -> variable.set("inner")).turn()).run(this::note));

        assertThat(log).containsExactly("inner");
    }

    @Test
    void a_task_that_is_awaited_does_not() {
        run(steps().awaits(() ->
                        loop.createTask(steps().then(it -> variable.set("task")).turn()))
                .run(this::note));

        assertThat(log).containsExactly("unset");
    }

    @Test
    void steps_of_tasks_do_not_see_each_others_values() {
        for (String name : new String[] {"a", "b"}) {
            loop.createTask(steps().then(it -> variable.set(name))
                    .turn()
                    .run(this::note)
                    .turn()
                    .run(this::note));
        }
        turns(3);

        assertThat(log).containsExactly("a", "b", "a", "b");
        assertThat(variable.get()).isEqualTo("unset");
    }

    @Test
    void a_task_made_outside_gets_a_copy_of_the_threads_context() {
        Task<Object> task;
        try (Token<Object> token = variable.set("thread")) {
            task = loop.createTask(steps().run(this::note).then(it -> variable.set("task")));
            assertThat(token.hasOldValue()).isFalse();
        }
        loop.runUntilComplete(task);

        assertThat(log).containsExactly("thread");
        assertThat(variable.get()).isEqualTo("unset");
        assertThat(task.context().get(variable)).isEqualTo("task");
    }

    @Test
    void a_loop_leaves_the_context_of_its_thread_alone() {
        try (Token<Object> token = variable.set("thread")) {
            loop.runUntilComplete(steps().run(this::note).then(it -> variable.set("task")));
            this.note();
            assertThat(token.hasOldValue()).isFalse();
        }
        assertThat(log).containsExactly("thread", "thread");
    }

    /** CPython: test_tasks.BaseTaskTests.test_get_context. */
    @Test
    void a_task_with_a_context_runs_in_it() {
        Context context = Context.empty();
        Task<Object> task = loop.createTask(
                steps().then(it -> variable.set("task")).turn(),
                TaskOptions.defaults().withContext(context));
        assertThat(task.context()).isSameAs(context);
        turns(2);

        assertThat(context.get(variable)).isEqualTo("task");
    }

    @Test
    void two_tasks_may_share_a_context() {
        TaskOptions shared = TaskOptions.defaults().withContext(Context.empty());
        loop.createTask(steps().then(it -> variable.set("first")).turn().run(this::note), shared);
        loop.createTask(steps().run(this::note).then(it -> variable.set("second")), shared);
        turns(2);

        assertThat(log).containsExactly("first", "second");
    }

    @Test
    void a_running_task_is_in_its_context() {
        run(steps().run(() -> {
            Context context = Asyncio.currentTask().context();
            variable.set("value");
            assertThat(context.get(variable)).isEqualTo("value");
            assertThat(Asyncio.currentTask().context()).isSameAs(context);
            assertThatThrownBy(() -> context.run(this::note)).isInstanceOf(IllegalStateException.class);
        }));
    }

    @Test
    void the_context_of_a_task_is_the_same_before_and_after_it_is_needed() {
        run(steps().run(() -> Context.empty().run(() -> {
                    Task<?> task = Asyncio.currentTask();
                    assertThat(task.context().variables()).isEmpty();
                    log.add(task.context());
                }))
                .then(it -> variable.set("value"))
                .run(() -> assertThat(Asyncio.currentTask().context()).isSameAs(log.get(0))));

        assertThat(((Context) log.get(0)).get(variable)).isEqualTo("value");
    }

    @Test
    void the_context_of_a_suspended_task_can_be_entered() {
        Task<Object> task =
                loop.createTask(steps().then(it -> variable.set("task")).turn().run(this::note));
        turn();
        task.context().run(() -> variable.set("from outside"));
        turn();

        assertThat(log).containsExactly("from outside");
    }

    @Test
    void a_token_survives_a_suspension() {
        run(steps().then(it -> variable.set("inside")).awaits(steps().turn()).run(() -> log.add(variable.get())));
        Token<?>[] token = new Token<?>[1];
        run(steps().run(() -> token[0] = variable.set("inside"))
                .turn()
                .run(() -> token[0].close())
                .run(this::note));

        assertThat(log).containsExactly("inside", "unset");
    }

    /** A step cannot run while another thread is in its context. */
    @Test
    void a_task_whose_context_is_entered_elsewhere_fails_where_it_waits() {
        Context context = Context.empty();
        context.run(() -> {
            Task<Object> task = loop.createTask(
                    steps().run(() -> log.add("ran")).lastly(() -> log.add("finally")),
                    TaskOptions.defaults().withContext(context));
            Context.empty().run(this::turn);
            assertThat(task.exception())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("cannot enter context");
        });

        assertThat(log).isEmpty(); // it had not begun
    }

    // ---- callbacks

    /** CPython: test_futures2 and Handle: callbacks capture the context at the call. */
    @Test
    void a_callback_runs_in_a_copy_of_the_context_of_who_planned_it() {
        try (Token<Object> token = variable.set("planned")) {
            loop.callSoon(this::note);
            loop.callLater(Duration.ofSeconds(1), this::note);
            loop.callSoonThreadsafe(this::note);
            loop.callSoon(() -> variable.set("of the callback"));
            assertThat(token.hasOldValue()).isFalse();
        }
        clock.advance(Duration.ofSeconds(1));
        turns(3);

        assertThat(log).containsExactly("planned", "planned", "planned");
        assertThat(variable.get()).isEqualTo("unset");
    }

    @Test
    void a_callback_from_another_thread_has_the_values_of_that_thread() throws InterruptedException {
        Thread other = new Thread(() -> {
            variable.set("other thread");
            loop.callSoonThreadsafe(this::note);
        });
        other.start();
        other.join();
        turns(2);

        assertThat(log).containsExactly("other thread");
    }

    @Test
    void a_callback_with_a_context_runs_in_it() {
        Context context = Context.empty();
        Handle handle = loop.callSoon(() -> variable.set("callback"), context);
        turn();

        assertThat(context.get(variable)).isEqualTo("callback");
        assertThat(handle.context()).isSameAs(context);
    }

    @Test
    void a_callback_whose_context_is_entered_is_reported_and_does_not_run() {
        Context context = Context.empty();
        loop.callSoon(this::note, context);
        context.run(() -> Context.empty().run(this::turn));

        assertThat(log).isEmpty();
        assertThat(reports.takeOne().exception()).hasMessageStartingWith("cannot enter context");
    }

    @Test
    void the_context_of_a_running_callback_is_the_current_one() {
        Handle[] handle = new Handle[1];
        handle[0] = loop.callSoon(() -> {
            variable.set("callback");
            log.add(handle[0].context().get(variable));
        });
        turn();

        assertThat(log).containsExactly("callback");
        assertThat(handle[0].context().get(variable)).isEqualTo("callback");
    }

    @Test
    void a_callback_of_a_promise_runs_in_the_context_in_which_it_was_added() {
        Promise<Object> promise = promise();
        try (Token<Object> token = variable.set("added")) {
            promise.addDoneCallback(done -> this.note());
            assertThat(token.hasOldValue()).isFalse();
        }
        promise.addDoneCallback(done -> this.note());
        run(steps().then(it -> variable.set("who completes it")).run(() -> promise.setResult(null)));
        turn();

        assertThat(log).containsExactly("added", "unset");
    }

    @Test
    void a_callback_of_a_promise_may_be_given_a_context() {
        Context context = Context.empty();
        Promise<Object> promise = promise();
        promise.addDoneCallback(done -> variable.set("callback"), context);
        promise.setResult(null);
        turn();

        assertThat(context.get(variable)).isEqualTo("callback");
    }

    @Test
    void a_callback_of_a_promise_can_be_taken_back_whatever_its_context() {
        Promise<Object> promise = promise();
        java.util.function.Consumer<Promise<Object>> callback = done -> this.note();
        promise.addDoneCallback(callback, Context.empty());
        assertThat(promise.removeDoneCallback(callback)).isEqualTo(1);

        promise.addDoneCallback(callback, Context.empty());
        promise.addDoneCallback(callback);
        assertThat(promise.removeDoneCallback(callback)).isEqualTo(2);
        promise.setResult(null);
        turn();

        assertThat(log).isEmpty();
    }

    // ---- errors

    /** Statement 75; CPython: test_futures2.FutureTests.test_task_exc_handler_correct_context. */
    @Test
    void the_exception_handler_runs_in_the_context_of_the_task() {
        loop.setExceptionHandler((it, context) -> this.note());
        loop.createTask(steps().then(it -> variable.set("task")).fails(new RuntimeException()));
        turns(2);
        run(steps().awaits(Asyncio.sleep(Duration.ofSeconds(1)))); // the loop goes idle

        assertThat(log).containsExactly("task");
    }

    /** Statement 75; CPython: test_futures2.FutureTests.test_handle_exc_handler_correct_context. */
    @Test
    void the_exception_handler_runs_in_the_context_of_the_callback() {
        loop.setExceptionHandler((it, context) -> this.note());
        loop.callSoon(() -> {
            variable.set("callback");
            throw new RuntimeException();
        });
        turn();

        assertThat(log).containsExactly("callback");
        assertThat(variable.get()).isEqualTo("unset");
    }

    private void note() {
        log.add(variable.get());
    }
}
