package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.testing.ManualClock;

/** Functions that await each other to some depth; the innermost suspends, many times. And generators, likewise. */
final class GrowthFrames implements GrowthWorkload {
    private static final int SUSPENSIONS = 10_000;

    @Override
    public void run(int size, GrowthMeter meter) {
        try (EventLoop loop = new ManualClock().newLoop()) {
            meter.start();
            long depth = loop.runUntilComplete(deep(size, size, meter));
            meter.stop("frames: unwound", size);
            Work.check(size, depth);
        }
        long elements = 0;
        for (long element : nested(size)) {
            if (element == 0) {
                meter.start();
            } else if (element == SUSPENSIONS) {
                meter.stop("frames: element of a nested generator", SUSPENSIONS);
            }
            elements++;
        }
        Work.check(SUSPENSIONS + 1, elements);
    }

    @Async
    private static Coroutine<Long> deep(int left, int size, GrowthMeter meter) {
        return left > 0 ? result(1 + await(deep(left - 1, size, meter))) : result(await(leaf(size, meter)));
    }

    @Async
    private static Coroutine<Long> leaf(int size, GrowthMeter meter) {
        suspend(null); // sleep() would return at once, as the task is alone
        meter.stop("frames: built", size);
        meter.start();
        for (int i = 0; i < SUSPENSIONS; i++) {
            suspend(null);
        }
        meter.stop("frames: suspension of the leaf", SUSPENSIONS);
        meter.start();
        return result(0L);
    }

    @Yields
    private static Generator<Long> nested(int depth) {
        if (depth > 0) {
            Generator.yieldFrom(nested(depth - 1));
        } else {
            for (long i = 0; i <= SUSPENSIONS; i++) {
                Generator.yield(i);
            }
        }
        return Generator.end();
    }
}
