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

/** An operation is one yield to the loop by one of a hundred tasks, so that another one runs next. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(X7Switch.TASKS * X7Switch.SWITCHES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X7Switch {
    static final int TASKS = 100;
    static final int SWITCHES = 1_000;

    /** Needed by JMH. */
    public X7Switch() {}

    @Benchmark
    public long fermata() {
        return Work.check(TASKS * SWITCHES, Asyncio.run(tasks()));
    }

    @Benchmark
    public long fermataInGroup() {
        return Work.check(TASKS * SWITCHES, Asyncio.run(group()));
    }

    @Benchmark
    public long limit() {
        return Work.check(TASKS * SWITCHES, new HandLoop().run(new All()));
    }

    @Async
    private static Coroutine<Long> tasks() {
        List<Task<Long>> tasks = new ArrayList<>(TASKS);
        for (int task = 0; task < TASKS; task++) {
            tasks.add(Asyncio.createTask(one()));
        }
        long sum = 0;
        for (Task<Long> task : tasks) {
            sum += await(task);
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Long> group() {
        List<Task<Long>> tasks = new ArrayList<>(TASKS);
        await(TaskGroup.run(group -> start(group, tasks)));
        long sum = 0;
        for (Task<Long> task : tasks) {
            sum += task.result();
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Void> start(TaskGroup group, List<Task<Long>> tasks) {
        for (int task = 0; task < TASKS; task++) {
            tasks.add(group.createTask(one()));
        }
        return done();
    }

    @Async
    private static Coroutine<Long> one() {
        long left = 0;
        for (int turn = 0; turn < SWITCHES; turn++) {
            await(Asyncio.sleep(Duration.ZERO));
            left++;
        }
        return result(left);
    }

    private static final class All extends HandLoop.Frame {
        private int left = TASKS;
        private long sum;

        @Override
        void step(HandLoop loop) {
            for (int task = 0; task < TASKS; task++) {
                loop.ready(new One(this));
            }
        }

        void ended(HandLoop loop, long switches) {
            sum += switches;
            left--;
            if (left == 0) {
                loop.finish(this, sum);
            }
        }
    }

    private static final class One extends HandLoop.Frame {
        private final All all;
        private long left;

        One(All all) {
            this.all = all;
        }

        @Override
        void step(HandLoop loop) {
            if (state == 1) {
                left++;
            }
            if (left < SWITCHES) {
                state = 1;
                loop.ready(this);
            } else {
                all.ended(loop, left);
            }
        }
    }
}
