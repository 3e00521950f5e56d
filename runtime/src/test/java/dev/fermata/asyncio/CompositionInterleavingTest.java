package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.AsyncIterator;
import dev.fermata.CancelledError;
import dev.fermata.StopAsyncIteration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What puts tasks together, in every order, with the time moved and a cancel at every await. Statements 112 to 118: each has
 * one outcome, no result and no cancellation is lost, and nobody waits for ever.
 */
final class CompositionInterleavingTest {
    private static final Duration SHORT = Duration.ofMillis(5);

    /** What one run came to. */
    private static final class Run {
        private final Interleaving order;
        private final List<Object> ends = new ArrayList<>();
        private Task<Object> waiter;

        Run(Interleaving order) {
            this.order = order;
        }

        /** One that ends by itself in a few turns. */
        Task<Object> worker(Object result) {
            return order.start(steps().turn().returns(result));
        }

        /** Waits, may be cancelled anywhere, and notes each end that it sees. */
        void waiter(Steps waiting) {
            waiter = order.startVictim(waiting.run(() -> ends.add("ended")).catching(Throwable.class, thrown -> {
                ends.add(thrown.getClass().getSimpleName());
                throw (Throwable) thrown;
            }));
        }

        /** One outcome, and cancelled if and only if it was asked to be. */
        void assertOneOutcome() {
            order.runUntilQuiet();
            assertThat(order.stuck()).isEmpty();
            order.assertNothingLeft();
            assertThat(ends).hasSize(ends.isEmpty() && waiter.isCancelled() ? 0 : 1); // not begun, or ended once
            assertThat(waiter.isCancelled()).as(ends.toString()).isEqualTo(waiter.cancelling() > 0);
        }
    }

    private static void gathering(Interleaving order) {
        Run run = new Run(order);
        List<String> children = new ArrayList<>();
        Steps a = steps().turn().lastly(() -> children.add("a")).returns("a");
        Steps b = steps().turn().turn().lastly(() -> children.add("b")).returns("b");
        Object[] result = {null};
        run.waiter(steps().awaits(Asyncio.gather(a, b)).then(it -> result[0] = it));
        run.assertOneOutcome();
        if (!run.waiter.isCancelled()) {
            assertThat(result[0]).isEqualTo(List.of("a", "b"));
            assertThat(children).hasSize(2);
        }
    }

    @Test
    void gather_inEveryOrder_withACancelEverywhere() {
        assertThat(Interleavings.permuted(1).all(CompositionInterleavingTest::gathering))
                .isGreaterThan(50);
    }

    /** A child fails, or is cancelled by itself; the others go on to their end. */
    private static void gatheringWithFailures(Interleaving order) {
        Run run = new Run(order);
        List<String> others = new ArrayList<>();
        Task<Object> failing = order.startVictim(steps().turn()
                .fails(new ArithmeticException())
                .catching(
                        ArithmeticException.class, it -> it)); // seen as a value: runUntilQuiet() asks for no failures
        Task<Object> other = order.start(steps().turn().turn().run(() -> others.add("ended")));
        run.waiter(steps().awaits(Asyncio.gather(failing, other)).catching(CancelledError.class, it -> {
            throw run.waiter.cancelling() > 0 ? (Throwable) it : new CancelledError("the child's");
        }));
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
        assertThat(run.ends.size()).isLessThanOrEqualTo(1);
        if (!run.waiter.isCancelled()) {
            assertThat(others).containsExactly("ended");
        } else {
            assertThat(run.waiter.cancelling() > 0 || failing.isCancelled()).isTrue();
        }
    }

    @Test
    void gatherWithChildrenThatAreCancelled_inManyOrders() {
        Interleavings.permuted(2).some(3000, CompositionInterleavingTest::gatheringWithFailures);
    }

