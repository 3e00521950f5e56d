package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls in other threads that cancellation interrupts. On a real loop, as the threads are real. */
@Timeout(60)
final class ThreadOptionsTest {
    private static final ThreadOptions INTERRUPTED = ThreadOptions.defaults().interruptOnCancel();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Object> log = new ArrayList<>(); // the call's end happens before the task's

    /** Cancels the call when it has begun; returns what its task ended with. */
    private Object cancelled(Callable<Object> callable, ThreadOptions options) {
        try (EventLoop loop = EventLoop.create()) {
            Object[] caught = {null}; // where it is thrown, and not as the outcome of the task
            Task<Object> task = loop.createTask(
                    steps().awaits(Asyncio.toThread(callable, options)).catching(CancelledError.class, it -> {
                        caught[0] = it;
                        throw (CancelledError) it;
                    }));
            return loop.runUntilComplete(steps().turn()
                    .run(begun::await)
                    .run(() -> task.cancel("enough"))
                    .run(() -> log.add("cancelled"))
                    .awaits(task)
                    .catching(CancelledError.class, it -> caught[0]));
        }
    }

    @Test
    void cancelled_theCallIsInterrupted_andHasEndedWhenTheErrorComes() {
        Object outcome = cancelled(
                () -> {
                    begun.countDown();
                    try {
                        never.await();
                        return null;
                    } finally {
                        log.add("call ended");
                    }
                },
                INTERRUPTED);

        assertThat(log).containsExactlyInAnyOrder("call ended", "cancelled");
        assertThat(outcome).isInstanceOfSatisfying(CancelledError.class, it -> {
            assertThat(it.message()).isEqualTo("enough");
            assertThat(it.getSuppressed()).singleElement().isInstanceOf(InterruptedException.class);
        });
    }

    @Test
    void aValueThatComesAllTheSame_isDropped() {
        Object outcome = cancelled(
                () -> {
                    begun.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException it) {
                        log.add("interrupted");
                    }
                    return "value";
                },
                INTERRUPTED);

        assertThat(log).contains("interrupted");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CancelledError.class,
                        it -> assertThat(it.getSuppressed()).isEmpty());
    }

    @Test
    void aFatalErrorOfTheCall_isNotDropped() {
        OutOfMemoryError fatal = new OutOfMemoryError("of the test");
        assertThatThrownBy(() -> cancelled(
                        () -> {
                            begun.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException it) {
                                throw fatal;
                            }
                            return null;
                        },
                        INTERRUPTED))
                .isSameAs(fatal);
    }

    @Test
    void eachCancel_interruptsAnew() {
        CountDownLatch again = new CountDownLatch(1);
        List<Object> interrupts = new ArrayList<>();
        Callable<Object> stubborn = () -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException first) {
                interrupts.add("first");
            }
            again.countDown();
            never.await();
            return null;
        };
        try (EventLoop loop = EventLoop.create()) {
            Task<Object> task = loop.createTask(Asyncio.toThread(stubborn, INTERRUPTED));
            Object outcome = loop.runUntilComplete(steps().turn()
                    .run(begun::await)
                    .run(() -> task.cancel("one"))
                    .run(again::await)
                    .run(() -> task.cancel("two"))
                    .awaits(task)
                    .catching(CancelledError.class, it -> ((CancelledError) it).message()));
            assertThat(outcome).isEqualTo("two");
        }
        assertThat(interrupts).containsExactly("first");
    }

    /** A pool of JDK threads would hide it: that clears the interrupts of its threads. */
    @Test
    void anInterruptThatTheCallDoesNotTake_isNotLeftToItsThread() throws InterruptedException {
        BlockingQueue<Boolean> afterwards = new LinkedBlockingQueue<>();
        CountDownLatch go = new CountDownLatch(1);
        Executor executor = call -> new Thread(() -> {
                    call.run();
                    afterwards.add(Thread.currentThread().isInterrupted());
                })
                .start();
        List<Boolean> during = new ArrayList<>();
        Callable<Object> deaf = () -> {
            begun.countDown();
            while (go.getCount() > 0 || !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            during.add(Thread.currentThread().isInterrupted());
            return null;
        };
        go.countDown();
        Object outcome = cancelled(deaf, INTERRUPTED.on(executor));

        assertThat(outcome).isInstanceOf(CancelledError.class);
        assertThat(during).containsExactly(true);
        assertThat(afterwards.take()).isFalse();
    }

    @Test
    void aCallThatHasNotBegun_isNotMade_andItsThreadNotInterrupted() {
        Queue<Runnable> queued = new ArrayDeque<>();
        try (EventLoop loop = EventLoop.create()) {
            Task<Object> task = loop.createTask(Asyncio.toThread(() -> log.add("called"), INTERRUPTED.on(queued::add)));
            Object outcome = loop.runUntilComplete(
                    steps().turn().run(task::cancel).awaits(task).catching(CancelledError.class, it -> "cancelled"));
            assertThat(outcome).isEqualTo("cancelled");
        }
        queued.remove().run();
        assertThat(log).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void withoutTheOption_theCallIsAbandoned_onAnyExecutor() {
        Thread[] runner = {null};
        CountDownLatch end = new CountDownLatch(1);
        Object outcome = cancelled(
                () -> {
                    runner[0] = Thread.currentThread();
                    begun.countDown();
                    end.await();
                    return null;
                },
                ThreadOptions.defaults().on(call -> new Thread(call, "mine").start()));
        assertThat(outcome).isInstanceOf(CancelledError.class);
        assertThat(runner[0].isInterrupted()).isFalse();
        assertThat(runner[0].getName()).isEqualTo("mine");
        end.countDown();
    }

    @Test
    void notCancelled_theOutcomeIsThatOfTheCall() {
        assertThat(Asyncio.run(Asyncio.toThread(() -> "value", INTERRUPTED))).isEqualTo("value");
        IllegalStateException thrown = new IllegalStateException();
        assertThatThrownBy(() -> Asyncio.run(Asyncio.toThread(
                        () -> {
                            throw thrown;
                        },
                        INTERRUPTED)))
                .isSameAs(thrown);
    }
}
