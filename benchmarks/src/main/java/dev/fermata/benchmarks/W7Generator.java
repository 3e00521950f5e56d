package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one element of a lazy sequence. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.ELEMENTS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W7Generator {
    /** Needed by JMH. */
    public W7Generator() {}

    @Benchmark
    public long fermata() {
        long sum = 0;
        for (long element : range(Work.ELEMENTS)) {
            sum += element;
        }
        return Work.check(Work.sumBelow(Work.ELEMENTS), sum);
    }

    @Yields
    private static Generator<Long> range(long end) {
        for (long i = 0; i < end; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }
}
