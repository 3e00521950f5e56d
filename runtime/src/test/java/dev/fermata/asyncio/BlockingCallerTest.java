package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of threads that wait. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a loop does not end when interrupted
final class BlockingCallerTest {
    private final List<Object> log = new CopyOnWriteArrayList<>();

    private static Promise<Object> never() {
        return EventLoop.running().createPromise();
    }

    // ---- on a loop elsewhere

    @Test
    void on_makes_and_runs_the_coroutine_in_the_loops_thread() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            Object result = BlockingCaller.on(elsewhere.loop).call(() -> {
                log.add(Thread.currentThread().getName());
                return steps().turn().run(() -> log.add(EventLoop.running())).returns("result");
            });

            assertThat(result).isEqualTo("result");
            assertThat(log).containsExactly("the loop", elsewhere.loop);
        }
    }

    @Test
    void on_throws_what_the_coroutine_throws_as_it_is() throws Exception {
        IOException thrown = new IOException("checked");
        try (LoopThread elsewhere = new LoopThread()) {
            assertThatThrownBy(() -> BlockingCaller.on(elsewhere.loop)
                            .call(() -> steps().turn().fails(thrown)))
                    .isSameAs(thrown);
        }
    }

    @Test
    void on_throws_what_making_the_coroutine_throws_as_it_is() throws Exception {
        IOException thrown = new IOException("checked");
        try (LoopThread elsewhere = new LoopThread()) {
            assertThatThrownBy(() -> BlockingCaller.on(elsewhere.loop).call(() -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
        }
    }

    @Test
    void on_a_loop_that_does_not_run_yet_waits_until_it_does() throws Exception {
        try (EventLoop loop = EventLoop.create()) {
            Waiter waiter = new Waiter(() -> BlockingCaller.on(loop)
                    .call(() -> steps().then(it -> {
                        loop.stop();
                        return "ran";
                    })));

            loop.runForever();
            loop.runUntilComplete(steps().turn());

            assertThat(waiter.outcome()).isEqualTo("ran");
        }
    }

    @Test
    void on_a_closed_loop_is_refused() {
        EventLoop loop = EventLoop.create();
        loop.close();

        assertThatThrownBy(() -> BlockingCaller.on(loop).call(() -> steps()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Event loop is closed");
    }

    @Test
    void on_a_loop_that_is_closed_meanwhile_fails_instead_of_waiting_for_ever() throws Exception {
        Waiter waiter;
        try (LoopThread elsewhere = new LoopThread()) {
            CountDownLatch begun = new CountDownLatch(1);
            waiter = new Waiter(() -> BlockingCaller.on(elsewhere.loop)
                    .call(() -> steps().run(begun::countDown).awaits(BlockingCallerTest::never)));
            begun.await();
        }

        assertThat(waiter.outcome())
                .isInstanceOfSatisfying(
                        IllegalStateException.class, it -> assertThat(it).hasMessage("Event loop is closed"));
    }

    @Test
    void on_interrupted_it_cancels_the_coroutine_and_waits_for_its_finally_blocks() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            CountDownLatch begun = new CountDownLatch(1);
            Waiter waiter = new Waiter(() -> BlockingCaller.on(elsewhere.loop)
                    .call(() -> steps().run(begun::countDown)
                            .awaits(BlockingCallerTest::never)
                            .catching(CancelledError.class, it -> {
                                log.add("cancelled");
                                return it;
                            })
                            .turn()
                            .then(it -> {
                                log.add("cleaned up");
                                throw new CancelledError("told so");
                            })));
            begun.await();

            waiter.interrupt();
            Object outcome = waiter.outcome();

            assertThat(log).containsExactly("cancelled", "cleaned up");
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            CancellationException.class,
                            it -> assertThat(it).hasMessage("told so").hasCauseInstanceOf(CancelledError.class));
            assertThat(waiter.interrupted()).isTrue();
        }
    }

    @Test
    void on_interrupted_before_the_call_the_coroutine_does_not_begin_or_is_cancelled() throws Exception {
        try (EventLoop stopped = EventLoop.create()) {
            Waiter waiter = new Waiter(() -> {
                Thread.currentThread().interrupt();
                return BlockingCaller.on(stopped).call(() -> steps().run(() -> log.add("ran")));
            });

            assertThat(waiter.outcome()).isInstanceOf(CancellationException.class);
            assertThat(waiter.interrupted()).isTrue();
            stopped.runUntilComplete(steps().turn());
            assertThat(log).isEmpty();
        }
    }

    @Test
    void on_a_coroutine_that_refuses_the_cancellation_has_its_result_returned() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            CountDownLatch begun = new CountDownLatch(1);
            Waiter waiter = new Waiter(() -> BlockingCaller.on(elsewhere.loop)
                    .call(() -> steps().run(begun::countDown)
                            .awaits(BlockingCallerTest::never)
                            .catching(CancelledError.class, it -> "all the same")));
            begun.await();

            waiter.interrupt();

            assertThat(waiter.outcome()).isEqualTo("all the same");
            assertThat(waiter.interrupted()).isTrue();
        }
    }

    @Test
    void on_interrupted_twice_it_stops_waiting_and_a_later_failure_is_reported() throws Exception {
        RuntimeException thrown = new RuntimeException("late");
        try (LoopThread elsewhere = new LoopThread()) {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicReference<Promise<Object>> gate = new AtomicReference<>();
            Waiter waiter = new Waiter(() -> BlockingCaller.on(elsewhere.loop).call(() -> {
                gate.set(never());
                return steps().run(begun::countDown)
                        .awaits(BlockingCallerTest::never)
                        .catching(CancelledError.class, it -> it)
                        .awaits(gate::get)
                        .fails(thrown);
            }));
            begun.await();

            waiter.interrupt();
            waiter.untilItWaitsAgain();
            waiter.interrupt();

            assertThat(waiter.outcome())
                    .isInstanceOfSatisfying(
                            CancellationException.class,
                            it -> assertThat(it)
                                    .hasMessageStartingWith("interrupted twice; the coroutine was cancelled"));
            assertThat(waiter.interrupted()).isTrue();
            elsewhere.drain();
            elsewhere.loop.callSoonThreadsafe(() -> gate.get().setResult(null));
            for (int turn = 0; turn < 4; turn++) {
                elsewhere.drain();
            }
            ErrorContext reported = elsewhere.reports.takeOne();
            assertThat(reported.message()).isEqualTo("Task exception after its caller had left");
            assertThat(reported.exception()).isSameAs(thrown);
        }
    }

    @Test
    void on_a_coroutine_that_is_cancelled_on_the_loop_is_a_CancellationException() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            assertThatThrownBy(() -> BlockingCaller.on(elsewhere.loop)
                            .call(() -> steps().run(() -> Asyncio.currentTask().cancel("by itself"))
                                    .turn()))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("by itself")
                    .hasCauseInstanceOf(CancelledError.class);
        }
    }

    @Test
    void on_many_threads_at_once_each_gets_its_own_result() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            BlockingCaller caller = BlockingCaller.on(elsewhere.loop);
            List<Waiter> waiters = IntStream.range(0, 16)
                    .mapToObj(number -> new Waiter(() -> {
                        int sum = 0;
                        for (int round = 0; round < 200; round++) {
                            int it = round;
                            sum += (Integer) caller.call(() -> steps().turn().returns(number + it));
                        }
                        return sum;
                    }))
                    .toList();

            for (int number = 0; number < waiters.size(); number++) {
                assertThat(waiters.get(number).outcome()).isEqualTo(200 * number + 199 * 100);
            }
        }
    }

    @Test
    void on_the_thread_of_that_loop_is_refused() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            BlockingCaller caller = BlockingCaller.on(elsewhere.loop);

            assertThatThrownBy(() ->
                            caller.call(() -> steps().run(() -> caller.call(() -> steps().run(() -> log.add("ran"))))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a blocking call in thread the loop, where an event loop runs, would stop that loop;"
                            + " await the coroutine function itself instead");
            assertThat(log).isEmpty();
        }
    }

    // ---- on a loop of its own

    @Test
    void ownLoop_runs_in_the_calling_thread_and_ends_what_is_left() {
        Object result = BlockingCaller.ownLoop().call(() -> {
            log.add(Thread.currentThread());
            Asyncio.createTask(steps().awaits(BlockingCallerTest::never).lastly(() -> log.add("left task ended")));
            return steps().turn().returns("result");
        });

        assertThat(result).isEqualTo("result");
        assertThat(log).containsExactly(Thread.currentThread(), "left task ended");
    }

    @Test
    void ownLoop_throws_what_the_coroutine_throws_as_it_is() {
        IOException thrown = new IOException("checked");

        assertThatThrownBy(() -> BlockingCaller.ownLoop().call(() -> steps().fails(thrown)))
                .isSameAs(thrown);
    }

    @Test
    void ownLoop_where_a_loop_runs_is_refused() {
        assertThatThrownBy(() -> Asyncio.run(steps().run(
                                () -> BlockingCaller.ownLoop().call(() -> steps().run(() -> log.add("ran"))))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("await the coroutine function itself instead");
        assertThat(log).isEmpty();
    }

    @Test
    void ownLoop_interrupted_it_cancels_the_coroutine_and_runs_its_finally_blocks() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Waiter waiter = new Waiter(() -> BlockingCaller.ownLoop()
                .call(() -> steps().run(begun::countDown)
                        .awaits(BlockingCallerTest::never)
                        .lastly(() -> log.add("cleaned up"))));
        begun.await();

        waiter.interrupt();

        assertThat(waiter.outcome()).isInstanceOf(CancellationException.class);
        assertThat(waiter.interrupted()).isTrue();
        assertThat(log).containsExactly("cleaned up");
    }
}
