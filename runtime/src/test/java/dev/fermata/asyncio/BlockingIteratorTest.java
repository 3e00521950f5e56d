package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncGeneratorFrame;
import dev.fermata.CancelledError;
import dev.fermata.GeneratorExit;
import dev.fermata.machine.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Async generators, run through by a thread that waits. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a loop does not end when interrupted
final class BlockingIteratorTest {
    private final List<Object> log = new CopyOnWriteArrayList<>();

    private static BlockingCaller own() {
        return BlockingCaller.ownLoop();
    }

    /** What its consumer sees of the one and of the other must be the same. */
    private static List<BlockingCaller> both(LoopThread elsewhere) {
        return List.of(own(), BlockingCaller.on(elsewhere.loop));
    }

    private AsyncGenerator<Integer> counting(Steps last) {
        return AsyncGenerator.of(new Counting(last));
    }

    private static List<Object> all(BlockingIterator<?> iterator) {
        List<Object> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }

    @Test
    void it_gives_all_elements_and_ends() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            for (BlockingCaller caller : both(elsewhere)) {
                try (BlockingIterator<Integer> iterator = caller.iterate(() -> counting(steps()))) {
                    assertThat(all(iterator)).containsExactly(1, 2);
                    assertThat(iterator.hasNext()).isFalse();
                    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
                }
            }
        }
    }

    @Test
    void hasNext_asks_once_and_next_alone_asks_too() {
        try (BlockingIterator<Integer> iterator = own().iterate(() -> counting(steps()))) {
            assertThat(iterator.hasNext()).isTrue();
            assertThat(iterator.hasNext()).isTrue();
            assertThat(iterator.next()).isEqualTo(1);
            assertThat(iterator.next()).isEqualTo(2);
            assertThat(iterator.hasNext()).isFalse();
        }
    }

    @Test
    void it_runs_in_the_thread_of_its_loop() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            for (BlockingCaller caller : both(elsewhere)) {
                try (BlockingIterator<Integer> iterator = caller.iterate(() -> {
                    log.add(Thread.currentThread().getName());
                    return counting(
                            steps().run(() -> log.add(Thread.currentThread().getName())));
                })) {
                    all(iterator);
                }
            }
        }

        String own = Thread.currentThread().getName();
        assertThat(log).containsExactly(own, own, "the loop", "the loop");
    }

    @Test
    void nothing_runs_before_an_element_is_asked_for() {
        own().iterate(() -> {
                    log.add("made");
                    return counting(steps());
                })
                .close();

        assertThat(log).isEmpty();
    }

    @Test
    void what_the_generator_throws_is_thrown_as_it_is_and_ends_it() throws Exception {
        IOException thrown = new IOException("checked");
        try (LoopThread elsewhere = new LoopThread()) {
            for (BlockingCaller caller : both(elsewhere)) {
                BlockingIterator<Integer> iterator =
                        caller.iterate(() -> counting(steps().turn().fails(thrown)));

                assertThat(List.of(iterator.next(), iterator.next())).containsExactly(1, 2);
                assertThatThrownBy(iterator::hasNext).isSameAs(thrown);
                assertThat(iterator.hasNext()).isFalse();
            }
        }
    }

    @Test
    void closing_it_early_runs_the_finally_blocks() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            for (BlockingCaller caller : both(elsewhere)) {
                BlockingIterator<Integer> iterator = caller.iterate(() -> counting(steps()));
                assertThat(iterator.next()).isEqualTo(1);
                assertThat(iterator.hasNext()).isTrue();
                assertThat(log).isEmpty();

                iterator.close();

                assertThat(iterator.hasNext()).isFalse();
                assertThat(log).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
                log.clear();
            }
        }
    }

    @Test
    void interrupted_it_is_cancelled_and_closed() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            for (BlockingCaller caller : both(elsewhere)) {
                CountDownLatch[] begun = {new CountDownLatch(1)};
                BlockingIterator<Integer> iterator = caller.iterate(() -> counting(steps().run(begun[0]::countDown)
                        .awaits(() -> EventLoop.running().createPromise())));
                Waiter waiter = new Waiter(() -> all(iterator));
                begun[0].await();

                waiter.interrupt();

                assertThat(waiter.outcome())
                        .isInstanceOfSatisfying(
                                CancellationException.class,
                                it -> assertThat(it).hasCauseInstanceOf(CancelledError.class));
                assertThat(waiter.interrupted()).isTrue();
                assertThat(log).hasOnlyElementsOfType(CancelledError.class).hasSize(1);
                assertThat(iterator.hasNext()).isFalse();
                log.clear();
            }
        }
    }

    @Test
    void an_interrupt_before_the_close_does_not_cancel_it() throws Exception {
        try (LoopThread elsewhere = new LoopThread()) {
            for (BlockingCaller caller : both(elsewhere)) {
                Waiter waiter = new Waiter(() -> {
                    try (BlockingIterator<Integer> iterator = caller.iterate(() -> counting(steps()))) {
                        iterator.next();
                        Thread.currentThread().interrupt();
                    }
                    return "closed";
                });

                assertThat(waiter.outcome()).isEqualTo("closed");
                assertThat(waiter.interrupted()).isTrue();
                assertThat(log).hasOnlyElementsOfType(GeneratorExit.class).hasSize(1);
                log.clear();
            }
        }
    }

    @Test
    void in_the_thread_of_a_running_loop_each_step_is_refused() {
        BlockingIterator<Integer> iterator = own().iterate(() -> counting(steps()));
        iterator.next();

        Asyncio.run(steps().run(() -> {
            for (Runnable call : List.<Runnable>of(
                    () -> own().iterate(() -> counting(steps())), iterator::hasNext, iterator::next, iterator::close)) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("a blocking call in thread ");
            }
        }));

        assertThat(iterator.next()).isEqualTo(2);
        iterator.close();
    }

    /**
     * {@code for (int n = 1; n <= 2; n++) { await(sleep(0)); AsyncGenerator.yield(n); } await(last);}, which logs what is
     * thrown at it.
     */
    private final class Counting extends AsyncGeneratorFrame {
        private final Steps last;

        Counting(Steps last) {
            this.last = last;
        }

        @Override
        protected Object step(Machine machine, int state) throws Throwable {
            if (state != CREATED) {
                try {
                    machine.resumed();
                } catch (CancelledError | GeneratorExit ending) {
                    log.add(ending);
                    throw ending;
                }
            }
            return switch (state) {
                case CREATED, 2 -> {
                    machine.yield(null);
                    yield machine.suspend(this, state + 1);
                }
                case 1, 3 -> {
                    machine.yield((state + 1) / 2);
                    machine.suspend(this, state + 1);
                    yield machine.handOver();
                }
                case 4 -> {
                    Object outcome = Machine.await(last, machine);
                    yield outcome == Machine.SUSPENDED ? machine.suspend(this, 5) : null;
                }
                default -> null;
            };
        }
    }
}
