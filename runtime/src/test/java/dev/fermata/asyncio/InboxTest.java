package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way into a loop for other threads; the only tests here with real threads and a real clock. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a loop does not end when interrupted
final class InboxTest {
    private final Inbox inbox = new Inbox();
    private final ReadyQueue ready = new ReadyQueue();

    private static Handle handle() {
        return new Handle(new BaseEventLoop(new ManualClock()), () -> {});
    }

    @Test
    void a_loop_that_is_busy_is_not_woken() {
        assertThat(inbox.put(handle())).isFalse();
    }

    /** Each sender, as any of them may be stopped before it comes to that. */
    @Test
    void each_sender_wakes_a_loop_that_sleeps() {
        assertThat(inbox.fallAsleep()).isTrue();
        assertThat(inbox.put(handle())).isTrue();
        assertThat(inbox.put(handle())).isTrue();

        inbox.awake();

        assertThat(inbox.put(handle())).isFalse();
    }

    @Test
    void a_loop_does_not_fall_asleep_over_a_message() {
        inbox.put(handle());

        assertThat(inbox.fallAsleep()).isFalse();

        assertThat(inbox.put(handle())).as("and is awake").isFalse();
    }

    @Test
    void it_is_drained_oldest_first_behind_what_is_ready() {
        Handle ready1 = handle();
        Handle inbox1 = handle();
        Handle inbox2 = handle();
        ready.add(ready1);
        inbox.put(inbox1);
        inbox.put(inbox2);

        inbox.drainTo(ready);

        ready.begin();
        assertThat(List.of(ready.next(), ready.next(), ready.next())).containsExactly(ready1, inbox1, inbox2);
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void nothing_is_lost_and_each_thread_keeps_its_order() throws InterruptedException {
        int threads = 4;
        int each = 50_000;
        List<List<Integer>> seen = new ArrayList<>();
        int[] total = {0};
        try (EventLoop loop = EventLoop.create()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> senders = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                List<Integer> own = new ArrayList<>();
                seen.add(own);
                Thread sender = new Thread(() -> {
                    awaitLatch(start);
                    for (int message = 0; message < each; message++) {
                        int it = message;
                        loop.callSoonThreadsafe(() -> {
                            own.add(it);
                            if (++total[0] == threads * each) {
                                loop.stop();
                            }
                        });
                    }
                });
                senders.add(sender);
                sender.start();
            }

            start.countDown();
            loop.runForever();

            for (Thread sender : senders) {
                sender.join();
            }
        }
        for (List<Integer> own : seen) {
            assertThat(own.size()).isEqualTo(each);
            for (int message = 0; message < each; message++) {
                assertThat((int) own.get(message) == message).isTrue();
            }
        }
    }

    /** Each message is sent only after the one before was seen, so the loop sleeps, or is about to, at nearly each of them. */
    @Test
    void a_sleeping_loop_is_woken() throws InterruptedException {
        int rounds = 20_000;
        try (EventLoop loop = EventLoop.create()) {
            int[] seen = {0};
            Thread sender = new Thread(() -> {
                for (int round = 0; round < rounds; round++) {
                    CountDownLatch latch = new CountDownLatch(1);
                    loop.callSoonThreadsafe(() -> {
                        seen[0]++;
                        latch.countDown();
                    });
                    awaitLatch(latch);
                }
                loop.callSoonThreadsafe(loop::stop);
            });
            sender.start();

            loop.runForever();

            sender.join();
            assertThat(seen[0]).isEqualTo(rounds);
        }
    }

    @Test
    void a_loop_that_waits_for_a_distant_timer_is_woken() throws InterruptedException {
        try (EventLoop loop = EventLoop.create()) {
            loop.callLater(Duration.ofDays(1), () -> {});
            Thread sender = new Thread(() -> loop.callSoonThreadsafe(loop::stop));
            loop.callSoon(sender::start);

            loop.runForever();

            sender.join();
        }
    }

    @Test
    void what_was_sent_before_the_run_is_not_lost() {
        try (EventLoop loop = EventLoop.create()) {
            loop.callSoonThreadsafe(loop::stop);

            loop.runForever();
        }
    }

    @Test
    void a_real_timer_fires_and_not_early() {
        try (EventLoop loop = EventLoop.create()) {
            long start = System.nanoTime();

            loop.runUntilComplete(steps().awaits(Asyncio.sleep(Duration.ofMillis(20))));

            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000L);
        }
    }

    @Test
    void an_interrupt_neither_stops_the_loop_nor_is_lost() {
        try (EventLoop loop = EventLoop.create()) {
            Thread.currentThread().interrupt();

            loop.runUntilComplete(steps().awaits(Asyncio.sleep(Duration.ofMillis(5))));

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void an_interrupt_ends_one_wait_only_and_is_given_back_when_the_loop_stops() {
        ParkedThread idle = new ParkedThread();
        idle.enter();
        Thread.currentThread().interrupt();

        idle.park(Idle.FOREVER);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        idle.exit();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_wake_up_that_comes_before_the_wait_ends_it() {
        ParkedThread idle = new ParkedThread();
        idle.enter();

        idle.wake();
        idle.park(Idle.FOREVER);

        idle.exit();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
