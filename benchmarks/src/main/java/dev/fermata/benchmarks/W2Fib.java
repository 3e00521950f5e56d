package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
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

/** An operation is one call of the recursive, asynchronous fib(20). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.FIB_ROUNDS * Work.FIB_CALLS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W2Fib {
    /** Needed by JMH. */
    public W2Fib() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.FIB_SUM, Asyncio.run(rounds()));
    }

    @Async
    private static Coroutine<Long> rounds() {
        long sum = 0;
        for (int round = 0; round < Work.FIB_ROUNDS; round++) {
            sum += await(fib(Work.FIB_N));
        }
        return result(sum);
    }

    @Async
    private static Coroutine<Long> fib(int n) {
        return n < 2 ? result((long) n) : result(await(fib(n - 1)) + await(fib(n - 2)));
    }
}
