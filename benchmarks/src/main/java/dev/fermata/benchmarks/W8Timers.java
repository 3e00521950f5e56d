package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.time.Duration;
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

/** An operation is one task that sleeps, of many at once; the longest sleeps 50 ms, so the floor is 500 ns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.TIMERS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W8Timers {
    /** Needed by JMH. */
    public W8Timers() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.sumBelow(Work.TIMERS), Asyncio.run(sleepers()));
    }

    @Async
    private static Coroutine<Long> sleepers() {
        List<Task<Long>> tasks = new ArrayList<>(Work.TIMERS);
        for (int i = 0; i < Work.TIMERS; i++) {
            tasks.add(Asyncio.createTask(sleeper(i)));
        }
        long sum = 0;
        for (Task<Long> task : tasks) {
            sum += await(task);
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Long> sleeper(int i) {
        await(Asyncio.sleep(Duration.ofMillis(Work.delayMillis(i))));
        return result((long) i);
    }
}
