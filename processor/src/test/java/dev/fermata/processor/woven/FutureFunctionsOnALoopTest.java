package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** {@code @Async} methods that return futures, called in the thread of a running loop. */
final class FutureFunctionsOnALoopTest {
    private final List<Object> log = new ArrayList<>();

    @Async
    private CompletableFuture<Integer> sleeping(int turns) {
        log.add("begins");
        try {
            for (int i = 0; i < turns; i++) {
                await(Asyncio.sleep(Duration.ZERO));
            }
        } catch (CancelledError cancelled) {
            log.add("cancelled");
            throw cancelled;
        }
        log.add("ends");
        return CompletableFuture.completedFuture(turns);
    }

    @Async
    private Coroutine<Integer> awaitingOne(int turns) {
        CompletableFuture<Integer> future = sleeping(turns);
        log.add("called");
        return result(await(future));
    }

    @Test
    void itBeginsAtTheCallAndGoesOnOnTheLoop() {
        assertThat(Asyncio.run(awaitingOne(2))).isEqualTo(2);

        assertThat(log).containsExactly("begins", "called", "ends");
    }

    @Test
    void itIsDoneAtTheCallIfItDoesNotSuspend() {
        Asyncio.run(() -> {
            assertThat(sleeping(0)).isCompletedWithValue(0);
            return done();
        });
    }

