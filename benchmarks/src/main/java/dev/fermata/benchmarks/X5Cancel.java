package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one task that is started, sleeps, is cancelled, and is awaited; of many at once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.SPAWNS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X5Cancel {
    /** Needed by JMH. */
    public X5Cancel() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.SPAWNS, Asyncio.run(storm()));
    }

    @Benchmark
    public long limit() {
        return Work.check(Work.SPAWNS, new HandLoop().run(new Storm()));
    }

    /** Takes the cancellations of others, and not its own. */
    @SuppressWarnings("CancellationSwallowed")
    @Async
    private static Coroutine<Long> storm() {
        List<Task<Long>> tasks = new ArrayList<>(Work.SPAWNS);
        for (int i = 0; i < Work.SPAWNS; i++) {
            tasks.add(Asyncio.createTask(sleeper(i)));
        }
        await(Asyncio.sleep(Duration.ZERO));
        for (Task<Long> task : tasks) {
            task.cancel();
        }
        long cancelled = 0;
        for (Task<Long> task : tasks) {
            try {
                await(task);
            } catch (CancelledError error) {
                cancelled++;
            }
        }
        return result(cancelled);
    }

    @Async
    private static Coroutine<Long> sleeper(int i) {
        await(Asyncio.sleep(Duration.ofHours(1)));
        return result((long) i);
    }

    private static final class Storm extends HandLoop.Frame {
        private final Sleeper[] tasks = new Sleeper[Work.SPAWNS];
        private int i;
        private long cancelled;

        @Override
        void step(HandLoop loop) {
            if (state == 0) {
                for (int k = 0; k < tasks.length; k++) {
                    tasks[k] = new Sleeper();
                    loop.ready(tasks[k]);
                }
                state = 1;
                loop.ready(this);
                return;
            }
            if (state == 1) {
                for (Sleeper task : tasks) {
                    loop.cancel(task, new CancellationException());
                }
                state = 2;
            }
            for (; i < tasks.length; i++) {
                if (tasks[i].state != DONE) {
                    tasks[i].waiter = this;
                    return;
                }
                cancelled += tasks[i].thrown == null ? 0 : 1;
            }
            loop.finish(this, cancelled);
        }
    }

    private static final class Sleeper extends HandLoop.Frame {
        @Override
        void step(HandLoop loop) {
            if (state == 0) {
                state = 1;
                value = System.nanoTime() + 3_600_000_000_000L;
                loop.sleep(this);
            } else if (thrown != null) {
                loop.fail(this, thrown);
            } else {
                loop.finish(this, 0);
            }
        }
    }
}
