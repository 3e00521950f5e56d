package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
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

/** An operation is one coroutine that yields once, as a task of a group, or by gather: W5Spawn as it is mostly written. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.SPAWNS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X8Children {
    /** Needed by JMH. */
    public X8Children() {}

    @Benchmark
    public long fermataGroup() {
        return Work.check(Work.sumBelow(Work.SPAWNS), Asyncio.run(group()));
    }

    @Benchmark
    public long fermataGather() {
        return Work.check(Work.sumBelow(Work.SPAWNS), Asyncio.run(gather()));
    }

    @Async
    private static Coroutine<Long> group() {
        List<Task<Long>> tasks = new ArrayList<>(Work.SPAWNS);
        await(TaskGroup.run(group -> start(group, tasks)));
        long sum = 0;
        for (Task<Long> task : tasks) {
            sum += task.result();
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Void> start(TaskGroup group, List<Task<Long>> tasks) {
        for (int number = 0; number < Work.SPAWNS; number++) {
            tasks.add(group.createTask(child(number)));
        }
        return done();
    }

    @Async
    private static Coroutine<Long> gather() {
        List<Coroutine<Long>> children = new ArrayList<>(Work.SPAWNS);
        for (int number = 0; number < Work.SPAWNS; number++) {
            children.add(child(number));
        }
        long sum = 0;
        for (long number : await(Asyncio.gather(children))) {
            sum += number;
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Long> child(long number) {
        await(Asyncio.sleep(Duration.ZERO));
        return result(number);
    }
}