    private static void settling(Interleaving order) {
        Run run = new Run(order);
        Task<Object> first = order.startVictim(steps().turn().returns(1));
        Task<Object> second = run.worker(2);
        List<Object> seen = new ArrayList<>();
        run.waiter(steps().awaits(Asyncio.gatherSettled(List.of(first, second))).then(it -> seen.add(it)));
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
        assertThat(run.waiter.isCancelled()).isEqualTo(run.waiter.cancelling() > 0);
        if (!run.waiter.isCancelled()) {
            List<?> outcomes = (List<?>) seen.get(0);
            assertThat(outcomes).hasSize(2);
            assertThat(outcomes.get(0) instanceof Outcome.Failure<?>).isEqualTo(first.isCancelled());
        }
    }

    @Test
    void gatherSettled_inManyOrders_withCancelsOfAChildAndOfItself() {
        Interleavings.permuted(2).some(3000, CompositionInterleavingTest::settling);
    }

    private static void shielding(Interleaving order) {
        Run run = new Run(order);
        Task<Object> inner = run.worker("inner");
        run.waiter(steps().awaits(() -> Asyncio.shield(inner)));
        run.assertOneOutcome();
        assertThat(inner.isCancelled()).isFalse();
        assertThat(inner.result()).isEqualTo("inner");
    }

    @Test
    void aShield_inEveryOrder_withACancelOutside() {
        assertThat(Interleavings.permuted(1).all(CompositionInterleavingTest::shielding))
                .isGreaterThan(10);
    }

    private static void shieldingBoth(Interleaving order) {
        Run run = new Run(order);
        Task<Object> inner = order.startVictim(steps().turn().returns("inner"));
        run.waiter(steps().awaits(() -> Asyncio.shield(inner)));
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
        order.assertNothingLeft();
        assertThat(run.waiter.isCancelled()).isEqualTo(run.waiter.cancelling() > 0 || inner.isCancelled());
        assertThat(inner.isCancelled()).isEqualTo(inner.cancelling() > 0);
    }

    @Test
    void aShield_inEveryOrder_withACancelInsideAndOutside() {
        assertThat(Interleavings.permuted(2).all(CompositionInterleavingTest::shieldingBoth))
                .isGreaterThan(30);
    }

    private static void waiting(Interleaving order) {
        Run run = new Run(order);
        Task<Object> first = order.startVictim(steps().turn().returns(1));
        Task<Object> second =
                order.start(steps().awaits(() -> Asyncio.sleep(SHORT)).returns(2));
        List<WaitResult<?>> seen = new ArrayList<>();
        run.waiter(steps().awaits(Asyncio.wait(
                        List.of(first, second), WaitOptions.firstCompleted().within(SHORT)))
                .then(it -> seen.add((WaitResult<?>) it)));
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
        order.assertNothingLeft();
        assertThat(run.waiter.isCancelled()).isEqualTo(run.waiter.cancelling() > 0);
        assertThat(second.result()).isEqualTo(2); // who waits leaves them alone
        if (!seen.isEmpty()) {
            assertThat(seen.get(0).done().size() + seen.get(0).pending().size()).isEqualTo(2);
        }
    }

    @Test
    void wait_inManyOrders_withCancelsAndTime() {
        Interleavings.permuted(2).some(5000, CompositionInterleavingTest::waiting);
    }

    private static void limiting(Interleaving order) {
        Run run = new Run(order);
        List<String> inside = new ArrayList<>();
        Promise<Object> promise = order.promise();
        order.start(steps().turn().run(() -> {
            if (!promise.isDone()) {
                promise.setResult("given");
            }
        }));
        run.waiter(steps().awaits(Asyncio.waitFor(
                        steps().run(() -> inside.add("begins"))
                                .awaits(promise)
                                .turn()
                                .lastly(() -> inside.add("ends")),
                        SHORT))
                .catching(AsyncTimeoutException.class, it -> it));
        run.assertOneOutcome();
        assertThat(inside.contains("ends")).isEqualTo(inside.contains("begins"));
    }

