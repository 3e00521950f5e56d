package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Timeouts in every order, with the time moved and a cancel at every await. Section 4, #5 and #6; statements 100 to 110: no
 * cancellation by others is lost, and none is left behind by a timeout.
 */
final class TimeoutInterleavingTest {
    private static final Duration LIMIT = Duration.ofMillis(10);

    /** What one run came to. */
    private static final class Run {
        private final Interleaving order;
        private final List<String> ends = new ArrayList<>();
        private Task<Object> task;

        Run(Interleaving order) {
            this.order = order;
        }

        /** Awaits, notes how that ends, and then awaits once more. */
        void limited(Coroutine<?> limited) {
            task = order.startVictim(steps().awaits(limited)
                    .run(() -> ends.add("in time"))
                    .catching(Throwable.class, thrown -> {
                        ends.add(thrown.getClass().getSimpleName());
                        if (thrown instanceof CancelledError cancelled) {
                            throw cancelled;
                        }
                        return thrown;
                    })
                    .turn()
                    .run(() -> ends.add("went on")));
            order.runUntilQuiet();
            assertThat(order.stuck()).isEmpty();
            order.assertNothingLeft();
        }

        /** Whoever was cancelled by others is cancelled in the end, and nobody else. */
        void assertNoCancelWasLostOrMade() {
            assertThat(task.isCancelled()).as(ends.toString()).isEqualTo(task.cancelling() > 0);
            assertThat(task.cancelling()).isLessThanOrEqualTo(1);
            if (task.isCancelled()) {
                assertThat(ends).doesNotContain("went on");
            } else {
                assertThat(ends).hasSize(2).endsWith("went on").doesNotContain("CancelledError");
            }
        }
    }

    private static Steps work(Promise<Object> first) {
        return steps().awaits(first).turn().awaits(() -> Asyncio.sleep(Duration.ofMillis(5)));
    }

    private static void one(Interleaving order) {
        Run run = new Run(order);
        Promise<Object> promise = order.promise();
        order.start(steps().turn().run(() -> {
            if (!promise.isDone()) {
                promise.setResult(1);
            }
        }));
        run.limited(Asyncio.timeout(LIMIT, () -> work(promise)));
        run.assertNoCancelWasLostOrMade();
    }

    @Test
    void aTimeout_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(TimeoutInterleavingTest::one);
        assertThat(runs).isGreaterThan(150);
    }

    private static void nested(Interleaving order) {
        Run run = new Run(order);
        Duration shorter = LIMIT.dividedBy(2);
        run.limited(Asyncio.timeout(
                LIMIT,
                () -> steps().awaits(
                                Asyncio.timeout(shorter, () -> steps().turn().awaits(() -> Asyncio.sleep(LIMIT))))
                        .catching(AsyncTimeoutException.class, it -> "inner")
                        .turn()));
        run.assertNoCancelWasLostOrMade();
    }

    @Test
    void nestedTimeouts_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(TimeoutInterleavingTest::nested);
        assertThat(runs).isGreaterThan(80);
    }

    private static void deeplyNested(Interleaving order) {
        Run run = new Run(order);
        Promise<Object> promise = order.promise();
        order.start(steps().turn().turn().run(() -> {
            if (!promise.isDone()) {
                promise.setResult(1);
            }
        }));
        run.limited(Asyncio.timeout(
                LIMIT,
                () -> Asyncio.moveOnAfter(
                        LIMIT,
                        () -> Asyncio.timeout(
                                LIMIT.dividedBy(2),
                                () -> steps().awaits(Asyncio.waitFor(promise, LIMIT.dividedBy(3)))
                                        .catching(AsyncTimeoutException.class, it -> it)
                                        .awaits(() -> Asyncio.sleep(LIMIT))
                                        .lastly(() -> order.start(steps().turn()))))));
        run.assertNoCancelWasLostOrMade();
    }

    @Test
    void manyTimeouts_inManyOrders_withACancel() {
        Interleavings.permuted(1).some(3000, TimeoutInterleavingTest::deeplyNested);
    }

    /** A body that cleans up with awaits when it is cancelled, whoever cancels it. */
    private static void cleaningUp(Interleaving order) {
        Run run = new Run(order);
        Throwable[] first = {null};
        run.limited(Asyncio.timeout(
                LIMIT,
                () -> steps().awaits(() -> Asyncio.sleep(Duration.ofMillis(20)))
                        .catching(CancelledError.class, it -> first[0] = (Throwable) it)
                        .turn()
                        .run(() -> {
                            throw first[0];
                        })));
        run.assertNoCancelWasLostOrMade();
    }

    @Test
    void aBodyThatCleansUp_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(TimeoutInterleavingTest::cleaningUp);
        assertThat(runs).isGreaterThan(10);
    }
}
