package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.Task;
import org.junit.jupiter.api.Test;

final class AsyncEventTest extends SyncTestCase {
    private final AsyncEvent event = new AsyncEvent();

    /** Statement 130; CPython: test_locks.EventTests.test_wait. */
    @Test
    void set_wakesAllWhoWait_inTheOrderInWhichTheyCame() {
        logging(1, event::waitFor);
        logging(2, event::waitFor);
        turn();
        logging(3, event::waitFor);
        turn();
        assertThat(log).isEmpty();
        event.set();
        turn();
        assertThat(log).containsExactly(1, 2, 3);
        assertThat(event).hasToString("AsyncEvent set, waiters: 0");
    }

    /** Statement 130; CPython: test_locks.EventTests.test_wait_on_set. */
    @Test
    void waitFor_whenSet_doesNotSuspend() {
        event.set();
        assertThat(event.waitFor().send(null)).isInstanceOf(Coroutine.Step.Returned.class);
    }

    /** Statement 130; CPython: test_locks.EventTests.test_wait_cancel. */
    @Test
    void aCancelledWaiter_isForgotten() {
        Task<Void> waiter = start(event.waitFor());
        turn();
        waiter.cancel();
        turn();
        assertThat(waiter.isCancelled()).isTrue();
        assertThat(event).hasToString("AsyncEvent unset, waiters: 0");
    }

    /** Statement 130; CPython: test_locks.EventTests.test_clear. */
    @Test
    void clear_unsetsIt() {
        event.set();
        assertThat(event.isSet()).isTrue();
        event.clear();
        assertThat(event.isSet()).isFalse();
    }

    /** Statement 130; CPython: test_locks.EventTests.test_clear_with_waiters. */
    @Test
    void set_wakesThoseWhoWait_evenIfItIsClearedBeforeTheyRun() {
        logging("waiter", event::waitFor);
        turn();
        event.set();
        event.clear();
        event.set();
        event.clear();
        Task<Object> later = logging("later", event::waitFor);
        turns(2);
        assertThat(log).containsExactly("waiter");
        assertThat(later.isDone()).isFalse();
    }

    /** Statement 130: one that is cancelled after it was woken takes nothing from others. */
    @Test
    void set_wakesAll_thoughOneIsCancelledMeanwhile() {
        Task<Object> cancelled = logging("cancelled", event::waitFor);
        logging("other", event::waitFor);
        turn();
        event.set();
        cancelled.cancel();
        turn();
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(log).containsExactly("other");
    }
}