    @Async
    private CompletableFuture<Void> introspective() {
        Task<?> own = Asyncio.currentTask();
        log.add(own.name());
        log.add(Asyncio.allTasks().contains(own));
        await(Asyncio.sleep(Duration.ZERO));
        log.add(Asyncio.currentTask() == own);
        log.add(Asyncio.allTasks().contains(own));
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void itIsATaskOfTheLoopFromItsFirstStepOn() {
        Asyncio.run(() -> {
            Task<?> caller = Asyncio.currentTask();
            CompletableFuture<Void> future = introspective();
            assertThat(Asyncio.currentTask()).isSameAs(caller);
            await(future);
            return done();
        });

        assertThat(log).containsExactly("Task-2", true, true, true);
    }

    @Test
    void aCallbackOfTheLoopMayCallItToo() {
        Asyncio.run(() -> {
            CompletableFuture<Integer> seen = new CompletableFuture<>();
            EventLoop.running().callSoon(() -> sleeping(1).thenAccept(seen::complete));
            assertThat(await(seen)).isEqualTo(1);
            assertThat(Asyncio.allTasks()).hasSize(1);
            return done();
        });
    }

    @Async
    private static CompletableFuture<Integer> throwing(boolean early) throws IOException {
        if (!early) {
            await(Asyncio.sleep(Duration.ZERO));
        }
        throw new IOException(early ? "early" : "late");
    }

    @Async
    private Coroutine<Void> catchingBoth() {
        for (boolean early : new boolean[] {true, false}) {
            try {
                await(throwing(early));
            } catch (IOException thrown) {
                log.add(thrown.getMessage());
            }
        }
        return done();
    }

    @Test
    void failuresReachCatchUnwrapped() {
        Asyncio.run(catchingBoth());

        assertThat(log).containsExactly("early", "late");
    }

    @Test
    void cancellingTheFutureCancelsTheTask() {
        Asyncio.run(() -> {
            CompletableFuture<Integer> future = sleeping(100);
            assertThat(future.cancel(true)).isTrue();
            assertThat(future).isCancelled();
            await(Asyncio.sleep(Duration.ZERO));
            assertThat(log).containsExactly("begins", "cancelled");
            assertThat(Asyncio.allTasks()).hasSize(1);
            return done();
        });
    }

    @Test
    void cancellingTheAwaitingTaskCancelsTheFutureAndItsTask() {
        Asyncio.run(() -> {
            Task<Integer> task = Asyncio.createTask(awaitingOne(100));
            await(Asyncio.sleep(Duration.ZERO));
            task.cancel();
            await(Asyncio.sleep(Duration.ZERO));
            await(Asyncio.sleep(Duration.ZERO));
            assertThat(task.isCancelled()).isTrue();
            return done();
        });

        assertThat(log).containsExactly("begins", "called", "cancelled");
    }

    @Test
    void anotherThreadMayCancelTheFuture() {
        Asyncio.run(() -> {
            CompletableFuture<Integer> future = sleeping(Integer.MAX_VALUE);
            await(Asyncio.getRunningLoop()
                    .runInExecutor(command -> new Thread(command).start(), () -> future.cancel(true)));
            await(Asyncio.sleep(Duration.ZERO));
            return done();
        });

        assertThat(log).containsExactly("begins", "cancelled");
    }

    @Async
    private CompletableFuture<Thread> threadAfter(CompletableFuture<?> other) {
        await(other);
        return CompletableFuture.completedFuture(Thread.currentThread());
    }

    @Test
    void whatAnotherThreadCompletesIsResumedOnTheLoop() {
        Asyncio.run(() -> {
            CompletableFuture<Integer> other = new CompletableFuture<>();
            CompletableFuture<Thread> future = threadAfter(other);
            new Thread(() -> other.complete(1)).start();
            assertThat(await(future)).isSameAs(Thread.currentThread());
            return done();
        });
    }

    @Test
    void anotherThreadMayWaitForTheFuture() throws InterruptedException {
        CompletableFuture<CompletableFuture<Integer>> made = new CompletableFuture<>();
        Thread loop = new Thread(() -> Asyncio.run(() -> {
            CompletableFuture<Integer> future = sleeping(3);
            made.complete(future);
            await(future);
            return done();
        }));
        loop.start();

        assertThat(made.join().join()).isEqualTo(3);
        loop.join();
    }

    @Test
    void theEndOfRunCancelsWhatIsLeft() {
        List<CompletableFuture<Integer>> left = new ArrayList<>();
        Asyncio.run(() -> {
            left.add(sleeping(Integer.MAX_VALUE));
            return done();
        });

        assertThat(left.get(0)).isCancelled();
        assertThat(log).containsExactly("begins", "cancelled");
    }

    @Test
    void aLoopThatIsClosedGivesItAnOutcome() {
        EventLoop loop = EventLoop.create();
        List<CompletableFuture<Integer>> left = new ArrayList<>();
        loop.callSoon(() -> {
            left.add(sleeping(Integer.MAX_VALUE));
            loop.stop();
        });
        loop.runForever();

        loop.close();

        assertThat(FutureFunctionsTest.failure(left.get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Event loop is closed");
    }

    @Async
    private static Coroutine<Void> failing() {
        await(Asyncio.sleep(Duration.ZERO));
        throw new IllegalArgumentException("deep");
    }

    @Async
    private static CompletableFuture<Void> outer() {
        await(failing());
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void aStackTraceShowsTheFunctionsThatAwait() {
        CompletableFuture<?>[] made = new CompletableFuture<?>[1];
        Asyncio.run(() -> {
            made[0] = outer();
            await(Asyncio.sleep(Duration.ZERO));
            await(Asyncio.sleep(Duration.ZERO));
            return done();
        });

        assertThat(Traces.functions(FutureFunctionsTest.failure(made[0])))
                .containsSubsequence("failing$async", "outer");
    }

    @Async
    private static CompletableFuture<Integer> overflowing() {
        throw new StackOverflowError("made by hand");
    }

    @Test
    void anErrorOfTheVirtualMachineIsTheOutcomeAndLeavesTheLoopInTheNextTurn() {
        EventLoop loop = EventLoop.create();
        List<CompletableFuture<Integer>> made = new ArrayList<>();
        loop.callSoon(() -> {
            made.add(overflowing());
            log.add("not thrown at the call");
        });

        try (loop) {
            loop.runForever();
        } catch (StackOverflowError thrown) {
            log.add(thrown.getMessage());
        }

        assertThat(log).containsExactly("not thrown at the call", "made by hand");
        assertThat(FutureFunctionsTest.failure(made.get(0))).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void aThreadWithoutALoopDoesNotUseThatOfItsCreator() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Asyncio.run(() -> {
            new Thread(() -> {
                        log.add(FutureFunctionsTest.failure(sleeping(1))
                                .getClass()
                                .getSimpleName());
                        ended.countDown();
                    })
                    .start();
            return done();
        });

        ended.await();
        assertThat(log).containsExactly("begins", "IllegalStateException");
    }
}
