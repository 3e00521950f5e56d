package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The executor for calls that name none: made when it is needed, shut down with the loop. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DefaultExecutorTest extends LoopTestCase {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandDrivenExecutor executor = new HandDrivenExecutor();

    /** Statement 78; CPython: test_events.EventLoopTestsMixin.test_run_in_executor. */
    @Test
    void withoutAnExecutor_theCallRunsInADaemonThread() {
        Object daemon = loop.runUntilComplete(steps().awaits(() -> loop.runInExecutor(
                null,
                () -> Thread.currentThread() + " daemon="
                        + Thread.currentThread().isDaemon())));

        assertThat(daemon)
                .asString()
                .endsWith("daemon=true")
                .contains("fermata-call-1")
                .matches(it -> it.toString().startsWith("VirtualThread")
                        == (Runtime.version().feature() >= 21));
    }

    /** The pool for a JDK without virtual threads, on whatever JDK this runs. */
    @Test
    void thePool_hasDaemons() throws Exception {
        ExecutorService pool = WorkerThreads.newPool();

        Thread worker = pool.submit(Thread::currentThread).get();

        assertThat(worker.isDaemon()).isTrue();
        assertThat(worker.getName()).isEqualTo("fermata-call-1");
        pool.shutdown();
    }

    /** CPython: test_base_events.BaseEventLoopTests.test_set_default_executor. */
    @Test
    void oneThatIsSet_takesTheCalls() {
        loop.setDefaultExecutor(executor);
        Promise<Object> promise = loop.runInExecutor(null, () -> "value");

        executor.runAll();
        turn();

        assertThat(promise.result()).isEqualTo("value");
    }

    @Test
    void aCallThatTheExecutorRefuses_isNotCounted() {
        executor.refuses = true;
        loop.setDefaultExecutor(executor);

        assertThatThrownBy(() -> loop.runInExecutor(null, () -> "value"))
                .isInstanceOf(RejectedExecutionException.class);

        assertThat(loop.executors().running()).isZero();
    }

    // ---- shutdown

    /** CPython: test_base_events.BaseEventLoopTests.test_shutdown_default_executor_timeout, the half without a timeout. */
    @Test
    void shutdown_waitsForWhatRuns() {
        loop.setDefaultExecutor(executor);
        loop.runInExecutor(null, () -> log.add("call"));
        Task<Void> shutdown = loop.createTask(loop.shutdownDefaultExecutor(null));
        turns(3);
        assertThat(executor.isShutdown()).isTrue();
        assertThat(shutdown.isDone()).isFalse();

        executor.runAll();
        turns(3);

        assertThat(log).containsExactly("call");
        assertThat(shutdown.isDone()).isTrue();
    }

    @Test
    void shutdown_waitsForACancelledCallThatRuns_too() {
        loop.setDefaultExecutor(executor);
        Promise<?>[] call = new Promise<?>[1];
        call[0] = loop.runInExecutor(null, () -> call[0].cancel());
        Task<Void> shutdown = loop.createTask(loop.shutdownDefaultExecutor(null));
        turns(2);
        call[0].cancel();
        turns(2);
        assertThat(shutdown.isDone()).isFalse();

        executor.runAll();
        turns(3);

        assertThat(shutdown.isDone()).isTrue();
    }

    @Test
    void shutdown_doesNotWaitForCallsInOtherExecutors() {
        Queue<Runnable> elsewhere = new ArrayDeque<>();
        loop.runInExecutor(elsewhere::add, () -> "elsewhere");

        loop.runUntilComplete(loop.shutdownDefaultExecutor(null));

        assertThat(loop.executors().running()).isEqualTo(1);
    }

    /** CPython: test_base_events.BaseEventLoopTests.test_shutdown_default_executor_timeout. */
    @Test
    void shutdown_thatTakesTooLong_isReported_andTheCallGoesOn() {
        loop.setDefaultExecutor(executor);
        Promise<Object> call = loop.runInExecutor(null, () -> log.add("call"));
        Task<Void> shutdown = loop.createTask(loop.shutdownDefaultExecutor(SECOND));
        turns(2);

        clock.advance(SECOND);
        turns(3);

        assertThat(shutdown.isDone()).isTrue();
        assertThat(reports.takeOne().message())
                .startsWith("The executor did not finish joining its threads within PT1S");
        executor.runAll();
        turns(2);
        assertThat(call.result()).isEqualTo(true);
    }

    @Test
    void shutdown_inTime_leavesNoTimer() {
        loop.setDefaultExecutor(executor);
        loop.runInExecutor(null, () -> null);
        Task<Void> shutdown = loop.createTask(loop.shutdownDefaultExecutor(SECOND));
        turns(2);

        executor.runAll();
        turns(3);

        assertThat(shutdown.isDone()).isTrue();
        assertThat(loop.timers.isEmpty()).isTrue();
    }

    @Test
    void shutdown_thatIsCancelled_endsTheWait() {
        loop.setDefaultExecutor(executor);
        loop.runInExecutor(null, () -> null);
        Task<Void> shutdown = loop.createTask(loop.shutdownDefaultExecutor(SECOND));
        turns(2);

        shutdown.cancel();
        turns(2);

        assertThat(shutdown.isCancelled()).isTrue();
        assertThat(loop.timers.isEmpty()).isTrue();
        executor.runAll();
        turns(2);
    }

    /** CPython: base_events.BaseEventLoop._check_default_executor. */
    @Test
    void afterShutdown_callsAreRefused() {
        loop.runUntilComplete(loop.shutdownDefaultExecutor(null));

        assertThatThrownBy(() -> loop.runInExecutor(null, () -> "value"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Executor shutdown has been called");
        assertThatThrownBy(() -> loop.setDefaultExecutor(executor))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Executor shutdown has been called");
    }

    @Test
    void close_shutsItDown_andDoesNotWait() {
        loop.setDefaultExecutor(executor);
        loop.runInExecutor(null, () -> log.add("call"));

        loop.close();

        assertThat(executor.isShutdown()).isTrue();
        executor.runAll();
        assertThat(log).containsExactly("call");
    }

    /** Statement 138: asyncio.run shuts the executor down. */
    @Test
    void run_waitsForCallsThatItHasLeft() {
        CountDownLatch begun = new CountDownLatch(1);
        List<Object> seen = Collections.synchronizedList(log);

        Asyncio.run(steps().run(() -> {
            EventLoop.running().runInExecutor(null, () -> {
                begun.countDown();
                return seen.add("call");
            });
            begun.await(10, TimeUnit.SECONDS);
        }));

        assertThat(seen).containsExactly("call");
    }

    /** An executor whose work the test does by hand. */
    private static final class HandDrivenExecutor extends AbstractExecutorService {
        private final Queue<Runnable> work = new ArrayDeque<>();
        private boolean shutDown;
        private boolean refuses;

        void runAll() {
            while (!work.isEmpty()) {
                work.remove().run();
            }
        }

        @Override
        public void execute(Runnable command) {
            if (refuses) {
                throw new RejectedExecutionException("full");
            }
            work.add(command);
        }

        @Override
        public void shutdown() {
            shutDown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            throw new AssertionError("what runs is not interrupted");
        }

        @Override
        public boolean isShutdown() {
            return shutDown;
        }

        @Override
        public boolean isTerminated() {
            return shutDown && work.isEmpty();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            throw new AssertionError("the loop's thread does not wait");
        }
    }
}
