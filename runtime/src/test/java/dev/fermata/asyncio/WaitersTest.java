package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tasks and callbacks that wait for one promise. */
final class WaitersTest extends LoopTestCase {
    private final Promise<Object> promise = loop.createPromise();
    private final List<Object> told = new ArrayList<>();

    private Task<Object> waits(String name) {
        Task<Object> task = loop.createTask(steps().awaits(promise).run(() -> told.add(name)));
        turn();
        return task;
    }

    private void complete() {
        promise.setResult(null);
        turns(2);
    }

    @Test
    void tasks_are_told_in_the_order_in_which_they_came() {
        waits("a");
        waits("b");
        waits("c");
        complete();

        assertThat(told).containsExactly("a", "b", "c");
    }

    @Test
    void tasks_and_callbacks_are_told_in_the_order_in_which_they_came() {
        waits("a");
        waits("b");
        promise.addDoneCallback(it -> told.add("callback"));
        waits("c");
        complete();

        assertThat(told).containsExactly("a", "b", "callback", "c");
    }

    @Test
    void a_task_behind_a_callback_comes_behind_it() {
        promise.addDoneCallback(it -> told.add("callback"));
        waits("a");
        complete();

        assertThat(told).containsExactly("callback", "a");
    }

    @Test
    void a_callback_that_is_not_there_takes_back_no_task() {
        Consumer<Object> callback = told::add;
        waits("a");
        waits("b");

        assertThat(promise.removeDoneCallback(callback)).isZero();
        complete();
        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void a_callback_among_tasks_is_taken_back_as_often_as_it_was_added() {
        Consumer<Object> callback = told::add;
        waits("a");
        promise.addDoneCallback(callback);
        promise.addDoneCallback(callback);
        waits("b");

        assertThat(promise.removeDoneCallback(callback)).isEqualTo(2);
        complete();
        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void a_callback_taken_back_after_the_outcome_is_called_all_the_same() {
        Consumer<Object> callback = it -> told.add("callback");
        promise.addDoneCallback(callback);
        promise.setResult(null);

        assertThat(promise.removeDoneCallback(callback)).isZero();
        turn();
        assertThat(told).containsExactly("callback");
    }

    @Test
    void tasks_are_taken_out_wherever_they_stand() {
        for (int gone = 0; gone < 3; gone++) {
            Promise<Object> own = loop.createPromise();
            List<Task<Object>> tasks = new ArrayList<>();
            List<Object> ended = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                int it = number;
                tasks.add(loop.createTask(steps().awaits(own).run(() -> ended.add(it))));
            }
            turn();

            own.removeWaiter(tasks.get(gone));
            own.setResult(null);
            turns(2);

            assertThat(ended).hasSize(2).doesNotContain(gone);
            assertThat(tasks.get(gone).link).isNull();
        }
    }

    @Test
    void the_only_task_is_taken_out() {
        Task<Object> task = waits("a");

        promise.removeWaiter(task);
        complete();

        assertThat(told).isEmpty();
    }

    @Test
    void done_tasks_hold_on_to_nobody() {
        Task<Object> first = waits("a");
        Task<Object> second = waits("b");
        complete();

        assertThat(first.link).isNull();
        assertThat(second.link).isNull();
    }
}
