package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Interleaving;
import dev.fermata.asyncio.Interleavings;
import dev.fermata.asyncio.Steps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Locks, semaphores and events in every order, with a cancel at every await. Section 4, #10; statements 128, 129, 130, 133:
 * never more holders than allowed, no lost wake-up, first come, first served.
 */
final class LockInterleavingTest {
    /** What the tasks of one run do and see. */
    private static final class Holders {
        private final int most;
        private final List<Integer> asked = new ArrayList<>();
        private final List<Integer> served = new ArrayList<>();
        private int now;

        Holders(int most) {
            this.most = most;
        }

        Steps holding(int number, Holdable held) {
            return Steps.steps()
                    .run(() -> asked.add(number))
                    .awaits(() -> new HeldBody<>(
                            held,
                            () -> Steps.steps()
                                    .run(() -> {
                                        served.add(number);
                                        now++;
                                        assertThat(now).isLessThanOrEqualTo(most);
                                    })
                                    .turn()
                                    .lastly(() -> now--)));
        }

        void assertServedInOrder() {
            assertThat(served)
                    .containsExactlyElementsOf(
                            asked.stream().filter(served::contains).toList());
        }
    }

    private static void lock(Interleaving run, int tasks) {
        AsyncLock lock = new AsyncLock();
        Holders holders = new Holders(1);
        for (int number = 0; number < tasks; number++) {
            run.startVictim(holders.holding(number, lock));
        }
        run.runUntilQuiet();
        assertThat(run.stuck()).isEmpty();
        assertThat(lock.isLocked()).isFalse();
        holders.assertServedInOrder();
    }

    private static Holders semaphore(Interleaving run, int permits, int tasks) {
        AsyncSemaphore semaphore = new BoundedAsyncSemaphore(permits);
        Holders holders = new Holders(permits);
        for (int number = 0; number < tasks; number++) {
            run.startVictim(holders.holding(number, semaphore));
        }
        run.runUntilQuiet();
        assertThat(run.stuck()).isEmpty();
        assertThat(semaphore.permits()).isEqualTo(permits);
        return holders;
    }

    @Test
    void aLock_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(run -> lock(run, 3));
        assertThat(runs).isGreaterThan(500);
    }

    @Test
    void aLock_inManyOrders_withManyCancels() {
        Interleavings.permuted(4).some(3000, run -> lock(run, 7));
    }

    @Test
    void aSemaphore_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(run -> semaphore(run, 2, 3));
        assertThat(runs).isGreaterThan(500);
    }

    @Test
    void aSemaphore_inManyOrders_withManyCancels() {
        Interleavings.permuted(4).some(3000, run -> semaphore(run, 2, 8));
    }

    @Test
    void aSemaphore_inALoopsOrder_servesInOrder_whateverIsCancelled() {
        int runs = Interleavings.inOrder(3).all(run -> semaphore(run, 2, 5).assertServedInOrder());
        assertThat(runs).isGreaterThan(1000);
    }

    /** Permits that come from elsewhere, several at once. */
    private static void released(Interleaving run) {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        int[] got = {0};
        for (int number = 0; number < 3; number++) {
            run.startVictim(Steps.steps().awaits(semaphore::acquire).run(() -> got[0]++));
        }
        run.start(Steps.steps()
                .run(semaphore::release)
                .run(semaphore::release)
                .turn()
                .run(semaphore::release));
        run.runUntilQuiet();
        assertThat(run.stuck()).isEmpty();
        assertThat(semaphore.permits()).isEqualTo(3 - got[0]);
        assertThat(semaphore.isLocked()).isEqualTo(got[0] == 3);
    }

    @Test
    void permitsFromElsewhere_inEveryOrder_areNeverLost() {
        int runs = Interleavings.permuted(1).all(LockInterleavingTest::released);
        assertThat(runs).isGreaterThan(500);
    }

    private static void event(Interleaving run) {
        AsyncEvent event = new AsyncEvent();
        List<Integer> waiting = new ArrayList<>();
        boolean[] wasSet = {false};
        for (int number = 0; number < 3; number++) {
            int own = number;
            run.startVictim(Steps.steps()
                    .run(() -> {
                        if (!wasSet[0]) {
                            waiting.add(own);
                        }
                    })
                    .awaits(event::waitFor)
                    .lastly(() -> waiting.remove((Integer) own)));
        }
        run.start(Steps.steps().run(() -> {
            wasSet[0] = true;
            event.set();
            event.clear();
        }));
        run.runUntilQuiet();
        assertThat(waiting).isEmpty();
    }

    @Test
    void anEvent_inEveryOrder_wakesAllWhoWaited() {
        int runs = Interleavings.permuted(2).all(LockInterleavingTest::event);
        assertThat(runs).isGreaterThan(200);
    }
}
