package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one leaf of a tree of tasks, ten below each; so the number of ns is that of ms for the whole. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.LEAVES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W5Skynet {
    /** Needed by JMH. */
    public W5Skynet() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.sumBelow(Work.LEAVES), Asyncio.run(sky(0, Work.LEAVES)));
    }

    @Async
    private static Coroutine<Long> sky(long number, int size) {
        if (size == 1) {
            return result(number);
        }
        int part = size / 10;
        List<Task<Long>> tasks = new ArrayList<>(10);
        for (int i = 0; i < 10; i++) {
            tasks.add(Asyncio.createTask(sky(number + (long) i * part, part)));
        }
        long sum = 0;
        for (Task<Long> task : tasks) {
            sum += await(task);
        }
        return result(sum);
    }
}
