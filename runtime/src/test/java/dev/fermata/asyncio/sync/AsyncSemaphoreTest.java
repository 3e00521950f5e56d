package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.Task;
import org.junit.jupiter.api.Test;

final class AsyncSemaphoreTest extends SyncTestCase {
    /** CPython: test_locks.SemaphoreTests.test_initial_value_zero, test_semaphore_value. */
    @Test
    void itHasThePermitsThatItWasGiven_andNotLessThanNone() {
        assertThat(new AsyncSemaphore(0).isLocked()).isTrue();
        assertThat(new AsyncSemaphore(1).isLocked()).isFalse();
        assertThatThrownBy(() -> new AsyncSemaphore(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a semaphore cannot have -1 permits; give 0 or more");
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_semaphore. */
    @Test
    void acquire_ofAPermitThatIsThere_doesNotSuspend() {
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        assertThat(semaphore.acquire().send(null)).isInstanceOf(Coroutine.Step.Returned.class);
        assertThat(semaphore.isLocked()).isTrue();
        semaphore.release();
        assertThat(semaphore.isLocked()).isFalse();
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire. */
    @Test
    void acquire_isServedInTheOrderOfArrival() {
        AsyncSemaphore semaphore = new AsyncSemaphore(3);
        run(semaphore.acquire());
        run(semaphore.acquire());
        for (int number = 1; number <= 4; number++) {
            logging(number, semaphore::acquire);
        }
        turn();
        assertThat(log).containsExactly(1);
        semaphore.release();
        semaphore.release();
        turn();
        assertThat(log).containsExactly(1, 2, 3);
        semaphore.release();
        turn();
        assertThat(log).containsExactly(1, 2, 3, 4);
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire_cancel. */
    @Test
    void aCancelledWaiter_takesNoPermit() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        Task<Void> waiter = start(semaphore.acquire());
        turn();
        waiter.cancel();
        turn();
        assertThat(waiter.isCancelled()).isTrue();
        semaphore.release();
        assertThat(semaphore.isLocked()).isFalse();
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire_cancel_before_awoken. */
    @Test
    void releases_passOverThoseThatAreCancelled() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        Task<Object> first = logging(1, semaphore::acquire);
        Task<Object> second = logging(2, semaphore::acquire);
        logging(3, semaphore::acquire);
        logging(4, semaphore::acquire);
        turn();
        first.cancel();
        second.cancel();
        semaphore.release();
        turns(3);
        assertThat(log).containsExactly(3);
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire_hang. */
    @Test
    void release_afterACancelInTheSameTurn_reachesTheOther() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        Task<Object> cancelled = logging(1, semaphore::acquire);
        logging(2, semaphore::acquire);
        turn();
        cancelled.cancel();
        semaphore.release();
        turns(2);
        assertThat(log).containsExactly(2);
        assertThat(semaphore.isLocked()).isTrue();
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire_no_hang. */
    @Test
    void aWaiterThatIsCancelledAfterItWasWoken_givesItsPermitToTheNext() {
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        run(semaphore.acquire());
        Task<Object> cancelled = logging(1, semaphore::acquire);
        logging(2, semaphore::acquire);
        turn();
        semaphore.release();
        cancelled.cancel();
        turns(3);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(log).containsExactly(2);
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire_fifo_order. */
    @Test
    void aReleaseAndAnAcquireInOneStep_doNotGetPastOneWhoWaits() {
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        for (String name : new String[] {"a", "b"}) {
            start(steps().awaits(semaphore::acquire)
                    .run(() -> log.add(name + 1))
                    .turn()
                    .run(semaphore::release)
                    .awaits(semaphore::acquire)
                    .run(() -> log.add(name + 2))
                    .turn()
                    .run(semaphore::release));
        }
        turns(12);
        assertThat(log).containsExactly("a1", "b1", "a2", "b2");
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire_fifo_order_2. */
    @Test
    void isLocked_isTrueWhileAWokenOneHasNotRun() {
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        logging(1, semaphore::acquire);
        start(steps().awaits(semaphore::acquire)
                .run(() -> log.add(2))
                .awaits(semaphore::acquire)
                .run(() -> log.add(4)));
        logging(3, semaphore::acquire);
        turn();
        assertThat(log).containsExactly(1);
        semaphore.release();
        semaphore.release();
        assertThat(semaphore.isLocked()).isTrue();
        turns(3);
        assertThat(log).containsExactly(1, 2, 3);
        semaphore.release();
        turn();
        assertThat(log).containsExactly(1, 2, 3, 4);
    }

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_acquire_fifo_order_3. */
    @Test
    void whoComesWhileAnotherIsWoken_isServedByTheNextPermit() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        logging(1, semaphore::acquire);
        start(steps().turn().awaits(semaphore::acquire).run(() -> log.add(2)));
        logging(3, semaphore::acquire);
        turn();
        semaphore.release();
        semaphore.release();
        semaphore.release();
        turns(3);
        assertThat(log).containsExactly(1, 3, 2);
    }

    /** Statement 133: a newcomer behind woken ones is woken by them, though nothing is released any more. */
    @Test
    void aNewcomerBehindWokenOnes_getsAPermitThatIsLeft() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        Task<Object> first = logging(1, semaphore::acquire);
        turn();
        semaphore.release();
        semaphore.release();
        first.cancel();
        start(steps().awaits(semaphore::acquire).run(() -> log.add(2)));
        turns(3);
        assertThat(log).containsExactly(2);
        assertThat(semaphore).hasToString("AsyncSemaphore unlocked, permits: 1, waiters: 0");
    }

    /** CPython: test_locks.SemaphoreTests.test_release_no_waiters. */
    @Test
    void release_ofWhatWasNotAcquired_addsAPermit() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        semaphore.release();
        semaphore.release();
        run(semaphore.acquire());
        assertThat(semaphore.isLocked()).isFalse();
    }
}
