package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.sync.AsyncQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one round trip of a token between two tasks, over two queues that hold one element. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.PINGS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W4PingPong {
    /** Needed by JMH. */
    public W4PingPong() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.PING_SUM, Asyncio.run(play()));
    }

    @Async
    private static Coroutine<Long> play() {
        AsyncQueue<Long> there = new AsyncQueue<>(1);
        AsyncQueue<Long> back = new AsyncQueue<>(1);
        Task<Void> first = Asyncio.createTask(pass(there, back));
        Task<Void> second = Asyncio.createTask(pass(back, there));
        await(there.put(0L));
        await(first);
        await(second);
        return result(await(there.get()));
    }

    @Async
    private static Coroutine<Void> pass(AsyncQueue<Long> from, AsyncQueue<Long> to) {
        for (int ping = 0; ping < Work.PINGS; ping++) {
            long token = await(from.get());
            await(to.put(token + 1));
        }
        return done();
    }
}
