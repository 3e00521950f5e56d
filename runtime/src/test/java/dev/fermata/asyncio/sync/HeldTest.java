package dev.fermata.asyncio.sync;

import static dev.fermata.asyncio.sync.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The forms that release by themselves; CPython: test_locks.LockTests.test_lock_by_with_statement, test_context_manager. */
final class HeldTest extends SyncTestCase {
    private final AsyncLock lock = new AsyncLock();

    @Test
    void with_holdsTheLockWhileTheBodyRuns_andGivesItsResult() {
        Promise<Object> gate = promise();
        Task<Object> task = start(lock.with(() -> steps().awaits(gate).returns("value")));
        turn();
        assertThat(lock.isLocked()).isTrue();
        gate.setResult(null);
        turn();
        assertThat(task.result()).isEqualTo("value");
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void with_onAFreeLockAndABodyThatDoesNotSuspend_doesNotSuspend() {
        assertThat(lock.with(() -> Coroutine.result("value")).send(null))
                .isEqualTo(new Coroutine.Step.Returned<>("value"));
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void with_waitsForTheLock_beforeItMakesTheBody() {
        run(lock.acquire());
        Task<Object> task = start(lock.with(() -> {
            log.add("made");
            return Coroutine.result(null);
        }));
        turn();
        assertThat(log).isEmpty();
        lock.release();
        turn();
        assertThat(log).containsExactly("made");
        assertThat(task.isDone()).isTrue();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void with_aBodyThatFails_releasesAndFailsWithTheSame() {
        IOException broken = new IOException("broken");
        assertThatThrownBy(() -> run(lock.with(() -> steps().turn().fails(broken))))
                .isSameAs(broken);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void with_aSupplierThatThrows_releases() {
        IOException broken = new IOException("broken");
        assertThatThrownBy(() -> run(lock.<Object>with(() -> {
                    throw broken;
                })))
                .isSameAs(broken);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void with_cancelledInTheBody_releases() {
        Task<Object> task = start(lock.with(() -> steps().awaits(promise())));
        turn();
        task.cancel();
        turn();
        assertThat(task.isCancelled()).isTrue();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void with_cancelledWhileItWaits_releasesNothing() {
        run(lock.acquire());
        Task<Object> task = start(lock.with(() -> steps().run(() -> log.add("body"))));
        turn();
        task.cancel();
        turn();
        assertThat(task.isCancelled()).isTrue();
        assertThat(lock.isLocked()).isTrue();
        assertThat(log).isEmpty();
    }

    @Test
    void with_aBodyThatReleasedTheLockItself_isToldSo() {
        Task<Object> task = start(lock.with(() -> steps().run(lock::release)));
        turn();
        assertThat(failure(task)).isInstanceOf(IllegalStateException.class).hasMessage("Lock is not acquired.");
    }

    @Test
    void with_aBodyThatReleasedAndFailed_failsWithItsOwn() {
        IOException broken = new IOException("broken");
        Task<Object> task = start(lock.with(() -> steps().run(lock::release).fails(broken)));
        turn();
        assertThat(failure(task)).isSameAs(broken);
        assertThat(broken.getSuppressed()).hasSize(1);
    }

    @Test
    void with_cancelledInTheTurnInWhichItGetsTheLock_handsItOn() {
        run(lock.acquire());
        Task<Object> cancelled = start(lock.with(() -> steps().run(() -> log.add("cancelled"))));
        Task<Object> next = start(lock.with(() -> steps().run(() -> log.add("next"))));
        turn();
        lock.release();
        cancelled.cancel();
        turns(2);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(next.isDone()).isTrue();
        assertThat(log).containsExactly("next");
    }

    @Test
    void hold_givesWhatReleases() {
        Hold hold = run(lock.hold());
        assertThat(lock.isLocked()).isTrue();
        hold.close();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void hold_closedTwice_releasesOnce() {
        Hold hold = run(lock.hold());
        hold.close();
        run(lock.acquire());
        hold.close();
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void hold_waitsForTheLock() {
        run(lock.acquire());
        Task<Hold> task = start(lock.hold());
        turn();
        assertThat(task.isDone()).isFalse();
        lock.release();
        turn();
        task.result().close();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void semaphoresAndConditions_haveBothForms() {
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        AsyncCondition condition = new AsyncCondition();
        run(semaphore.with(() -> steps().run(() -> log.add(semaphore.isLocked()))));
        run(condition.with(() -> steps().run(() -> log.add(condition.isLocked()))));
        try (Hold permit = run(semaphore.hold());
                Hold held = run(condition.hold())) {
            assertThat(permit).isNotSameAs(held);
            log.add(semaphore.isLocked() && condition.isLocked());
        }
        assertThat(log).containsExactly(true, true, true);
        assertThat(semaphore.isLocked()).isFalse();
        assertThat(condition.isLocked()).isFalse();
    }
}
