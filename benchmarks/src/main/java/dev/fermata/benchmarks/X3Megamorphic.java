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

/** An operation is one await of an interface method with eight implementations that take turns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.ROUNDS * Work.CALLS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X3Megamorphic {
    /** Needed by JMH. */
    public X3Megamorphic() {}

    private static final Object[] OPS = {
        new Op0(), new Op1(), new Op2(), new Op3(), new Op4(), new Op5(), new Op6(), new Op7()
    };

    private static final long EXPECTED = plain();

    @Benchmark
    public long fermata() {
        return Work.check(EXPECTED, Asyncio.run(calls()));
    }

    @Benchmark
    public long limit() {
        return Work.check(EXPECTED, new HandLoop().run(new Calls()));
    }

    @Async
    private static Coroutine<Long> calls() {
        long x = 0;
        for (int i = 0; i < Work.ROUNDS * Work.CALLS; i++) {
            x = await(((Op) OPS[i & 7]).apply(x));
        }
        return result(x);
    }

    private static long plain() {
        HandLoop loop = new HandLoop();
        long x = 0;
        for (int i = 0; i < Work.ROUNDS * Work.CALLS; i++) {
            x = ((HandOp) OPS[i & 7]).apply(loop, x);
        }
        return x;
    }

    private static final class Calls extends HandLoop.Frame {
        private int i;
        private long x;

        @Override
        void step(HandLoop loop) {
            for (; i < Work.ROUNDS * Work.CALLS; i++) {
                long outcome = ((HandOp) OPS[i & 7]).apply(loop, x);
                if (loop.suspended != null) {
                    throw new AssertionError("nothing suspends here");
                }
                x = outcome;
            }
            loop.finish(this, x);
        }
    }

    private interface Op {
        @Async
        Coroutine<Long> apply(long x);
    }

    /** The outcome, unless {@code loop.suspended} is set. */
    private interface HandOp {
        long apply(HandLoop loop, long x);
    }

    private static final class Op0 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x + 1);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x + 1;
        }
    }

    private static final class Op1 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x ^ 2);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x ^ 2;
        }
    }

    private static final class Op2 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x + 3);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x + 3;
        }
    }

    private static final class Op3 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x ^ 4);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x ^ 4;
        }
    }

    private static final class Op4 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x + 5);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x + 5;
        }
    }

    private static final class Op5 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x ^ 6);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x ^ 6;
        }
    }

    private static final class Op6 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x + 7);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x + 7;
        }
    }

    private static final class Op7 implements Op, HandOp {
        @SuppressWarnings("AsyncWithoutAwait")
        @Async
        @Override
        public Coroutine<Long> apply(long x) {
            return result(x ^ 8);
        }

        @Override
        public long apply(HandLoop loop, long x) {
            return x ^ 8;
        }
    }
}
