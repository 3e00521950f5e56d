package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
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

/**
 * An operation is one exception that is made and passes through 20 frames which await each other; suspended ones, and ones on
 * the stack. Those of {@code cleaning} have a finally each, and each of {@code wrapping} throws another one that wraps it: 20
 * are made then.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(X4Throw.THROWS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X4Throw {
    /** Needed by JMH. */
    public X4Throw() {}

    static final int THROWS = 1_000;
    private static final int FRAMES = 20;

    @Benchmark
    public long fermata() {
        return Work.check(THROWS, Asyncio.run(catching(true)));
    }

    @Benchmark
    public long limit() {
        return Work.check(THROWS, new HandLoop().run(new Catching(true)));
    }

    @Benchmark
    public long fermataOnStack() {
        return Work.check(THROWS, Asyncio.run(catching(false)));
    }

    @Benchmark
    public long limitOnStack() {
        return Work.check(THROWS, new HandLoop().run(new Catching(false)));
    }

    @Benchmark
    public long cleaning() {
        return Work.check(THROWS, Asyncio.run(catchingCleaned()));
    }

    @Benchmark
    public long wrapping() {
        return Work.check(THROWS, Asyncio.run(catchingWrapped()));
    }

    @Async
    private static Coroutine<Long> catchingCleaned() {
        long caught = 0;
        long[] cleaned = {0};
        for (int i = 0; i < THROWS; i++) {
            try {
                await(cleaning(FRAMES, cleaned));
            } catch (Failure failure) {
                caught++;
            }
        }
        return result(cleaned[0] / FRAMES == caught ? caught : -1);
    }

    @Async
    private static Coroutine<Long> cleaning(int depth, long[] cleaned) throws Failure {
        try {
            if (depth == 1) {
                suspend(null); // sleep() would return at once, as the task is alone
                throw new Failure();
            }
            return result(1 + await(cleaning(depth - 1, cleaned)));
        } finally {
            cleaned[0]++;
        }
    }

    @Async
    private static Coroutine<Long> catchingWrapped() {
        long caught = 0;
        for (int i = 0; i < THROWS; i++) {
            try {
                await(wrapping(FRAMES));
            } catch (Failure failure) {
                caught++;
            }
        }
        return result(caught);
    }

    @Async
    private static Coroutine<Long> wrapping(int depth) throws Failure {
        try {
            if (depth == 1) {
                suspend(null); // sleep() would return at once, as the task is alone
                throw new Failure();
            }
            return result(1 + await(wrapping(depth - 1)));
        } catch (Failure failure) {
            throw depth == 1 ? failure : new Failure(failure);
        }
    }

    @Async
    private static Coroutine<Long> catching(boolean suspending) {
        long caught = 0;
        for (int i = 0; i < THROWS; i++) {
            try {
                await(descend(FRAMES, suspending));
            } catch (Failure failure) {
                caught++;
            }
        }
        return result(caught);
    }

    @Async
    private static Coroutine<Long> descend(int depth, boolean suspending) throws Failure {
        if (depth == 1) {
            if (suspending) {
                suspend(null); // sleep() would return at once, as the task is alone
            }
            throw new Failure();
        }
        return result(1 + await(descend(depth - 1, suspending)));
    }

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure() {}

        Failure(Failure cause) {
            super(cause);
        }
    }

    private static final class Catching extends HandLoop.Frame {
        private final boolean suspending;
        private int i;
        private long caught;

        Catching(boolean suspending) {
            this.suspending = suspending;
        }

        @Override
        void step(HandLoop loop) {
            if (state == 1) {
                caught++;
                state = 0;
            }
            while (i < THROWS) {
                i++;
                try {
                    Descend.enter(loop, FRAMES, suspending);
                } catch (Failure failure) {
                    caught++;
                    continue;
                }
                loop.suspended.waiter = this;
                loop.suspended = null;
                state = 1;
                return;
            }
            loop.finish(this, caught);
        }
    }

    private static final class Descend extends HandLoop.Frame {
        private Descend callee;

        static long enter(HandLoop loop, int depth, boolean suspending) throws Failure {
            if (depth == 1) {
                if (!suspending) {
                    throw new Failure();
                }
                Descend leaf = new Descend();
                loop.ready(leaf);
                loop.suspended = leaf;
                return 0;
            }
            long value = enter(loop, depth - 1, suspending);
            if (loop.suspended != null) {
                Descend own = new Descend();
                own.callee = (Descend) loop.suspended;
                own.callee.waiter = own;
                loop.suspended = own;
                return 0;
            }
            return 1 + value;
        }

        @Override
        void step(HandLoop loop) {
            if (callee == null) {
                loop.fail(this, new Failure());
            } else {
                loop.fail(this, callee.thrown);
            }
        }
    }
}
