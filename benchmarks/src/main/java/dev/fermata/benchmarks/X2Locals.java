package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

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

/** An operation is one yield to the loop with 40 variables that live on: 30 numbers and 10 references. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.SWITCHES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X2Locals {
    /** Needed by JMH. */
    public X2Locals() {}

    private static final long EXPECTED = plain();

    @Benchmark
    public long fermata() {
        return Work.check(EXPECTED, Asyncio.run(locals()));
    }

    @Benchmark
    public long limit() {
        return Work.check(EXPECTED, new HandLoop().run(new Locals()));
    }

    @Async
    private static Coroutine<Long> locals() {
        long l0 = 0;
        long l1 = 1;
        long l2 = 2;
        long l3 = 3;
        long l4 = 4;
        long l5 = 5;
        long l6 = 6;
        long l7 = 7;
        long l8 = 8;
        long l9 = 9;
        long l10 = 10;
        long l11 = 11;
        long l12 = 12;
        long l13 = 13;
        long l14 = 14;
        long l15 = 15;
        long l16 = 16;
        long l17 = 17;
        long l18 = 18;
        long l19 = 19;
        long l20 = 20;
        long l21 = 21;
        long l22 = 22;
        long l23 = 23;
        long l24 = 24;
        long l25 = 25;
        long l26 = 26;
        long l27 = 27;
        long l28 = 28;
        long l29 = 29;
        Work.Counter c0 = new Work.Counter();
        Work.Counter c1 = new Work.Counter();
        Work.Counter c2 = new Work.Counter();
        Work.Counter c3 = new Work.Counter();
        Work.Counter c4 = new Work.Counter();
        Work.Counter c5 = new Work.Counter();
        Work.Counter c6 = new Work.Counter();
        Work.Counter c7 = new Work.Counter();
        Work.Counter c8 = new Work.Counter();
        Work.Counter c9 = new Work.Counter();
        for (int i = 0; i < Work.SWITCHES; i++) {
            suspend(null); // sleep() would return at once, as the task is alone
            l0 += l1;
            l1 += l2;
            l2 += l3;
            l3 += l4;
            l4 += l5;
            l5 += l6;
            l6 += l7;
            l7 += l8;
            l8 += l9;
            l9 += l10;
            l10 += l11;
            l11 += l12;
            l12 += l13;
            l13 += l14;
            l14 += l15;
            l15 += l16;
            l16 += l17;
            l17 += l18;
            l18 += l19;
            l19 += l20;
            l20 += l21;
            l21 += l22;
            l22 += l23;
            l23 += l24;
            l24 += l25;
            l25 += l26;
            l26 += l27;
            l27 += l28;
            l28 += l29;
            l29 += l0;
            c0.mix(l0);
            c1.mix(l1);
            c2.mix(l2);
            c3.mix(l3);
            c4.mix(l4);
            c5.mix(l5);
            c6.mix(l6);
            c7.mix(l7);
            c8.mix(l8);
            c9.mix(l9);
        }
        return result(l0 + l1 + l2 + l3 + l4 + l5 + l6 + l7 + l8 + l9 + l10 + l11 + l12 + l13 + l14 + l15 + l16 + l17
                + l18 + l19 + l20 + l21 + l22 + l23 + l24 + l25 + l26 + l27 + l28 + l29 + c0.value + c1.value + c2.value
                + c3.value + c4.value + c5.value + c6.value + c7.value + c8.value + c9.value);
    }

    private static long plain() {
        long l0 = 0;
        long l1 = 1;
        long l2 = 2;
        long l3 = 3;
        long l4 = 4;
        long l5 = 5;
        long l6 = 6;
        long l7 = 7;
        long l8 = 8;
        long l9 = 9;
        long l10 = 10;
        long l11 = 11;
        long l12 = 12;
        long l13 = 13;
        long l14 = 14;
        long l15 = 15;
        long l16 = 16;
        long l17 = 17;
        long l18 = 18;
        long l19 = 19;
        long l20 = 20;
        long l21 = 21;
        long l22 = 22;
        long l23 = 23;
        long l24 = 24;
        long l25 = 25;
        long l26 = 26;
        long l27 = 27;
        long l28 = 28;
        long l29 = 29;
        Work.Counter c0 = new Work.Counter();
        Work.Counter c1 = new Work.Counter();
        Work.Counter c2 = new Work.Counter();
        Work.Counter c3 = new Work.Counter();
        Work.Counter c4 = new Work.Counter();
        Work.Counter c5 = new Work.Counter();
        Work.Counter c6 = new Work.Counter();
        Work.Counter c7 = new Work.Counter();
        Work.Counter c8 = new Work.Counter();
        Work.Counter c9 = new Work.Counter();
        for (int i = 0; i < Work.SWITCHES; i++) {
            l0 += l1;
            l1 += l2;
            l2 += l3;
            l3 += l4;
            l4 += l5;
            l5 += l6;
            l6 += l7;
            l7 += l8;
            l8 += l9;
            l9 += l10;
            l10 += l11;
            l11 += l12;
            l12 += l13;
            l13 += l14;
            l14 += l15;
            l15 += l16;
            l16 += l17;
            l17 += l18;
            l18 += l19;
            l19 += l20;
            l20 += l21;
            l21 += l22;
            l22 += l23;
            l23 += l24;
            l24 += l25;
            l25 += l26;
            l26 += l27;
            l27 += l28;
            l28 += l29;
            l29 += l0;
            c0.mix(l0);
            c1.mix(l1);
            c2.mix(l2);
            c3.mix(l3);
            c4.mix(l4);
            c5.mix(l5);
            c6.mix(l6);
            c7.mix(l7);
            c8.mix(l8);
            c9.mix(l9);
        }
        return l0 + l1 + l2 + l3 + l4 + l5 + l6 + l7 + l8 + l9 + l10 + l11 + l12 + l13 + l14 + l15 + l16 + l17 + l18
                + l19 + l20 + l21 + l22 + l23 + l24 + l25 + l26 + l27 + l28 + l29 + c0.value + c1.value + c2.value
                + c3.value + c4.value + c5.value + c6.value + c7.value + c8.value + c9.value;
    }

    /** Its variables are its fields: by hand there is no reason to load them and store them. */
    private static final class Locals extends HandLoop.Frame {
        private int i;
        private long l0 = 0;
        private long l1 = 1;
        private long l2 = 2;
        private long l3 = 3;
        private long l4 = 4;
        private long l5 = 5;
        private long l6 = 6;
        private long l7 = 7;
        private long l8 = 8;
        private long l9 = 9;
        private long l10 = 10;
        private long l11 = 11;
        private long l12 = 12;
        private long l13 = 13;
        private long l14 = 14;
        private long l15 = 15;
        private long l16 = 16;
        private long l17 = 17;
        private long l18 = 18;
        private long l19 = 19;
        private long l20 = 20;
        private long l21 = 21;
        private long l22 = 22;
        private long l23 = 23;
        private long l24 = 24;
        private long l25 = 25;
        private long l26 = 26;
        private long l27 = 27;
        private long l28 = 28;
        private long l29 = 29;
        private final Work.Counter c0 = new Work.Counter();
        private final Work.Counter c1 = new Work.Counter();
        private final Work.Counter c2 = new Work.Counter();
        private final Work.Counter c3 = new Work.Counter();
        private final Work.Counter c4 = new Work.Counter();
        private final Work.Counter c5 = new Work.Counter();
        private final Work.Counter c6 = new Work.Counter();
        private final Work.Counter c7 = new Work.Counter();
        private final Work.Counter c8 = new Work.Counter();
        private final Work.Counter c9 = new Work.Counter();

        @Override
        void step(HandLoop loop) {
            if (state == 1) {
                l0 += l1;
                l1 += l2;
                l2 += l3;
                l3 += l4;
                l4 += l5;
                l5 += l6;
                l6 += l7;
                l7 += l8;
                l8 += l9;
                l9 += l10;
                l10 += l11;
                l11 += l12;
                l12 += l13;
                l13 += l14;
                l14 += l15;
                l15 += l16;
                l16 += l17;
                l17 += l18;
                l18 += l19;
                l19 += l20;
                l20 += l21;
                l21 += l22;
                l22 += l23;
                l23 += l24;
                l24 += l25;
                l25 += l26;
                l26 += l27;
                l27 += l28;
                l28 += l29;
                l29 += l0;
                c0.mix(l0);
                c1.mix(l1);
                c2.mix(l2);
                c3.mix(l3);
                c4.mix(l4);
                c5.mix(l5);
                c6.mix(l6);
                c7.mix(l7);
                c8.mix(l8);
                c9.mix(l9);
                i++;
            }
            if (i < Work.SWITCHES) {
                state = 1;
                loop.ready(this);
            } else {
                loop.finish(
                        this,
                        l0 + l1 + l2 + l3 + l4 + l5 + l6 + l7 + l8 + l9 + l10 + l11 + l12 + l13 + l14 + l15 + l16 + l17
                                + l18 + l19 + l20 + l21 + l22 + l23 + l24 + l25 + l26 + l27 + l28 + l29 + c0.value
                                + c1.value + c2.value + c3.value + c4.value + c5.value + c6.value + c7.value + c8.value
                                + c9.value);
            }
        }
    }
}
