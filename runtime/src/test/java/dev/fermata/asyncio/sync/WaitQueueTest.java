package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitQueueTest extends SyncTestCase {
    private final WaitQueue queue = new WaitQueue(new LoopBinding(WaitQueueTest.class));

    private final List<Task<Void>> tasks = new ArrayList<>();

    private List<Waiter<Void>> join(int count) {
        List<Waiter<Void>> waiters = make(count);
        run(steps().run(() -> waiters.forEach(queue::join)));
        return waiters;
    }

    /** Whoever is cancelled is dead until his task runs. */
    private List<Waiter<Void>> joinAsTasks(int count) {
        List<Waiter<Void>> waiters = make(count);
        waiters.forEach(it -> tasks.add(start(it)));
        turn();
        return waiters;
    }

    private List<Waiter<Void>> make(int count) {
        List<Waiter<Void>> waiters = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            waiters.add(new NotificationWait(queue));
        }
        return waiters;
    }

    @Test
    void deadOnesAtTheHead_areDroppedWhenTheyAreMet() {
        List<Waiter<Void>> waiters = joinAsTasks(3);
        tasks.get(0).cancel();
        tasks.get(1).cancel();
        assertThat(queue.isOccupied()).isTrue();
        assertThat(waiters).extracting(it -> it.linked).containsExactly(false, false, true);
        tasks.get(2).cancel();
        assertThat(queue.isOccupied()).isFalse();
        queue.leave(waiters.get(0)); // when it runs at last
        assertThat(queue.live()).isZero();
    }

    @Test
    void looking_changesNothing() {
        List<Waiter<Void>> waiters = joinAsTasks(2);
        tasks.get(0).cancel();
        assertThat(queue.hasLive()).isTrue();
        assertThat(queue.live()).isEqualTo(1);
        assertThat(waiters.get(0).linked).isTrue();
    }

    @Test
    void wakeUpTo_countsThoseThatHaveNotRun() {
        List<Waiter<Void>> waiters = join(3);
        queue.wakeUpTo(1);
        queue.wakeUpTo(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(true, false, false);
        queue.leave(waiters.get(0));
        queue.wakeUpTo(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(false, true, false);
    }

    @Test
    void wake_wakesSomeMore() {
        List<Waiter<Void>> waiters = join(3);
        queue.wake(1);
        queue.wake(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(true, true, false);
    }

    @Test
    void oneThatStays_keepsItsPlace() {
        List<Waiter<Void>> waiters = join(3);
        queue.wake(2);
        run(steps().run(() -> queue.stay(waiters.get(0))));
        assertThat(queue.isBehindUnwoken(waiters.get(1))).isTrue();
        assertThat(queue.isBehindUnwoken(waiters.get(0))).isFalse();
        queue.wake(1);
        assertThat(waiters).extracting(it -> it.woken).containsExactly(true, true, false);
        assertThat(queue.isBehindUnwoken(waiters.get(1))).isFalse();
    }

    @Test
    void leavingInTheMiddle_leavesTheOthersInOrder() {
        List<Waiter<Void>> waiters = join(4);
        queue.leave(waiters.get(1));
        queue.leave(waiters.get(3));
        queue.leave(waiters.get(0));
        queue.wakeEvery();
        assertThat(waiters).extracting(it -> it.woken).containsExactly(false, false, true, false);
        queue.leave(waiters.get(2));
        assertThat(queue.isOccupied()).isFalse();
        Waiter<Void> last = join(1).get(0);
        queue.wake(1);
        assertThat(last.woken).isTrue();
    }
}
