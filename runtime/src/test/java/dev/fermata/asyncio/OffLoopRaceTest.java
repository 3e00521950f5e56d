package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A completion, a cancellation, and the thread that suspends meet in every order: one of them goes on with the body. */
@Timeout(60)
final class OffLoopRaceTest {
    /** Where somebody may strike, in the order of time. */
    private enum Moment {
        /** The stage is being asked, and does not know of the callback yet. */
        ASKED,
        /** The stage knows of it; {@code whenComplete} has not returned. */
        TOLD,
        /** It has returned. */
        SUSPENDED,
        /** The stage is being cancelled. */
        CANCELLING,
        NEVER
    }

    /** One order of events. */
    private record Order(Moment completion, Moment cancellation, boolean completionFirst, boolean elsewhere) {}

    static Stream<Order> orders() {
        return Stream.of(Moment.values())
                .flatMap(completion -> Stream.of(Moment.ASKED, Moment.TOLD, Moment.SUSPENDED, Moment.NEVER)
                        .filter(cancellation -> completion != Moment.CANCELLING || cancellation != Moment.NEVER)
                        .flatMap(cancellation -> Stream.of(true, false)
                                .flatMap(first -> Stream.of(true, false)
                                        .map(elsewhere -> new Order(completion, cancellation, first, elsewhere)))));
    }

    /** A stage that lets events happen while it is used. */
    private static final class Staged implements StageProxy.Behaviour {
        private final Order order;
        private final List<BiConsumer<Object, Throwable>> callbacks = new ArrayList<>();
        private Runnable cancellation = () -> {};
        private boolean complete;
        private int cancelled;

        Staged(Order order) {
            this.order = order;
        }

        @Override
        public void whenComplete(BiConsumer<Object, Throwable> callback) {
            strike(Moment.ASKED);
            callbacks.add(callback);
            if (complete) {
                callback.accept("value", null);
            }
            strike(Moment.TOLD);
        }

        @Override
        public CompletableFuture<Object> toCompletableFuture() {
            cancelled++;
            strike(Moment.CANCELLING);
            throw new UnsupportedOperationException();
        }

        void strike(Moment moment) {
            List<Runnable> events = new ArrayList<>();
            if (order.completion == moment) {
                events.add(this::complete);
            }
            if (order.cancellation == moment) {
                events.add(cancellation);
            }
            if (!order.completionFirst) {
                Collections.reverse(events);
            }
            events.forEach(this::happens);
        }

        private void complete() {
            complete = true;
            callbacks.forEach(callback -> callback.accept("value", null));
        }

        private void happens(Runnable event) {
            if (!order.elsewhere) {
                event.run();
                return;
            }
            Thread thread = new Thread(event);
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void the_body_goes_on_once(Order order) {
        List<Object> log = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Object> start = new CompletableFuture<>();
        Staged staged = new Staged(order);
        CompletionStage<Object> stage = StageProxy.of(staged);
        CompletableFuture<Object> future = FutureCall.start(steps().awaits(Coroutine.of(start))
                .awaits(Coroutine.of(stage))
                .then(log::add)
                .catching(CancelledError.class, thrown -> {
                    log.add("cancelled");
                    throw (CancelledError) thrown;
                }));
        staged.cancellation = () -> future.cancel(true);

        start.complete(null);
        staged.strike(Moment.SUSPENDED);

        boolean completes = order.completion != Moment.NEVER;
        boolean cancels = order.cancellation != Moment.NEVER;
        assertThat(log).hasSize(completes || cancels ? 1 : 0);
        if (cancels && log.contains("cancelled")) {
            assertThat(future).isCancelled();
            assertThat(staged.cancelled).isEqualTo(1);
        } else if (completes) {
            assertThat(log).containsExactly("value");
            assertThat(staged.cancelled).isZero();
            assertThat(future).isDone();
        } else {
            assertThat(future).isNotDone();
        }
        if (!cancels) {
            assertThat(future.isCancelled()).isFalse();
        }
        boolean cancelledFirst = order.cancellation.compareTo(order.completion) < 0
                || order.cancellation == order.completion && !order.completionFirst;
        if (cancels && cancelledFirst) {
            assertThat(log).containsExactly("cancelled");
        }
        boolean completedBefore = completes
                && (order.completion == Moment.SUSPENDED && order.completionFirst
                        || order.cancellation == Moment.SUSPENDED && order.completion != Moment.SUSPENDED);
        if (completedBefore && !cancelledFirst) {
            assertThat(log).containsExactly("value");
        }
    }

    @Test
    void threads_that_complete_and_cancel_at_once_never_run_the_body_twice_or_not_at_all() throws Exception {
        int rounds = 5_000;
        ExecutorService others = Executors.newFixedThreadPool(2);
        CyclicBarrier barrier = new CyclicBarrier(3);
        AtomicInteger values = new AtomicInteger();
        AtomicInteger cancellations = new AtomicInteger();
        try {
            for (int round = 0; round < rounds; round++) {
                CompletableFuture<Object> start = new CompletableFuture<>();
                CompletableFuture<Object> input = new CompletableFuture<>();
                CompletableFuture<Object> over = new CompletableFuture<>();
                CompletableFuture<Object> future = FutureCall.start(steps().awaits(Coroutine.of(start))
                        .awaits(Coroutine.of(StageProxy.viewOf(input)))
                        .run(values::incrementAndGet)
                        .catching(CancelledError.class, thrown -> cancellations.incrementAndGet())
                        .lastly(() -> over.complete(null)));
                var completer = others.submit(() -> {
                    barrier.await();
                    return input.complete("value");
                });
                var canceller = others.submit(() -> {
                    barrier.await();
                    return future.cancel(true);
                });
                barrier.await();
                start.complete(null);
                over.join();
                completer.get();
                canceller.get();
                assertThat(values.get() + cancellations.get()).isEqualTo(round + 1);
            }
        } finally {
            others.shutdownNow();
        }
    }

    /** Not synchronised at all: the hand-over itself has to publish it. */
    private static final class Plain {
        int count;
    }

    @Test
    void what_one_thread_has_written_the_next_one_sees() throws Exception {
        int hops = 20_000;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Plain plain = new Plain();
        try {
            Steps steps = steps();
            for (int hop = 0; hop < hops; hop++) {
                steps.awaits(() -> Coroutine.of(CompletableFuture.runAsync(() -> {}, threads)))
                        .run(() -> plain.count++);
            }
            FutureCall.start(steps).join();
        } finally {
            threads.shutdownNow();
        }

        assertThat(plain.count).isEqualTo(hops);
    }
}
