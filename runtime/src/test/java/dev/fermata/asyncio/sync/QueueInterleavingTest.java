package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Interleaving;
import dev.fermata.asyncio.Interleavings;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Queues in every order, with a cancel at every await. Section 4, #9; statements 135, 136, 137: what was put was got or is
 * left, nobody waits for what is there, the first who came is served first.
 */
final class QueueInterleavingTest {
    /** A queue, and who has got and put what. */
    private static final class Trade {
        private final AsyncQueue<Integer> queue;
        private final List<Integer> put = new ArrayList<>();
        private final List<Integer> got = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> served = new ArrayList<>();
        private final List<Task<?>> getters = new ArrayList<>();
        private final List<Task<?>> putters = new ArrayList<>();

        Trade(int maxSize) {
            queue = new AsyncQueue<>(maxSize);
        }

        Steps getting(String name) {
            return Steps.steps().run(() -> asked.add(name)).awaits(queue::get).then(element -> {
                served.add(name);
                return got.add((Integer) element);
            });
        }

        Steps putting(int element) {
            return Steps.steps().awaits(() -> queue.put(element)).run(() -> put.add(element));
        }

        void check() {
            List<Integer> all = new ArrayList<>(got);
            while (!queue.isEmpty()) {
                all.add(queue.getNow());
            }
            assertThat(all).as("got, or left").containsExactlyInAnyOrderElementsOf(put);
        }

        void checkThatNobodyWaitsInVain() {
            if (getters.stream().anyMatch(it -> !it.isDone())) {
                assertThat(queue.isEmpty())
                        .as("a getter waits for what is there")
                        .isTrue();
            }
            if (putters.stream().anyMatch(it -> !it.isDone())) {
                assertThat(queue.isFull()).as("a putter waits for room").isTrue();
            }
        }

        void checkOrder() {
            assertThat(got).as("in the order in which it was put").isSorted();
            assertThat(served)
                    .as("first come, first served")
                    .containsExactlyElementsOf(
                            asked.stream().filter(served::contains).toList());
        }
    }

    private static Trade trade(Interleaving run, int maxSize, int getters, int putters) {
        Trade trade = new Trade(maxSize);
        for (int number = 0; number < getters; number++) {
            trade.getters.add(run.startVictim(trade.getting("getter " + number)));
        }
        for (int number = 0; number < putters; number++) {
            trade.putters.add(run.startVictim(trade.putting(number)));
        }
        run.runUntilQuiet();
        trade.checkThatNobodyWaitsInVain();
        trade.check();
        return trade;
    }

    @Test
    void getters_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(run -> trade(run, 0, 3, 2));
        assertThat(runs).isGreaterThan(1000);
    }

    @Test
    void putters_inEveryOrder_withACancelEverywhere() {
        int runs = Interleavings.permuted(1).all(run -> trade(run, 1, 2, 3));
        assertThat(runs).isGreaterThan(1000);
    }

    @Test
    void manyOfBoth_inManyOrders_withManyCancels() {
        Interleavings.permuted(5).some(5000, run -> trade(run, 2, 8, 8));
    }

    @Test
    void gettersAndPutters_inALoopsOrder_areServedInOrder() {
        int runs = Interleavings.inOrder(2).all(run -> trade(run, 1, 4, 4).checkOrder());
        assertThat(runs).isGreaterThan(1000);
    }

    /** Calls that do not stand in line take what others were woken for. */
    private static Trade quick(Interleaving run) {
        Trade trade = new Trade(1);
        for (int number = 0; number < 2; number++) {
            trade.getters.add(run.startVictim(trade.getting("getter " + number)));
            trade.putters.add(run.startVictim(trade.putting(number)));
        }
        run.start(Steps.steps()
                .run(() -> {
                    if (!trade.queue.isFull()) {
                        trade.queue.putNow(7);
                        trade.put.add(7);
                    }
                })
                .turn()
                .run(() -> {
                    if (!trade.queue.isEmpty()) {
                        trade.got.add(trade.queue.getNow());
                    }
                }));
        run.runUntilQuiet();
        trade.checkThatNobodyWaitsInVain();
        trade.check();
        return trade;
    }

    @Test
    void quickCallsBetween_inManyOrders_loseNothing() {
        Interleavings.permuted(2).some(20_000, QueueInterleavingTest::quick);
    }

    @Test
    void quickCallsBetween_inALoopsOrder_loseNothing() {
        int runs = Interleavings.inOrder(3).all(QueueInterleavingTest::quick);
        assertThat(runs).isGreaterThan(500);
    }

    /** Workers, who join, and a shutdown somewhere: everybody ends. */
    private static void shutdown(Interleaving run, int putters, boolean immediate) {
        Trade trade = new Trade(1);
        for (int number = 0; number < 2; number++) {
            run.startVictim(trade.getting("getter " + number)
                    .run(trade.queue::taskDone)
                    .catching(QueueShutDownException.class, thrown -> "shut down"));
        }
        for (int number = 0; number < putters; number++) {
            run.startVictim(trade.putting(number).catching(QueueShutDownException.class, thrown -> "shut down"));
        }
        run.start(Steps.steps().turn().run(() -> trade.queue.shutdown(immediate)));
        run.runUntilQuiet();
        assertThat(run.stuck()).isEmpty();
        if (immediate) {
            assertThat(trade.queue.isEmpty()).isTrue();
        } else {
            trade.check();
        }
    }

    @Test
    void shutdown_inEveryOrder_endsEverybody() {
        int runs = Interleavings.permuted(1).all(run -> shutdown(run, 1, false));
        assertThat(runs).isGreaterThan(1000);
    }

    @Test
    void shutdownImmediate_inEveryOrder_endsEverybody() {
        int runs = Interleavings.permuted(1).all(run -> shutdown(run, 1, true));
        assertThat(runs).isGreaterThan(1000);
    }

    @Test
    void shutdown_inManyOrders_endsEverybody() {
        Interleavings.permuted(2).some(3000, run -> shutdown(run, 3, false));
        Interleavings.permuted(2).some(3000, run -> shutdown(run, 3, true));
    }

    private static void joined(Interleaving run) {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        int[] left = {2};
        for (int number = 0; number < 2; number++) {
            int own = number;
            run.start(Steps.steps().awaits(() -> queue.put(own)));
            run.start(Steps.steps().awaits(queue::get).run(() -> {
                left[0]--;
                queue.taskDone();
            }));
        }
        run.startVictim(Steps.steps().turn().awaits(queue::join));
        run.start(Steps.steps().awaits(queue::join));
        run.runUntilQuiet();
        assertThat(run.stuck()).isEmpty();
        assertThat(left[0]).isZero();
    }

    @Test
    void join_inManyOrders_endsWhenAllIsDone() {
        Interleavings.permuted(1).some(10_000, QueueInterleavingTest::joined);
    }
}
