package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Interleaving;
import dev.fermata.asyncio.Interleavings;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions and barriers in every order, with a cancel at every await. Statements 131, 132, 134. */
final class ConditionInterleavingTest {
    /** Goods that are made and taken; each one made is notified once, so a lost notification shows. */
    private static final class Store {
        private final AsyncCondition condition = new AsyncCondition();
        private int goods;
        private int holders;

        Steps taking() {
            return locked(Steps.steps()
                    .run(() -> holders--)
                    .awaits(() -> condition.waitFor(this::ask))
                    .lastly(() -> holders++)
                    .run(() -> goods--));
        }

        Steps making() {
            return locked(Steps.steps().run(() -> goods++).turn().run(() -> condition.notify(1)));
        }

        private boolean ask() {
            assertThat(condition.isLocked()).isTrue();
            assertThat(holders).isZero();
            return goods > 0;
        }

        private Steps locked(Steps body) {
            return Steps.steps()
                    .awaits(() -> condition.with(() -> Steps.steps()
                            .run(() -> {
                                assertThat(holders).isZero();
                                holders++;
                            })
                            .awaits(body)
                            .lastly(() -> holders--)));
        }
    }

    private static void takeAndMake(Interleaving run, int takers, int makers) {
        Store store = new Store();
        List<Task<?>> taking = new ArrayList<>();
        for (int number = 0; number < takers; number++) {
            taking.add(run.startVictim(store.taking()));
        }
        for (int number = 0; number < makers; number++) {
            run.start(store.making());
        }
        run.runUntilQuiet();
        assertThat(store.condition.isLocked()).isFalse();
        int taken = (int)
                taking.stream().filter(it -> it.isDone() && !it.isCancelled()).count();
        assertThat(store.goods).isEqualTo(makers - taken);
        assertThat(store.goods == 0 || run.stuck().isEmpty())
                .as("nobody waits for what is there")
                .isTrue();
    }

    @Test
    void aCondition_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(run -> takeAndMake(run, 3, 1));
        assertThat(runs).isGreaterThan(1000);
    }

    @Test
    void aCondition_inALoopsOrder_withCancelsEverywhere() {
        int runs = Interleavings.inOrder(2).all(run -> takeAndMake(run, 3, 2));
        assertThat(runs).isGreaterThan(300);
    }

    @Test
    void aCondition_inManyOrders_withManyCancels() {
        Interleavings.permuted(3).some(5000, run -> takeAndMake(run, 5, 4));
    }

    // ---- barriers

    private static void barrier(Interleaving run, int parties, int tasks) {
        AsyncBarrier barrier = new AsyncBarrier(parties);
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < tasks; number++) {
            run.startVictim(Steps.steps().awaits(barrier::waitFor).then(value -> numbers.add((Integer) value)));
        }
        run.runUntilQuiet();
        int stuck = run.stuck().size();
        assertThat(stuck).isLessThan(parties).isEqualTo(barrier.waiting());
        for (int number = 0; number < parties; number++) {
            int own = number;
            long given = numbers.stream().filter(it -> it == own).count();
            assertThat(given).as("how often number " + own + " was given").isLessThanOrEqualTo(tasks / parties);
        }
        assertThat(barrier).hasToString("AsyncBarrier filling, waiters: " + stuck + "/" + parties);
    }

    @Test
    void aBarrier_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(run -> barrier(run, 2, 4));
        assertThat(runs).isGreaterThan(1000);
    }

    @Test
    void aBarrier_inManyOrders_withManyCancels() {
        Interleavings.permuted(3).some(5000, run -> barrier(run, 3, 9));
    }

    private static void broken(Interleaving run, boolean reset) {
        AsyncBarrier barrier = new AsyncBarrier(2);
        for (int number = 0; number < 3; number++) {
            run.startVictim(
                    Steps.steps().awaits(barrier::waitFor).catching(BrokenBarrierException.class, thrown -> "broken"));
        }
        run.start(Steps.steps().awaits(barrier::abort));
        if (reset) {
            run.start(Steps.steps().awaits(barrier::reset));
        }
        run.runUntilQuiet();
        if (barrier.isBroken()) {
            assertThat(run.stuck()).isEmpty();
        } else {
            assertThat(run.stuck()).hasSize(barrier.waiting()).hasSizeLessThan(2);
        }
    }

    @Test
    void aBrokenBarrier_inEveryOrder_keepsNobody() {
        int runs = Interleavings.permuted(1).all(run -> broken(run, false));
        assertThat(runs).isGreaterThan(500);
    }

    @Test
    void aBarrierThatIsResetAndAborted_inManyOrders_keepsNobodyLong() {
        Interleavings.permuted(2).some(5000, run -> broken(run, true));
    }
}
