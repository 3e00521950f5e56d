package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A yield where nothing else would run returns at once; a task that is never scheduled again shows it. */
final class YieldAloneTest {
    private final CountedQueue queue = new CountedQueue();
    private final BaseEventLoop loop = new BaseEventLoop(new RecordedClock(), queue, null);
    private final List<Object> log = new ArrayList<>();

    private static Steps yielding() {
        return steps().awaits(() -> Asyncio.sleep(Duration.ZERO));
    }

    private int scheduled(Steps body) {
        int before = queue.added;
        loop.runUntilComplete(body);
        return queue.added - before;
    }

    @Test
    void a_task_that_is_alone_goes_on_at_once() {
        assertThat(scheduled(yielding().awaits(() -> Asyncio.sleep(Duration.ZERO, "a"))))
                .isEqualTo(scheduled(steps().returns("a")));
    }

    @Test
    void one_that_is_not_alone_waits_for_the_others() {
        loop.createTask(steps().run(() -> log.add("other")));

        loop.runUntilComplete(yielding().run(() -> log.add("yielded")));

        assertThat(log).containsExactly("other", "yielded");
    }

    @Test
    void a_callback_from_another_thread_runs_in_the_next_turn() throws InterruptedException {
        loop.runUntilComplete(steps().run(() -> {
                    Thread sender = new Thread(() -> loop.callSoonThreadsafe(() -> log.add("sent")));
                    sender.start();
                    sender.join();
                })
                .awaits(() -> Asyncio.sleep(Duration.ZERO))
                .awaits(() -> Asyncio.sleep(Duration.ZERO))
                .run(() -> log.add("yielded")));

        assertThat(log).containsExactly("sent", "yielded");
    }

    @Test
    void a_timer_that_is_due_runs_in_the_next_turn() {
        loop.runUntilComplete(steps().run(() -> loop.callLater(Duration.ZERO, () -> log.add("due")))
                .awaits(() -> Asyncio.sleep(Duration.ZERO))
                .awaits(() -> Asyncio.sleep(Duration.ZERO))
                .run(() -> log.add("yielded")));

        assertThat(log).containsExactly("due", "yielded");
    }

    @Test
    void a_task_that_has_cancelled_itself_is_cancelled_there() {
        Task<Object> task =
                loop.createTask(steps().run(() -> Asyncio.currentTask().cancel())
                        .awaits(() -> Asyncio.sleep(Duration.ZERO))
                        .run(() -> log.add("went on")));

        loop.runUntilComplete(Asyncio.wait(List.of(task), WaitOptions.allCompleted()));

        assertThat(task.isCancelled()).isTrue();
        assertThat(log).isEmpty();
    }

    @Test
    void a_loop_that_is_to_stop_stops_there() {
        Task<Object> task = loop.createTask(steps().run(loop::stop)
                .awaits(() -> Asyncio.sleep(Duration.ZERO))
                .run(() -> log.add("went on")));

        loop.runForever();

        assertThat(task.isDone()).isFalse();
        loop.close();
    }

    @Test
    void an_eager_task_lets_its_creator_go_on() {
        loop.runUntilComplete(steps().run(() -> {
                    loop.createTask(
                            yielding().run(() -> log.add("eager")),
                            TaskOptions.defaults().eager());
                    log.add("creator");
                })
                .awaits(() -> Asyncio.sleep(Duration.ZERO)));

        assertThat(log).containsExactly("creator", "eager");
    }

    @Test
    void a_watched_task_is_measured_step_by_step() {
        loop.setSlowCallbackDuration(Duration.ofDays(1));

        assertThat(scheduled(yielding())).isEqualTo(scheduled(steps().returns("a")) + 1);
    }

    private static final class CountedQueue extends ReadyQueue {
        private int added;

        @Override
        void add(Object taskOrHandle) {
            added++;
            super.add(taskOrHandle);
        }
    }
}
