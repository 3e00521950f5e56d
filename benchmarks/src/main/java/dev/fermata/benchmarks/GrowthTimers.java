package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TimerHandle;
import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Timers that are pending at once, of times in no order, and of tasks that sleep also in the order in which they were made: the
 * same heap, but who wakes next lies next in memory. Of waiting a manual clock has none.
 */
final class GrowthTimers implements GrowthWorkload {
    @Override
    public void run(int size, GrowthMeter meter) {
        try (EventLoop loop = new ManualClock().newLoop()) {
            meter.start();
            long sum = loop.runUntilComplete(sleepers(size, false));
            meter.stop("timers: task that sleeps", size);
            Work.check(Work.sumBelow(size), sum);
            meter.start();
            long inOrder = loop.runUntilComplete(sleepers(size, true));
            meter.stop("timers: task that sleeps, in order", size);
            Work.check(Work.sumBelow(size), inOrder);
            cancelAll(size, loop, meter);
        }
    }

    private static void cancelAll(int size, EventLoop loop, GrowthMeter meter) {
        TimerHandle[] handles = new TimerHandle[size];
        Runnable never = () -> {
            throw new IllegalStateException("cancelled, but called");
        };
        meter.start();
        for (int i = 0; i < size; i++) {
            handles[i] = loop.callLater(delay(i, size), never);
        }
        meter.stop("timers: set", size);
        meter.start();
        for (int i = 0; i < size; i++) {
            handles[GrowthYardstick.scattered(i, size)].cancel();
        }
        meter.stop("timers: cancelled", size);
        loop.runUntilComplete(Asyncio.sleep(Duration.ofSeconds(1)));
    }

    @Async
    private static Coroutine<Long> sleepers(int size, boolean inOrder) {
        List<Task<Long>> tasks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            tasks.add(Asyncio.createTask(sleeper(i, inOrder ? Duration.ofNanos(1 + i) : delay(i, size))));
        }
        long sum = 0;
        for (Task<Long> task : tasks) {
            sum += await(task);
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Long> sleeper(long i, Duration delay) {
        await(Asyncio.sleep(delay));
        return result(i);
    }

    /** Each another, and close together; not in the order of the memory that {@link GrowthYardstick#scattered} gives. */
    private static Duration delay(int i, int size) {
        return Duration.ofNanos(1 + i * 6_101L % size);
    }
}
