package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
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

/** An operation is one element of an async generator that does not wait: {@link W7Generator} with an event loop. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.ELEMENTS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AsyncElements {
    /** Needed by JMH. */
    public AsyncElements() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.sumBelow(Work.ELEMENTS), Asyncio.run(sum()));
    }

    @Async
    private static Coroutine<Long> sum() {
        long sum = 0;
        for (long element : range(Work.ELEMENTS)) {
            sum += element;
        }
        return result(sum);
    }

    @Async
    private static AsyncGenerator<Long> range(long end) {
        for (long i = 0; i < end; i++) {
            AsyncGenerator.yield(i);
        }
        return AsyncGenerator.end();
    }
}
