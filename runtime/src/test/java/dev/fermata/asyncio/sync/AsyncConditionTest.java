package dev.fermata.asyncio.sync;

import static dev.fermata.asyncio.sync.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import org.junit.jupiter.api.Test;

final class AsyncConditionTest extends SyncTestCase {
    private final AsyncCondition condition = new AsyncCondition();

    /** Waits, logs a name when it has the lock again, and releases it. */
    private Task<Object> waiting(Object name) {
        return start(steps().awaits(condition::acquire)
                .awaits(() -> condition.waitFor())
                .run(() -> log.add(name))
                .lastly(condition::release));
    }

    private void notifyNow(int count) {
        run(steps().awaits(condition::acquire)
                .run(() -> condition.notify(count))
                .run(condition::release));
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_wait, test_notify. */
    @Test
    void notify_wakesSoMany_inTheOrderInWhichTheyCame() {
        waiting(1);
        waiting(2);
        waiting(3);
        turn();
        assertThat(condition.isLocked()).isFalse();
        notifyNow(1);
        turns(2);
        assertThat(log).containsExactly(1);
        notifyNow(2048);
        turns(2);
        assertThat(log).containsExactly(1, 2, 3);
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_notify_all. */
    @Test
    void notifyEvery_wakesAll() {
        waiting(1);
        waiting(2);
        turn();
        run(steps().awaits(condition::acquire).run(condition::notifyEvery).run(condition::release));
        turns(2);
        assertThat(log).containsExactly(1, 2);
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_wait. */
    @Test
    void aNotifiedWaiter_goesOnWhenTheLockIsFree() {
        waiting("waiter");
        turn();
        run(condition.acquire());
        condition.notify(1);
        turns(3);
        assertThat(log).isEmpty();
        condition.release();
        turn();
        assertThat(log).containsExactly("waiter");
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_wait_cancel. */
    @Test
    void aCancelledWaiter_holdsTheLockWhenItThrows() {
        Task<Object> waiter = start(steps().awaits(condition::acquire)
                .awaits(() -> condition.waitFor())
                .catching(CancelledError.class, thrown -> condition.isLocked()));
        turn();
        waiter.cancel();
        turn();
        assertThat(waiter.result()).isEqualTo(true);
        assertThat(condition).hasToString("AsyncCondition locked, waiters: 0");
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_wait_cancel_contested. */
    @Test
    void aCancelledWaiter_waitsForTheLock() {
        Task<Object> waiter = waiting("waiter");
        turn();
        run(condition.acquire());
        waiter.cancel();
        turns(2);
        assertThat(waiter.isDone()).isFalse();
        condition.release();
        turns(2);
        assertThat(waiter.isCancelled()).isTrue();
        assertThat(condition.isLocked()).isFalse();
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_wait_cancel_after_notify. */
    @Test
    void aWaiterThatIsCancelledAfterItWasNotified_handsTheNotificationOn() {
        Task<Object> cancelled = waiting("cancelled");
        waiting("next");
        turn();
        run(condition.acquire());
        condition.notify(1);
        cancelled.cancel();
        condition.release();
        turns(3);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(log).containsExactly("next");
        assertThat(condition.isLocked()).isFalse();
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_cancelled_error_re_aquire. */
    @Test
    void aWaiterThatIsCancelledSeveralTimes_throwsTheLastOne() {
        Task<Object> waiter = waiting("waiter");
        turn();
        run(condition.acquire());
        condition.notify(1);
        turn(); // now it waits for the lock
        waiter.cancel("first");
        turn();
        waiter.cancel("second");
        turn();
        assertThat(waiter.isDone()).isFalse();
        condition.release();
        turns(2);
        assertThat(failure(waiter)).isInstanceOf(CancelledError.class).hasMessage("second");
        assertThat(condition.isLocked()).isFalse();
    }

    /** Statement 131; CPython: test_locks.ConditionTests.test_cancelled_wakeup_relock. */
    @Test
    void aWaiterThatIsCancelledWhileItGetsTheLockBack_handsTheNotificationOn() {
        Task<Object> cancelled = waiting("cancelled");
        waiting("next");
        turn();
        run(condition.acquire());
        condition.notify(1);
        turn(); // it waits for the lock, notified
        cancelled.cancel();
        turn();
        condition.release();
        turns(4);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(log).containsExactly("next");
    }

    /** Deviation from statement 131: CPython wakes the next one even so. */
    @Test
    void aWaiterThatIsCancelledUnnotified_wakesNobody() {
        Task<Object> cancelled = waiting("cancelled");
        Task<Object> other = waiting("other");
        turn();
        cancelled.cancel();
        turns(3);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(other.isDone()).isFalse();
    }

    /** Statement 132; CPython: test_locks.ConditionTests.test_wait_unacquired, test_wait_for_unacquired. */
    @Test
    void waitFor_withoutTheLock_isAnError() {
        assertThatThrownBy(() -> run(condition.waitFor()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot wait on un-acquired lock");
        assertThatThrownBy(() -> run(condition.waitFor(() -> false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot wait on un-acquired lock");
        run(condition.waitFor(() -> true)); // nothing to wait for
    }

    /** Statement 132; CPython: test_locks.ConditionTests.test_notify_unacquired, test_notify_all_unacquired. */
    @Test
    void notify_withoutTheLock_isAnError() {
        assertThatThrownBy(() -> condition.notify(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot notify on un-acquired lock");
        assertThatThrownBy(condition::notifyEvery)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot notify on un-acquired lock");
    }

    /** Statement 132; CPython: test_locks.ConditionTests.test_wait_for. */
    @Test
    void waitFor_aPredicate_asksAfterEachWakeUp() {
        boolean[] ready = {false};
        Task<Object> waiter = start(steps().awaits(condition::acquire)
                .awaits(() -> condition.waitFor(() -> {
                    log.add(ready[0]);
                    return ready[0];
                }))
                .lastly(condition::release));
        turn();
        notifyNow(1);
        turns(2);
        assertThat(log).containsExactly(false, false);
        assertThat(waiter.isDone()).isFalse();
        ready[0] = true;
        notifyNow(1);
        turns(2);
        assertThat(log).containsExactly(false, false, true);
        assertThat(waiter.isDone()).isTrue();
    }

    /** Statement 132: the predicate is asked with the lock held. */
    @Test
    void waitFor_aPredicateThatThrows_throwsItWithTheLockHeld() {
        IllegalArgumentException broken = new IllegalArgumentException("broken");
        Task<Object> waiter = start(steps().awaits(condition::acquire)
                .awaits(() -> condition.waitFor(() -> {
                    throw broken;
                }))
                .catching(IllegalArgumentException.class, thrown -> condition.isLocked()));
        turn();
        assertThat(waiter.result()).isEqualTo(true);
    }

    /** CPython: test_locks.ConditionTests.test_explicit_lock. */
    @Test
    void conditions_mayShareALock() {
        AsyncLock lock = new AsyncLock();
        AsyncCondition one = new AsyncCondition(lock);
        AsyncCondition other = new AsyncCondition(lock);
        run(one.acquire());
        assertThat(other.isLocked()).isTrue();
        other.notify(1);
        lock.release();
        assertThat(one.isLocked()).isFalse();
    }

    /** As in CPython: one that cannot get the lock back when it is closed has to suspend, and may not. */
    @Test
    void aWaiterThatIsClosed_getsTheLockBackIfItIsFree() {
        Steps body = steps().awaits(condition::acquire)
                .awaits(() -> condition.waitFor())
                .lastly(() -> log.add(condition.isLocked()));
        run(steps().run(() -> body.send(null)));
        assertThat(condition.isLocked()).isFalse();
        body.close();
        assertThat(log).containsExactly(true);
    }
}
