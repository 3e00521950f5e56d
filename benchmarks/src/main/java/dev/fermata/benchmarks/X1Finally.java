package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

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

/** An operation is one await inside a try with a finally; of a function that does not suspend, and of a yield to the loop. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.SWITCHES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X1Finally {
    /** Needed by JMH. */
    public X1Finally() {}

    @Benchmark
    @OperationsPerInvocation(Work.ROUNDS * Work.CALLS)
    public long fermata() {
        return Work.check(Work.CALL_SUM, Asyncio.run(rounds()));
    }

    @Benchmark
    @OperationsPerInvocation(Work.ROUNDS * Work.CALLS)
    public long limit() {
        return Work.check(Work.CALL_SUM, new HandLoop().run(new Rounds()));
    }

    @Benchmark
    public long fermataSwitch() {
        return Work.check(Work.SWITCHES, Asyncio.run(switches()));
    }

    @Benchmark
    public long limitSwitch() {
        return Work.check(Work.SWITCHES, new HandLoop().run(new Switches()));
    }

    @Async
    private static Coroutine<Long> rounds() {
        Work.Counter counter =
                new Work.Counter(); // here, as in W1Call: of a parameter the JIT compiler keeps the field in memory
        long left = 0;
        for (int round = 0; round < Work.ROUNDS; round++) {
            for (int call = 0; call < Work.CALLS; call++) {
                try {
                    await(add(counter, call));
                } finally {
                    left++;
                }
            }
        }
        Work.check(Work.ROUNDS * Work.CALLS, left);
        return result(counter.value);
    }

    @Async
    private static Coroutine<Void> add(Work.Counter counter, long x) {
        if (x < 0) {
            await(Asyncio.sleep(Duration.ZERO));
        }
        counter.mix(x);
        return done();
    }

    @Async
    private static Coroutine<Long> switches() {
        long left = 0;
        while (left < Work.SWITCHES) {
            try {
                suspend(null); // sleep() would return at once, as the task is alone
            } finally {
                left++;
            }
        }
        return result(left);
    }

    private static final class Rounds extends HandLoop.Frame {
        private final Work.Counter counter = new Work.Counter();
        private int round;
        private int call;
        private long left;

        @Override
        void step(HandLoop loop) {
            for (; round < Work.ROUNDS; round++) {
                for (; call < Work.CALLS; call++) {
                    try {
                        if (!add(loop, counter, call)) {
                            throw new AssertionError("nothing suspends here");
                        }
                    } finally {
                        left++;
                    }
                }
                call = 0;
            }
            Work.check(Work.ROUNDS * Work.CALLS, left);
            loop.finish(this, counter.value);
        }

        private static boolean add(HandLoop loop, Work.Counter counter, long x) {
            if (x < 0) {
                loop.suspended = new Rounds();
                return false;
            }
            counter.mix(x);
            return true;
        }
    }

    private static final class Switches extends HandLoop.Frame {
        private long left;

        @Override
        void step(HandLoop loop) {
            if (state == 1) {
                left++;
            }
            if (left < Work.SWITCHES) {
                state = 1;
                loop.ready(this);
            } else {
                loop.finish(this, left);
            }
        }
    }
}