    @Test
    void waitFor_inEveryOrder_withACancelEverywhere() {
        assertThat(Interleavings.permuted(1).all(CompositionInterleavingTest::limiting))
                .isGreaterThan(50);
    }

    private static void noTime(Interleaving order) {
        Run run = new Run(order);
        Task<Object> inner = order.startVictim(
                steps().turn().catching(CancelledError.class, it -> it).turn().returns("refused"));
        run.waiter(steps().awaits(() -> Asyncio.waitFor(inner, Duration.ZERO))
                .catching(AsyncTimeoutException.class, it -> it));
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
        order.assertNothingLeft();
        assertThat(run.waiter.isCancelled() || run.waiter.cancelling() == 0).isTrue();
        assertThat(!run.waiter.isCancelled() || run.waiter.cancelling() > 0 || inner.isCancelled())
                .isTrue();
        assertThat(run.ends).hasSize(run.ends.isEmpty() && run.waiter.isCancelled() ? 0 : 1);
    }

    @Test
    void waitForWithoutTime_inEveryOrder_withCancelsInsideAndOutside() {
        assertThat(Interleavings.permuted(2).all(CompositionInterleavingTest::noTime))
                .isGreaterThan(30);
    }

    /** Takes what there is to take, to the end. */
    private static Steps takingAll(List<AsyncIterator<Task<Object>>> iterator, List<Object> given) {
        Steps taking = steps();
        for (int more = 0; more < 3; more++) {
            taking.awaits(() -> iterator.get(0).anext()).then(given::add);
        }
        return taking.catching(StopAsyncIteration.class, it -> it);
    }

    /** Two share an iterator; one of them may be cancelled. Each task is given once, and both are told the end. */
    private static void completing(Interleaving order) {
        List<Task<Object>> workers = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            workers.add(order.start(steps().turn().returns(number)));
        }
        List<Object> given = new ArrayList<>();
        List<AsyncIterator<Task<Object>>> iterator = new ArrayList<>();
        Runnable made = () -> {
            if (iterator.isEmpty()) {
                iterator.add(Asyncio.asCompleted(workers).iterator());
            }
        };
        Task<Object> victim = order.startVictim(steps().run(made::run).awaits(() -> takingAll(iterator, given)));
        order.start(steps().run(made::run).awaits(() -> takingAll(iterator, given)));
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
        assertThat(given).containsExactlyInAnyOrderElementsOf(workers);
        assertThat(victim.isCancelled()).isEqualTo(victim.cancelling() > 0);
    }

    @Test
    void asCompleted_inManyOrders_withACancel() {
        Interleavings.permuted(1).some(5000, CompositionInterleavingTest::completing);
    }

    private static void completingInTime(Interleaving order) {
        Run run = new Run(order);
        Task<Object> quick = order.startVictim(steps().turn().returns(1));
        Task<Object> slow = order.start(
                steps().awaits(() -> Asyncio.sleep(SHORT.multipliedBy(2))).returns(2));
        List<Object> given = new ArrayList<>();
        List<AsyncIterator<Task<Object>>> iterator = new ArrayList<>();
        run.waiter(steps().run(() -> iterator.add(
                        Asyncio.asCompleted(List.of(quick, slow), SHORT).iterator()))
                .awaits(() -> iterator.get(0).anext())
                .then(given::add)
                .awaits(() -> iterator.get(0).anext())
                .then(given::add)
                .catching(AsyncTimeoutException.class, it -> it));
        order.runUntilQuiet();
        assertThat(order.stuck()).isEmpty();
        assertThat(run.ends.size()).isLessThanOrEqualTo(1);
        assertThat(run.waiter.isCancelled()).isEqualTo(run.waiter.cancelling() > 0);
        assertThat(slow.result()).isEqualTo(2);
        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void asCompletedWithALimit_inManyOrders_withCancelsAndTime() {
        Interleavings.permuted(2).some(5000, CompositionInterleavingTest::completingInTime);
    }
}
