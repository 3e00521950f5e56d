package dev.fermata.asyncio.sync;

import static dev.fermata.asyncio.sync.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whom a lock belongs to; for the others it is the same. CPython: test_locks.LockTests.test_lock, mixins._LoopBoundMixin. */
final class LoopBindingTest extends SyncTestCase {
    private final AsyncLock lock = new AsyncLock();
    private final AsyncEvent event = new AsyncEvent();

    @Test
    void whatNobodyHasWaitedFor_servesOneLoopAfterTheOther() {
        for (int run = 0; run < 2; run++) {
            Asyncio.run(lock.with(() -> steps().turn()));
        }
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void whatSomebodyHasWaitedFor_isRefusedToAnotherLoop() {
        run(lock.acquire());
        start(lock.acquire());
        turn();
        try (EventLoop other = EventLoop.create()) {
            other.setName("other");
            Task<Void> stranger = other.createTask(lock.acquire());
            assertThatThrownBy(() -> other.runUntilComplete(stranger))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("AsyncLock belongs to event loop " + loop
                            + ", but was used on event loop <other running=true closed=false debug=false>"
                            + ", which runs in thread " + Thread.currentThread().getName()
                            + "; make one for each loop");
        }
        lock.release();
        turn();
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void releasing_onAnotherLoop_isRefused_andChangesNothing() {
        run(lock.acquire());
        start(lock.acquire());
        turn();
        try (EventLoop other = EventLoop.create()) {
            assertThatThrownBy(() -> other.runUntilComplete(steps().run(lock::release)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("AsyncLock belongs to event loop ");
        }
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void betweenRuns_itMayBeUsedByAnyThread() {
        Task<Void> waiter = start(event.waitFor());
        turn();
        event.set();
        turn();
        assertThat(waiter.isDone()).isTrue();
    }

    @Test
    void fromAWrongThread_allThatChangesIt_isRefused() throws InterruptedException {
        AsyncQueue<Object> queue = new AsyncQueue<>();
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        AsyncCondition condition = new AsyncCondition();
        EventLoop running = EventLoop.create();
        CountDownLatch waiting = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    running.createTask(event.waitFor());
                    running.createTask(queue.get());
                    running.createTask(semaphore.acquire());
                    running.createTask(steps().awaits(condition::acquire).awaits(() -> condition.waitFor()));
                    running.createTask(steps().turn().run(waiting::countDown));
                    running.runForever();
                },
                "the loop's thread");
        thread.start();
        waiting.await();
        try {
            assertRefused("AsyncEvent", event::set);
            assertRefused("AsyncEvent", event::clear);
            assertRefused("AsyncQueue", () -> queue.putNow("x"));
            assertRefused("AsyncQueue", queue::getNow);
            assertRefused("AsyncQueue", queue::taskDone);
            assertRefused("AsyncQueue", () -> queue.shutdown(true));
            assertRefused("AsyncQueue", () -> queue.get().send(null));
            assertRefused("AsyncSemaphore", semaphore::release);
            assertRefused("AsyncCondition", () -> condition.notify(1));
            assertRefused("AsyncCondition", condition::notifyEvery);
            assertThat(queue.size()).isZero();
            assertThat(event.isSet()).isFalse();
        } finally {
            running.callSoonThreadsafe(running::stop);
            thread.join();
            running.close();
        }
    }

    private static void assertRefused(String owner, Runnable use) {
        assertThatThrownBy(use::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(owner + " used in thread " + Thread.currentThread().getName()
                        + ", but the event loop runs in thread the loop's thread; use callSoonThreadsafe() from other"
                        + " threads");
    }

    @Test
    void waiting_withoutALoop_isRefused() {
        lock.acquire().send(null);
        assertThatThrownBy(() -> lock.acquire().send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no running event loop in thread ");
    }

    @Test
    void afterItsLoopWasClosed_releasingDisturbsNobody() {
        EventLoop closed = EventLoop.create();
        closed.runUntilComplete(lock.acquire());
        Task<Void> waiter = closed.createTask(lock.acquire());
        closed.runUntilComplete(steps().turn());
        closed.close();
        lock.release();
        assertThat(waiter.isDone()).isFalse();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void aBarrierThatCannotBeWaitedFor_countsNobody() {
        AsyncBarrier barrier = new AsyncBarrier(2);
        assertThatThrownBy(() -> barrier.waitFor().send(null)).isInstanceOf(IllegalStateException.class);
        for (int round = 0; round < 2; round++) { // one counted for ever would keep it from filling again
            Task<Integer> first = start(barrier.waitFor());
            turns(2);
            assertThat(first.isDone()).isFalse();
            start(barrier.waitFor());
            turns(2);
            assertThat(failure(first)).isNull();
        }
    }
}
