package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Task;
import org.junit.jupiter.api.Test;

final class BoundedAsyncSemaphoreTest extends SyncTestCase {
    private final AsyncSemaphore semaphore = new BoundedAsyncSemaphore(1);

    /** Statement 133; CPython: test_locks.SemaphoreTests.test_release_not_acquired. */
    @Test
    void release_ofWhatNobodyHolds_isAnError() {
        assertThatThrownBy(semaphore::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("BoundedAsyncSemaphore released too many times");
        assertThat(semaphore).hasToString("BoundedAsyncSemaphore unlocked, permits: 1, waiters: 0");
    }

    @Test
    void release_ofWhatIsHeld_isNone() {
        run(semaphore.acquire());
        semaphore.release();
        assertThat(semaphore.isLocked()).isFalse();
    }

    /** Unlike CPython's, where the mistake shows only at the next release, which is right. */
    @Test
    void release_twiceWhileOneIsWoken_isAnErrorAtOnce() {
        run(semaphore.acquire());
        Task<Void> waiter = start(semaphore.acquire());
        turn();
        semaphore.release();
        assertThatThrownBy(semaphore::release).isInstanceOf(IllegalStateException.class);
        turn();
        assertThat(waiter.isDone()).isTrue();
        semaphore.release();
    }
}
