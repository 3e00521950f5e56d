package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncQueue;
import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tasks that wait in one queue, or for one lock. That they are started and wait is not measured, but for the lock's. */
final class GrowthWaiters implements GrowthWorkload {
    @Override
    public void run(int size, GrowthMeter meter) {
        try (EventLoop loop = new ManualClock().newLoop()) {
            Work.check(Work.sumBelow(size), loop.runUntilComplete(served(size, meter)));
            Work.check(size, loop.runUntilComplete(cancelled(size, meter)));
            Work.check(size, loop.runUntilComplete(locked(size, meter)));
        }
    }

    /** One element at a time; the next is put when the first has been got. */
    @Async
    private static Coroutine<Long> served(int size, GrowthMeter meter) {
        AsyncQueue<Long> queue = new AsyncQueue<>();
        List<Task<Long>> tasks = await(waiting(size, queue));
        long sum = 0;
        meter.start();
        for (int i = 0; i < size; i++) {
            queue.putNow((long) i);
            sum += await(tasks.get(i));
        }
        meter.stop("waiters: in a queue, served", size);
        return result(sum);
    }

    @Async
    private static Coroutine<Long> cancelled(int size, GrowthMeter meter) {
        AsyncQueue<Long> queue = new AsyncQueue<>();
        List<Task<Long>> tasks = await(waiting(size, queue));
        long cancelled = 0;
        meter.start();
        for (int i = 0; i < size; i++) {
            tasks.get(size / 2 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2)).cancel(); // from the middle to both ends
        }
        await(Asyncio.sleep(Duration.ZERO));
        for (Task<Long> task : tasks) {
            cancelled += task.isCancelled() ? 1 : 0;
        }
        meter.stop("waiters: in a queue, cancelled", size);
        return result(cancelled);
    }

    @Async
    private static Coroutine<List<Task<Long>>> waiting(int size, AsyncQueue<Long> queue) {
        List<Task<Long>> tasks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            tasks.add(Asyncio.createTask(queue.get()));
        }
        await(Asyncio.sleep(Duration.ZERO));
        return result(tasks);
    }

    @Async
    private static Coroutine<Long> locked(int size, GrowthMeter meter) {
        AsyncLock lock = new AsyncLock();
        long[] held = new long[1];
        await(lock.acquire());
        List<Task<Void>> tasks = new ArrayList<>(size);
        meter.start();
        for (int i = 0; i < size; i++) {
            tasks.add(Asyncio.createTask(holder(lock, held)));
        }
        await(Asyncio.sleep(Duration.ZERO));
        lock.release();
        await(tasks.get(size - 1));
        meter.stop("waiters: task that takes a lock", size);
        return result(held[0]);
    }

    @Async
    private static Coroutine<Void> holder(AsyncLock lock, long[] held) {
        await(lock.acquire());
        held[0]++;
        lock.release();
        return done();
    }
}
