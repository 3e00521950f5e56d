package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.sync.AsyncEvent;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncQueue;
import dev.fermata.asyncio.sync.AsyncSemaphore;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * How many bytes awaits allocate. The figures are what the bytecode asks for, whether it is interpreted or compiled: the JIT
 * compiler could only take allocations away.
 */
final class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TIMES = 10_000;

    /** What the measuring itself may allocate. */
    private static final long NOISE = 2_000;

    private static int sink;

    @Async
    private static Coroutine<Void> ready(int i) {
        sink += i;
        return done();
    }

    @Async
    private static Coroutine<Void> mayWait(int i) {
        if (i < 0) {
            suspend(null);
        }
        return done();
    }

    @Async
    private static Coroutine<Void> waits(int i) {
        suspend(null);
        sink += i;
        return done();
    }

    @Async
    private static Coroutine<Void> awaitsReady(int times) {
        for (int i = 0; i < times; i++) {
            await(ready(i));
        }
        return done();
    }

    @Async
    private static Coroutine<Void> awaitsWhatMayWait(int times) {
        for (int i = 0; i < times; i++) {
            try {
                await(mayWait(i));
            } finally {
                await(ready(i));
            }
        }
        return done();
    }

    @Async
    private static Coroutine<Void> recurses(int depth) {
        if (depth > 0) {
            await(recurses(depth - 1));
            await(recurses(depth - 1));
        }
        return done();
    }

    @Async
    private static Coroutine<Void> chooses(int i) {
        return i % 2 == 0 ? done() : i % 3 == 0 ? ready(i) : result(null);
    }

    @Async
    private static Coroutine<Void> awaitsWhatChooses(int times) {
        for (int i = 0; i < times; i++) {
            await(chooses(i));
        }
        return done();
    }

    @Async
    private static Coroutine<Void> counts(int times) {
        if (times > 0) {
            return counts(times - 1);
        }
        return done();
    }

    @Async
    private static Coroutine<Void> awaitsWhatCounts(int times) {
        for (int i = 0; i < times / 100; i++) {
            await(counts(100));
        }
        return done();
    }

    @Async
    private static Coroutine<Void> awaitsWhatWaits(int times) {
        for (int i = 0; i < times; i++) {
            await(waits(i));
        }
        return done();
    }

    @Async
    private static Coroutine<Long> large(long i) {
        return result(i << 32);
    }

    @Async
    private static Coroutine<Double> half(int i) {
        if (i < 0) {
            suspend(null);
        }
        return i % 2 == 0 ? result(i / 2.0) : result(await(large(i)) / 2.0);
    }

    @Async
    private static Coroutine<Long> awaitsLarge(int i) {
        return i % 2 == 0 ? result(await(large(i)) + await(large(i + 1))) : result(await(large(i)));
    }

    @Async
    private static Coroutine<Void> awaitsNumbers(int times) {
        for (int i = 1000; i < 1000 + times; i++) {
            sink += (int) (await(awaitsLarge(i)) + await(half(i)));
            await(large(i));
        }
        return done();
    }

    @Async
    private static Coroutine<Void> suspends(int times) {
        for (int i = 0; i < times; i++) {
            suspend(null);
        }
        return done();
    }

    @Async
    private static Coroutine<Void> awaitsLambdas(int times) throws Exception {
        AsyncFunction<Integer, Void> lambda = i -> ready(i);
        for (int i = 0; i < times; i++) {
            await(lambda.apply(1));
        }
        return done();
    }

    @Async
    private static Coroutine<Void> passesThroughAQueue(int times) {
        AsyncQueue<Integer> queue = new AsyncQueue<>(2);
        for (int i = 0; i < times; i++) {
            await(queue.put(1));
            sink += await(queue.get());
        }
        return done();
    }

    @Async
    private static Coroutine<Void> acquiresWhatIsFree(int times) {
        AsyncLock lock = new AsyncLock();
        AsyncSemaphore permits = new AsyncSemaphore(1);
        AsyncEvent event = new AsyncEvent();
        event.set();
        for (int i = 0; i < times; i++) {
            await(lock.acquire());
            await(permits.acquire());
            await(event.waitFor());
            permits.release();
            lock.release();
        }
        return done();
    }

    @Test
    void aQueueThatNobodyHasToWaitFor_allocatesNothing() throws Exception {
        assertThat(bytesOf(AllocationTest::passesThroughAQueue)).isLessThan(NOISE);
    }

    @Test
    void whatIsFree_isAcquiredWithoutAllocation() throws Exception {
        assertThat(bytesOf(AllocationTest::acquiresWhatIsFree)).isLessThan(NOISE);
    }

    @Test
    void aCallThatCannotSuspend_allocatesNothing() throws Exception {
        assertThat(bytesOf(AllocationTest::awaitsReady)).isLessThan(NOISE);
    }

    @Test
    void aCallThatDoesNotSuspend_allocatesNothing() throws Exception {
        assertThat(bytesOf(AllocationTest::awaitsWhatMayWait)).isLessThan(NOISE);
    }

    @Test
    void aResultThatIsChosen_allocatesNothing() throws Exception {
        // The calls that a choice returns still make their coroutine: a third of a half.
        assertThat(bytesOf(AllocationTest::awaitsWhatChooses) / TIMES).isLessThanOrEqualTo(32 / 6);
    }

    @Test
    void aTailCall_allocatesNothing() throws Exception {
        assertThat(bytesOf(AllocationTest::awaitsWhatCounts)).isLessThan(NOISE);
    }

    @Test
    void recursionThatDoesNotSuspend_allocatesNothing() throws Exception {
        assertThat(bytesOf(times -> recurses(12))).isLessThan(NOISE);
    }

    @Test
    void aNumberThatIsAwaited_allocatesNothing() throws Exception {
        assertThat(bytesOf(AllocationTest::awaitsNumbers)).isLessThan(NOISE);
    }

    @Test
    void aBodyThatSuspends_allocatesNoMoreThanItsStep() throws Exception {
        // A Step.Suspended for who drives it by hand.
        assertThat(bytesOf(AllocationTest::suspends) / TIMES).isLessThanOrEqualTo(16);
    }

    @Test
    void aCallThatSuspends_allocatesItsFrame() throws Exception {
        assertThat(bytesOf(AllocationTest::awaitsWhatWaits) / TIMES).isLessThanOrEqualTo(16 + 32);
    }

    @Test
    void aCoroutineThatIsMade_isAllThatIsAllocated() throws Exception {
        // The one of the lambda, and the one that takes its place.
        assertThat(bytesOf(AllocationTest::awaitsLambdas) / TIMES).isLessThanOrEqualTo(2 * 32);
    }

    /** The least of three runs: what the virtual machine makes for itself, when it drops compiled code, is made once. */
    private static long bytesOf(Function function) throws Exception {
        drive(function.apply(TIMES)); // classes are loaded now
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            drive(function.apply(TIMES));
            least = Math.min(
                    least,
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        return least;
    }

    /** A coroutine function that does something a number of times. */
    private interface Function {
        Coroutine<Void> apply(int times) throws Exception;
    }

    private static void drive(Coroutine<Void> coroutine) {
        while (coroutine.send(null) instanceof Coroutine.Step.Suspended<Void>) {
            sink++;
        }
    }
}
