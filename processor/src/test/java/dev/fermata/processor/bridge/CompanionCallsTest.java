package dev.fermata.processor.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.BlockingIterator;
import dev.fermata.asyncio.EventLoop;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Companions at work: those of {@link Ferry}, called from threads as users call them. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a loop does not end when interrupted
final class CompanionCallsTest {
    private final Ferry ferry = new Ferry();
    private final EventLoop loop = EventLoop.create();
    private final Thread loopThread = new Thread(loop::runForever, "the loop");

    @BeforeEach
    void start() {
        loopThread.start();
    }

    @AfterEach
    void stop() throws Exception {
        loop.callSoonThreadsafe(loop::stop);
        loopThread.join();
        loop.close();
    }

    private static FutureTask<String> inThread(Runnable call) {
        return new FutureTask<>(() -> {
            try {
                call.run();
                return "returned";
            } catch (CancellationException cancelled) {
                return cancelled.getCause() instanceof CancelledError
                                && Thread.currentThread().isInterrupted()
                        ? "cancelled and still interrupted"
                        : "cancelled";
            }
        });
    }

    @Test
    void blocking_withoutALoop_runsOnOneOfItsOwn() {
        assertThat(new FerryBlocking(ferry).load(1)).isEqualTo(2);
        assertThat(ferry.log).hasSize(1).doesNotContain(loop);
    }

    @Test
    void blocking_withALoop_runsThere() {
        assertThat(new FerryBlocking(ferry, loop).load(1)).isEqualTo(2);
        assertThat(ferry.log).containsExactly(loop);
    }

    @Test
    void blocking_manyThreadsAtATime_eachHaveTheirOwnResult() throws Exception {
        FerryBlocking blocking = new FerryBlocking(ferry, loop);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Integer>> calls = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> blocking.load(i), threads))
                    .toList();

            assertThat(calls.stream().map(CompletableFuture::join))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 200).boxed().toList());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void blocking_inTheThreadOfALoop_isRefused() {
        assertThatThrownBy(() -> new FerryBlocking(ferry, loop).loadFromInside())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("where an event loop runs")
                .hasMessageContaining("the loop");
        assertThatThrownBy(() -> Asyncio.run(ferry.loadFromInside())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void blocking_throwsWhatTheFunctionThrows_asItIs() {
        IOException why = new IOException("fog");

        assertThatThrownBy(() -> new FerryBlocking(ferry).refuse(why)).isSameAs(why);
        assertThatThrownBy(() -> new FerryBlocking(ferry, loop).refuse(why)).isSameAs(why);
        assertThatThrownBy(() -> new FerryBlocking(ferry).<IOException>sink(why))
                .isSameAs(why);
        assertThatThrownBy(() -> new FerryBlocking(ferry, loop).<IOException>sink(why))
                .isSameAs(why);
    }

    @Test
    void blocking_passesVarargsAndTypeVariables() {
        List<String> all = new FerryBlocking(ferry).all("a", "b");

        assertThat(all).containsExactly("a", "b");
    }

    @Test
    void blocking_static_runsWithAndWithoutALoop() {
        assertThat(FerryBlocking.named("Vega")).isEqualTo("MS Vega");
        assertThat(FerryBlocking.named(loop, "Vega")).isEqualTo("MS Vega");
    }

    @Test
    void blocking_onItsOwnLoop_anInterruptCancels_andFinallyBlocksRun() throws Exception {
        interruptCancels(new FerryBlocking(ferry));
    }

    @Test
    void blocking_onALoopElsewhere_anInterruptCancels_andFinallyBlocksRun() throws Exception {
        interruptCancels(new FerryBlocking(ferry, loop));
    }

    private void interruptCancels(FerryBlocking blocking) throws Exception {
        FutureTask<String> call = inThread(blocking::drift);
        Thread thread = new Thread(call);
        thread.start();
        ferry.waits.await();

        thread.interrupt();

        assertThat(call.get()).isEqualTo("cancelled and still interrupted");
        assertThat(ferry.log).containsExactly("anchored");
    }

    @Test
    void blocking_asyncGenerator_isAnIterator_thatRunsFinallyBlocksWhenItIsClosed() {
        try (BlockingIterator<String> ports = new FerryBlocking(ferry, loop).ports()) {
            assertThat(ports.next()).isEqualTo("north");
        }
        assertThat(ferry.log).containsExactly("closed");

        assertThat(new FerryBlocking(ferry).ports()).toIterable().containsExactly("north", "south");
    }

    @Test
    void futures_haveTheResult_andRunOnTheLoop() {
        assertThat(new FerryFutures(ferry, loop).load(1).join()).isEqualTo(2);
        assertThat(FerryFutures.named(loop, "Vega").join()).isEqualTo("MS Vega");
        assertThat(ferry.log).containsExactly(loop);
    }

    @Test
    void futures_failWithWhatTheFunctionThrows_notWrapped() {
        IOException why = new IOException("fog");
        FerryFutures futures = new FerryFutures(ferry, loop);

        for (CompletableFuture<Void> future : List.of(futures.refuse(why), futures.sink(why))) {
            assertThat(future.<Object>handle((result, thrown) -> thrown).join()).isSameAs(why);
            assertThatThrownBy(future::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCause(why);
        }
    }

    @Test
    void futures_cancelled_cancelTheCoroutine() throws Exception {
        CompletableFuture<Void> future = new FerryFutures(ferry, loop).drift();
        ferry.waits.await();

        future.cancel(false);

        ferry.ended.await();
        assertThat(ferry.log).containsExactly("anchored");
        assertThat(future).isCancelled();
    }

    @Test
    void futures_mayBeAskedForInTheThreadOfTheLoop() {
        FerryFutures futures = new FerryFutures(ferry, loop);

        CompletableFuture<Integer> later =
                CompletableFuture.supplyAsync(() -> futures.load(1), loop).thenCompose(inner -> inner);

        assertThat(later.join()).isEqualTo(2);
    }

    @Test
    void instance_null_isRefusedAtOnce() {
        assertThatThrownBy(() -> new FerryBlocking(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("target");
        assertThatThrownBy(() -> new FerryFutures(ferry, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("loop");
    }
}
