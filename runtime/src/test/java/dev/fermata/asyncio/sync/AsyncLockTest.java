package dev.fermata.asyncio.sync;

import static dev.fermata.asyncio.sync.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AsyncLockTest extends SyncTestCase {
    private final AsyncLock lock = new AsyncLock();

    @Test
    void acquire_ofAFreeLock_doesNotSuspend() {
        assertThat(lock.acquire().send(null)).isEqualTo(new Coroutine.Step.Returned<Void>(null));
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void acquire_thatNobodyAwaits_doesNothing() {
        lock.acquire();
        assertThat(lock.isLocked()).isFalse();
    }

    /** Statement 128; CPython: test_locks.LockTests.test_acquire. */
    @Test
    void release_wakesOneInTheOrderInWhichTheyCame() {
        run(lock.acquire());
        logging(1, lock::acquire);
        logging(2, lock::acquire);
        logging(3, lock::acquire);
        turn();
        assertThat(log).isEmpty();

        lock.release();
        turns(3);
        assertThat(log).containsExactly(1);
        lock.release();
        turns(3);
        assertThat(log).containsExactly(1, 2);
        lock.release();
        turns(3);
        assertThat(log).containsExactly(1, 2, 3);
    }

    /** Statement 128; CPython: test_locks.LockTests.test_release_not_acquired. */
    @Test
    void release_ofAFreeLock_isAnError() {
        assertThatThrownBy(lock::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Lock is not acquired.");
    }

    /** Statement 128; CPython: test_locks.LockTests.test_release_no_waiters. */
    @Test
    void release_withoutWaiters_freesTheLock() {
        run(lock.acquire());
        lock.release();
        assertThat(lock.isLocked()).isFalse();
    }

    /** Statement 128; CPython: test_locks.LockTests.test_lock, "Implement fair scheduling". */
    @Test
    void whoComesWhileTheFirstIsWoken_waitsBehind() {
        run(lock.acquire());
        logging("first", lock::acquire);
        turn();
        lock.release();
        logging("later", lock::acquire); // its task is made after the first was woken
        assertThat(lock.isLocked()).isFalse();

        turns(3);
        assertThat(log).containsExactly("first");
        lock.release();
        turns(2);
        assertThat(log).containsExactly("first", "later");
    }

    /** Statement 128, the other way round: the newcomer runs first, and finds the lock free. */
    @Test
    void whoRunsBeforeTheWokenOne_waitsBehindIt() {
        run(lock.acquire());
        logging("woken", lock::acquire);
        turn();
        logging("newcomer", lock::acquire);
        lock.release();
        turns(3);
        assertThat(log).containsExactly("woken");
        lock.release();
        turns(2);
        assertThat(log).containsExactly("woken", "newcomer");
    }

    /** Statement 129; CPython: test_locks.LockTests.test_acquire_cancel. */
    @Test
    void aCancelledWaiter_doesNotGetTheLock() {
        run(lock.acquire());
        Task<Void> waiter = start(lock.acquire());
        turn();
        waiter.cancel("no more");
        turn();
        assertThat(failure(waiter)).isInstanceOf(CancelledError.class).hasMessage("no more");
        lock.release();
        assertThat(lock.isLocked()).isFalse();
        run(lock.acquire());
    }

    /** Statement 129; CPython: test_locks.LockTests.test_cancel_race. */
    @Test
    void release_whileTheFirstIsCancelledAndHasNotRun_wakesTheNext() {
        Promise<Object> gate = promise();
        Task<Object> a = start(steps().awaits(lock::acquire).awaits(gate).lastly(lock::release));
        Task<Object> b = start(steps().awaits(lock::acquire).lastly(lock::release));
        Task<Object> c = start(steps().awaits(lock::acquire).lastly(lock::release));
        turn();

        gate.setResult(null);
        b.cancel();
        turn();
        assertThat(lock.isLocked()).isFalse();
        assertThat(a.isDone()).isTrue();
        assertThat(b.isDone()).isTrue();
        turn();
        assertThat(c.isDone()).isTrue();
        assertThat(failure(b)).isInstanceOf(IllegalStateException.class); // its finally released what it did not hold
    }

    /** Statement 129; CPython: test_locks.LockTests.test_cancel_release_race (bpo-32734). */
    @Test
    void cancelAndRelease_inOneTurn_giveTheLockToOneOnly() {
        run(lock.acquire());
        Task<Object> first = logging(1, lock::acquire);
        Task<Object> second = logging(2, lock::acquire);
        Task<Object> third = logging(3, lock::acquire);
        turn();

        first.cancel();
        lock.release();
        turns(4);
        assertThat(first.isCancelled()).isTrue();
        assertThat(second.isDone()).isTrue();
        assertThat(third.isDone()).isFalse();
        assertThat(log).containsExactly(2);
    }

    /** Statement 129; CPython: test_locks.LockTests.test_finished_waiter_cancelled (bpo-27585). */
    @Test
    void aWaiterThatIsCancelledAfterItWasWoken_wakesTheNext() {
        run(lock.acquire());
        Task<Object> woken = logging("woken", lock::acquire);
        Task<Object> next = logging("next", lock::acquire);
        turn();

        lock.release();
        woken.cancel();
        turns(2);
        assertThat(woken.isCancelled()).isTrue();
        assertThat(next.isDone()).isTrue();
        assertThat(log).containsExactly("next");
        assertThat(lock.isLocked()).isTrue();
    }

    /** Statement 129: CPython's acquire() jumps a queue of cancelled ones. */
    @Test
    void acquire_whileAllWhoWaitAreCancelled_doesNotSuspend() {
        run(lock.acquire());
        Task<Void> one = start(lock.acquire());
        Task<Void> other = start(lock.acquire());
        turn();
        lock.release();
        other.cancel();
        one.cancel();
        Task<Void> dead = start(lock.acquire());
        turn(); // one was woken, so it is not dead; it hands on when it runs
        assertThat(one.isCancelled() && other.isCancelled()).isTrue();
        turn();
        assertThat(dead.isDone()).isTrue();
    }

    @Test
    void aWaiterThatIsClosed_leavesTheLine() {
        run(lock.acquire());
        Coroutine<Void> closed = lock.acquire();
        run(steps().run(() -> closed.send(null)));
        Task<Object> next = logging("next", lock::acquire);
        turn();
        closed.close();
        lock.release();
        turn();
        assertThat(next.isDone()).isTrue();
    }

    @Test
    void aCancellation_hasTheAwaitingCallersInItsTrace() {
        run(lock.acquire());
        Task<Object> task = start(Steps.steps("caller")
                .awaits(() -> lock.with(() -> steps().returns("never")))
                .catching(CancelledError.class, thrown -> List.of(((Throwable) thrown).getStackTrace())));
        turn();
        task.cancel();
        turn();
        assertThat(task.result().toString()).contains("Steps.caller(Steps.java:1)");
    }

    @Test
    void itsText_saysHowItIs() {
        run(lock.acquire());
        start(lock.acquire());
        turn();
        assertThat(lock).hasToString("AsyncLock locked, waiters: 1");
    }
}
