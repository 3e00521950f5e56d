package dev.fermata.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one plain call: what is left of {@link W1Call} without any awaiting. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.ROUNDS * Work.CALLS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W1Plain {
    /** Needed by JMH. */
    public W1Plain() {}

    @Benchmark
    public long plain() {
        Work.Counter counter = new Work.Counter();
        for (int round = 0; round < Work.ROUNDS; round++) {
            for (int call = 0; call < Work.CALLS; call++) {
                counter.mix(call);
            }
        }
        return Work.check(Work.CALL_SUM, counter.value);
    }
}
