package dev.fermata.asyncio.adapters;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.BlockingCaller;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Steps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a loop does on each real host. Real threads and a real clock; whoever waits, waits for an outcome. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class HostedLoopContract {
    private final List<Object> log = new CopyOnWriteArrayList<>();
    private EventLoop loop;

    /** Makes a loop on the host. */
    abstract EventLoop newLoop();

    /** The host's own way to run something. */
    abstract Executor host();

    @BeforeEach
    void open() {
        loop = newLoop();
    }

    @AfterEach
    void close() {
        CompletableFuture.runAsync(loop::close, host()).join();
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void aCoroutineFromAnotherThread_runsInTheHostsThread() {
        Thread hostThread =
                CompletableFuture.supplyAsync(Thread::currentThread, host()).join();

        Object ran = run(steps().turn().then(value -> Thread.currentThread()));

        assertThat(ran).isSameAs(hostThread).isNotSameAs(Thread.currentThread());
    }

    @Test
    void theLoop_isFoundInTheHostsThread_inTurnsAndBetweenThem() {
        assertThat(run(steps().then(value -> EventLoop.running()))).isSameAs(loop);
        assertThat(CompletableFuture.supplyAsync(EventLoop::running, host()).join())
                .isSameAs(loop);
    }

    @Test
    void sleepers_wakeInOrder_andNotEarly() {
        long start = System.nanoTime();
        run(steps().awaits(() -> Asyncio.gather(sleeper(30), sleeper(10), sleeper(20))));

        assertThat(log).containsExactly(10, 20, 30);
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
    }

    @Test
    void theHost_worksBetweenTheStepsOfATask() {
        Steps spins = steps();
        for (int turn = 0; turn < 100; turn++) {
            spins.turn();
        }
        spins.run(() -> log.add("task"));
        CompletableFuture<Object> spinning = new CompletableFuture<>();
        host().execute(() -> {
            loop.createTask(spins).addDoneCallback(done -> spinning.complete(done.result()));
            host().execute(() -> log.add("host"));
        });
        spinning.join();

        assertThat(log).containsExactly("host", "task");
    }

    @Test
    void theHostsOwnCode_usesTheLoopDirectly() {
        CompletableFuture<Object> result = new CompletableFuture<>();

        host().execute(() -> Asyncio.createTask(steps().turn().returns("result"))
                .addDoneCallback(done -> result.complete(done.result())));

        assertThat(result.join()).isEqualTo("result");
    }

    @Test
    void otherThreads_areRefused() {
        assertThatThrownBy(() -> loop.callSoon(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("use callSoonThreadsafe()");
        assertThatThrownBy(loop::runForever)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("This event loop is already running, in the turns of ");
    }

    @Test
    void aBlockingCall_isServedFromOutside_andRefusedInTheHostsThread() {
        BlockingCaller caller = BlockingCaller.on(loop);

        assertThat(caller.call(() -> steps().turn().returns("outside"))).isEqualTo("outside");
        CompletableFuture<Object> inside =
                CompletableFuture.supplyAsync(() -> caller.call(() -> steps().returns("inside")), host());
        assertThatThrownBy(inside::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCallInAnExecutor_comesBackToTheHostsThread() {
        Object threads = run(steps().awaits(() -> loop.runInExecutor(null, Thread::currentThread))
                .then(worker -> worker != Thread.currentThread() && EventLoop.running() == loop));

        assertThat(threads).isEqualTo(true);
    }

    private Steps sleeper(int millis) {
        return steps().awaits(Asyncio.sleep(Duration.ofMillis(millis))).run(() -> log.add(millis));
    }

    private Object run(Steps coroutine) {
        return Asyncio.runCoroutineThreadsafe(coroutine, loop).join();
    }
}
