package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Task groups in every order, with the time moved and a cancel at every await. Section 4, #6 and #7; statements 119 to 127: a
 * group ends after all its tasks, loses no failure and no cancellation, and leaves none behind.
 */
final class TaskGroupInterleavingTest {
    private static final Duration SHORT = Duration.ofMillis(5);

    /** What one run came to. */
    private static final class Run {
        private final Interleaving order;
        private final List<String> ends = new ArrayList<>();
        private int failed;
        private int running;
        private Task<Object> host;

        Run(Interleaving order) {
            this.order = order;
        }

        /** Counts itself as running, and cleans up with an await. */
        Steps child(Steps work) {
            return steps().run(() -> running++)
                    .awaits(work)
                    .catching(CancelledError.class, it -> it)
                    .turn()
                    .lastly(() -> running--);
        }

        Steps failing(Steps work) {
            return child(work.run(() -> {
                failed++;
                throw new ArithmeticException();
            }));
        }

        /** Awaits, notes how that ends, and then awaits once more. */
        void host(Coroutine<?> grouped) {
            host = order.startVictim(steps().awaits(grouped)
                    .run(() -> ends.add("returned"))
                    .catching(Throwable.class, thrown -> {
                        ends.add(thrown.getClass().getSimpleName());
                        assertThat(running).as("tasks that outlive their group").isZero();
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

        void assertNothingWasLostOrMade() {
            assertThat(host.isCancelled()).as(ends.toString()).isEqualTo(host.cancelling() > 0);
            assertThat(ends.contains("went on")).isEqualTo(!host.isCancelled());
            if (!host.isCancelled()) {
                assertThat(ends).hasSize(2);
            }
        }

        void assertFailuresWereThrown() {
            assertThat(ends.contains("ExceptionGroup")).as(ends.toString()).isEqualTo(failed > 0);
        }
    }

    private static Steps sleeping() {
        return steps().turn().awaits(() -> Asyncio.sleep(SHORT));
    }

    private static void failing(Interleaving order) {
        Run run = new Run(order);
        run.host(TaskGroup.run(group -> steps().run(() -> group.createTask(run.failing(steps().turn())))
                .run(() -> group.createTask(run.child(steps().turn())))
                .turn()));
        run.assertNothingWasLostOrMade();
        run.assertFailuresWereThrown();
    }

    @Test
    void aTaskThatFails_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(TaskGroupInterleavingTest::failing);
        assertThat(runs).isGreaterThan(1000);
    }

    private static void failingWithTimers(Interleaving order) {
        Run run = new Run(order);
        run.host(TaskGroup.run(group -> steps().run(() -> group.createTask(run.failing(sleeping())))
                .run(() -> order.addVictim(
                        group.createTask(run.failing(steps().turn().turn()))))
                .run(() -> group.start(() -> run.child(sleeping())))
                .awaits(() -> Asyncio.sleep(SHORT))));
        run.assertNothingWasLostOrMade();
        run.assertFailuresWereThrown();
    }

    @Test
    void tasksThatFail_inManyOrders_withManyCancels() {
        Interleavings.permuted(2).some(3000, TaskGroupInterleavingTest::failingWithTimers);
    }

    private static void nested(Interleaving order) {
        Run run = new Run(order);
        run.host(TaskGroup.run(outer -> steps().awaits(TaskGroup.run(inner -> steps().run(() -> {
                    inner.createTask(run.failing(steps().turn()));
                    outer.createTask(run.failing(steps().turn()));
                })))
                .turn()));
        run.assertNothingWasLostOrMade();
        run.assertFailuresWereThrown();
    }

    @Test
    void nestedGroups_inManyOrders_withACancel() {
        Interleavings.permuted(1).some(3000, TaskGroupInterleavingTest::nested);
    }

    private static void innerErrorCaught(Interleaving order) {
        Run run = new Run(order);
        int[] outerFailed = {0};
        run.host(TaskGroup.run(outer -> steps().awaits(TaskGroup.run(inner -> steps().run(() -> {
                    inner.createTask(run.failing(steps().turn()));
                    outer.createTask(run.child(steps().turn().run(() -> {
                        outerFailed[0]++;
                        throw new IllegalStateException();
                    })));
                })))
                .catching(ExceptionGroup.class, it -> it)
                .turn()));
        run.assertNothingWasLostOrMade();
        assertThat(run.ends.contains("ExceptionGroup")).isEqualTo(outerFailed[0] > 0);
    }

    @Test
    void anInnerGroupWhoseErrorIsCaught_inManyOrders_withACancel() {
        Interleavings.permuted(1).some(5000, TaskGroupInterleavingTest::innerErrorCaught);
    }

    private static void cancelled(Interleaving order) {
        Run run = new Run(order);
        run.host(TaskGroup.run(group -> steps().run(
                        () -> group.createTask(run.child(steps().turn().run(group::cancel))))
                .run(() -> group.createTask(run.child(sleeping())))
                .turn()
                .awaits(() -> Asyncio.sleep(SHORT))));
        run.assertNothingWasLostOrMade();
        assertThat(run.ends).doesNotContain("ExceptionGroup");
    }

    @Test
    void cancel_inManyOrders_withACancelFromOutside() {
        Interleavings.permuted(1).some(5000, TaskGroupInterleavingTest::cancelled);
    }

    private static void limited(Interleaving order) {
        Run run = new Run(order);
        run.host(Asyncio.timeout(
                SHORT,
                () -> TaskGroup.run(outer -> steps().run(() -> outer.createTask(run.failing(sleeping())))
                        .awaits(Asyncio.moveOnAfter(
                                SHORT,
                                () -> TaskGroup.run(inner -> steps().run(() -> inner.createTask(run.child(sleeping())))
                                        .run(() -> outer.createTask(
                                                run.child(steps().turn().run(inner::cancel))))
                                        .awaits(() -> Asyncio.sleep(SHORT)))))
                        .turn())));
        run.assertNothingWasLostOrMade();
        run.assertFailuresWereThrown();
    }

    @Test
    void groupsAndTimeouts_inManyOrders_withACancel() {
        Interleavings.permuted(1).some(5000, TaskGroupInterleavingTest::limited);
    }
}
