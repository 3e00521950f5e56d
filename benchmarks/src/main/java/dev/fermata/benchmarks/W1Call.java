package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one await of a coroutine function that has no await in it, so never suspends. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.ROUNDS * Work.CALLS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W1Call {
    /** Needed by JMH. */
    public W1Call() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.CALL_SUM, Asyncio.run(rounds()));
    }

    @Async
    private static Coroutine<Long> rounds() {
        Work.Counter counter = new Work.Counter();
        for (int round = 0; round < Work.ROUNDS; round++) {
            for (int call = 0; call < Work.CALLS; call++) {
                await(add(counter, call));
            }
        }
        return result(counter.value);
    }

    /** A coroutine that never suspends, which is what is measured. */
    @SuppressWarnings("AsyncWithoutAwait")
    @Async
    private static Coroutine<Void> add(Work.Counter counter, long x) {
        counter.mix(x);
        return done();
    }
}
