package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WaitQueueTest extends SyncTestCase {
    private final WaitQueue queue = new WaitQueue(new LoopBinding(WaitQueueTest.class));

    private Waiter[] join(int count) {
        Waiter[] waiters = new Waiter[count];
        run(steps().run(() -> {
            for (int number = 0; number < count; number++) {
                waiters[number] = queue.join();
            }
        }));
        return waiters;
    }

    @Test
    void deadOnesAtTheHead_areDroppedWhenTheyAreMet() {
        Waiter[] waiters = join(3);
        waiters[0].promise.cancel();
        waiters[1].promise.cancel();
        assertThat(queue.isOccupied()).isTrue();
        assertThat(waiters).extracting(it -> it.linked).containsExactly(false, false, true);
        waiters[2].promise.cancel();
        assertThat(queue.isOccupied()).isFalse();
        queue.leave(waiters[0]); // when it runs at last
        assertThat(queue.live()).isZero();
    }

    @Test
    void looking_changesNothing() {
        Waiter[] waiters = join(2);
        waiters[0].promise.cancel();
        assertThat(queue.hasLive()).isTrue();
        assertThat(queue.live()).isEqualTo(1);
        assertThat(waiters[0].linked).isTrue();
    }

    @Test
    void wakeUpTo_countsThoseThatHaveNotRun() {
        Waiter[] waiters = join(3);
        queue.wakeUpTo(1);
        queue.wakeUpTo(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(true, false, false);
        queue.leave(waiters[0]);
        queue.wakeUpTo(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(false, true, false);
    }

    @Test
    void wake_wakesSomeMore() {
        Waiter[] waiters = join(3);
        queue.wake(1);
        queue.wake(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(true, true, false);
    }

    @Test
    void oneThatStays_keepsItsPlace() {
        Waiter[] waiters = join(3);
        queue.wake(2);
        run(steps().run(() -> queue.stay(waiters[0])));
        assertThat(queue.isBehindUnwoken(waiters[1])).isTrue();
        assertThat(queue.isBehindUnwoken(waiters[0])).isFalse();
        queue.wake(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(true, true, false);
        assertThat(queue.isBehindUnwoken(waiters[1])).isFalse();
    }

    @Test
    void leavingInTheMiddle_leavesTheOthersInOrder() {
        Waiter[] waiters = join(4);
        queue.leave(waiters[1]);
        queue.leave(waiters[3]);
        queue.leave(waiters[0]);
        queue.wakeEvery();
        assertThat(waiters).extracting(it -> it.woken).containsExactly(false, false, true, false);
        queue.leave(waiters[2]);
        assertThat(queue.isOccupied()).isFalse();
        Waiter last = join(1)[0];
        queue.wake(1);
        assertThat(last.woken).isTrue();
    }
}
