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
@OperationsPerInvocation(W1Call.ROUNDS * W1Call.CALLS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class W1Call {
    static final int ROUNDS = 100;
    static final int CALLS = 1_000;
    private static final long EXPECTED = 304800L;

    /** Needed by JMH. */
    public W1Call() {}

    @Benchmark
    public long fermata() {
        Counter counter = new Counter();
        return check(Asyncio.run(rounds(counter)));
    }

    /** The same work by plain calls: the floor. */
    @Benchmark
    public long plain() {
        Counter counter = new Counter();
        for (int round = 0; round < ROUNDS; round++) {
            for (int call = 0; call < CALLS; call++) {
                counter.mix(call);
            }
        }
        return check(counter.value);
    }

    @Async
    private static Coroutine<Long> rounds(Counter counter) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int call = 0; call < CALLS; call++) {
                await(add(counter, call));
            }
        }
        return result(counter.value);
    }

    /** A coroutine that never suspends, which is what is measured. */
    @SuppressWarnings("AsyncWithoutAwait")
    @Async
    private static Coroutine<Void> add(Counter counter, long x) {
        counter.mix(x);
        return done();
    }

    private static long check(long value) {
        if (value != EXPECTED) {
            throw new AssertionError("expected " + EXPECTED + ", got " + value);
        }
        return value;
    }

    private static final class Counter {
        long value;

        void mix(long x) {
            value = (value ^ x) + 1;
        }
    }
}
