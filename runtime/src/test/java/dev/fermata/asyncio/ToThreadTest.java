package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** Statement 141 of the asyncio semantics, and statement 78 of this form. On a real loop, as the threads are real. */
final class ToThreadTest {
    /** Statement 141; CPython: test_threads.ToThreadTests.test_to_thread. */
    @Test
    void theCall_runsInAnotherThread_thatKeepsNoProgramAlive() {
        Thread own = Thread.currentThread();
        Thread other = Asyncio.run(Asyncio.toThread(Thread::currentThread));
        assertThat(other).isNotSameAs(own);
        assertThat(other.isDaemon()).isTrue();
    }

    /** Statement 141: virtual threads from 21 on. */
    @Test
    void theThread_isVirtualWhereTheJdkHasThem() {
        String thread =
                Asyncio.run(Asyncio.toThread(() -> Thread.currentThread().toString()));
        assertThat(thread.startsWith("VirtualThread"))
                .isEqualTo(Runtime.version().feature() >= 21);
        assertThat(thread).contains("fermata-call-");
    }

    /** Statement 141; CPython: test_threads.ToThreadTests.test_to_thread_exception. */
    @Test
    void whatItThrows_isThrownAsItIs() {
        IOException thrown = new IOException();
        assertThatThrownBy(() -> Asyncio.run(Asyncio.toThread(() -> {
                    throw thrown;
                })))
                .isSameAs(thrown);
    }

    /** Statement 141; CPython: test_threads.ToThreadTests.test_to_thread_contextvars. */
    @Test
    void theCall_seesTheContextOfWhoAwaits_andSetsForItself() {
        ContextVar<Object> variable = ContextVar.of("variable", "unset");
        List<Object> log = new ArrayList<>();
        Asyncio.run(steps().run(() -> variable.set("parrot"))
                .awaits(() -> Asyncio.toThread(() -> {
                    log.add(variable.get());
                    return variable.set("of the call");
                }))
                .run(() -> log.add(variable.get())));

        assertThat(log).containsExactly("parrot", "parrot");
    }

    /** Statement 141. */
    @Test
    void whatACallSets_doesNotStayWithItsThread() {
        ContextVar<Object> variable = ContextVar.of("variable", "unset");
        List<Object> log = new ArrayList<>();
        Steps calls = steps();
        for (int call = 0; call < 3; call++) {
            calls.awaits(() -> Asyncio.toThread(() -> {
                log.add(variable.get());
                return variable.set("of the call");
            }));
        }
        Asyncio.run(calls);

        assertThat(log).containsExactly("unset", "unset", "unset");
    }

    /** Statement 141; CPython: test_threads.ToThreadTests.test_to_thread_concurrent. */
    @Test
    void manyCalls_runAtATime() {
        int calls = 100;
        CyclicBarrier barrier = new CyclicBarrier(calls);
        List<Coroutine<Object>> waiting = new ArrayList<>();
        for (int number = 0; number < calls; number++) {
            waiting.add(Asyncio.toThread(() -> {
                barrier.await();
                return "together";
            }));
        }
        assertThat(Asyncio.run(Asyncio.gather(waiting))).hasSize(calls).containsOnly("together");
    }

    /** Statement 141: nothing begins before it is awaited. */
    @Test
    void theCall_isLazy() {
        CountDownLatch called = new CountDownLatch(1);
        Coroutine<Object> call = Asyncio.toThread(() -> {
            called.countDown();
            return null;
        });
        assertThat(called.getCount()).isEqualTo(1);
        Asyncio.run(call);
        assertThat(called.getCount()).isZero();
    }

    /** Statement 78; CPython: test_events.EventLoopTestsMixin.test_run_in_executor_cancel. */
    @Test
    void cancelled_theCallGoesOn_andNobodyHearsOfIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Coroutine<Object> call = Asyncio.toThread(() -> {
            begun.countDown();
            go.await();
            ended.countDown();
            return null;
        });
        Object outcome;
        try (EventLoop loop = EventLoop.create()) { // Asyncio.run() would wait for the call
            Task<Object> task = loop.createTask(call);
            outcome = loop.runUntilComplete(steps().turn()
                    .run(begun::await)
                    .run(task::cancel)
                    .awaits(task)
                    .catching(CancelledError.class, it -> "abandoned"));
        }
        assertThat(outcome).isEqualTo("abandoned");
        assertThat(ended.getCount()).isEqualTo(1);
        go.countDown(); // the loop is closed now, and the thread does not stumble over that
        ended.await();
    }
}
