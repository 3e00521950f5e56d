package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** An operation is one yield to the loop and the return from it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(W3Switch.SWITCHES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W3Switch {
    static final int SWITCHES = 10_000;

    /** Needed by JMH. */
    public W3Switch() {}

    @Benchmark
    public int fermata() {
        int switches = Asyncio.run(switches());
        if (switches != SWITCHES) {
            throw new AssertionError("expected " + SWITCHES + ", got " + switches);
        }
        return switches;
    }

    @Async
    private static Coroutine<Integer> switches() {
        int count = 0;
        while (count < SWITCHES) {
            await(Asyncio.sleep(Duration.ZERO));
            count++;
        }
        return result(count);
    }
}
