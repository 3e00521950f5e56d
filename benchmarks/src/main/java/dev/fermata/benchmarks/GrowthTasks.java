package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tasks that are started, yield once, and are awaited. */
final class GrowthTasks implements GrowthWorkload {
    @Override
    public void run(int size, GrowthMeter meter) {
        try (EventLoop loop = new ManualClock().newLoop()) {
            meter.start();
            long awaited = loop.runUntilComplete(awaited(size));
            meter.stop("tasks: awaited one by one", size);
            Work.check(Work.sumBelow(size), awaited);
            meter.start();
            long gathered = loop.runUntilComplete(gathered(size));
            meter.stop("tasks: gathered", size);
            Work.check(Work.sumBelow(size), gathered);
        }
    }

    @Async
    private static Coroutine<Long> awaited(int size) {
        long sum = 0;
        for (Task<Long> task : started(size)) {
            sum += await(task);
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Long> gathered(int size) {
        long sum = 0;
        for (long value : await(Asyncio.gather(started(size)))) {
            sum += value;
        }
        return result(sum);
    }

    private static List<Task<Long>> started(int size) {
        List<Task<Long>> tasks = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            tasks.add(Asyncio.createTask(child(i)));
        }
        return tasks;
    }

    @Async
    private static Coroutine<Long> child(long i) {
        await(Asyncio.sleep(Duration.ZERO));
        return result(i);
    }
}
