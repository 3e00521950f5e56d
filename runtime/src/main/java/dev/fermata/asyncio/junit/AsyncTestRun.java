package dev.fermata.asyncio.junit;

import dev.fermata.asyncio.ErrorContext;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.RunOptions;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.testing.ManualClock;
import dev.fermata.asyncio.testing.RealClock;
import dev.fermata.machine.FrameProbe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** One test: its runner, its clock, and what is told of meanwhile that nobody takes. */
final class AsyncTestRun {
    /** As many callers as a loop in debug mode remembers. */
    private static final int ORIGIN_DEPTH = 10;

    private final Runner runner;
    private final @Nullable ManualClock clock;
    private final int originDepth = FrameProbe.originDepth();
    private final List<ErrorContext> reports = new ArrayList<>();

    private AsyncTestRun(@Nullable ManualClock clock) {
        this.clock = clock;
        // Ctrl-C is to end all tests, and not to cancel one after the other.
        this.runner = new Runner(
                RunOptions.defaults().withLoop(this::newLoop).withDebug(true).withInterrupts(false));
    }

    /** Called in the thread of the test, as is {@link #end}. */
    static AsyncTestRun begin(TestClock clock) {
        AsyncTestRun run = new AsyncTestRun(clock == TestClock.REAL ? null : new ManualClock());
        FrameProbe.takeUnbegun(); // left by others, who do not care
        FrameProbe.setOriginDepth(Math.max(run.originDepth, ORIGIN_DEPTH));
        return run;
    }

    Runner runner() {
        return runner;
    }

    ManualClock manualClock() {
        if (clock == null) {
            throw new ParameterResolutionException("no ManualClock: the test runs on the real clock;"
                    + " drop the parameter, or write clock = TestClock.MANUAL");
        }
        return clock;
    }

    /** Ends what is left; fails if anything was told of. */
    void end() {
        try {
            runner.close();
        } finally {
            FrameProbe.setOriginDepth(originDepth);
            for (RuntimeException unbegun : FrameProbe.takeUnbegun()) {
                reports.add(new ErrorContext("coroutine was never awaited", unbegun, null, null, null));
            }
        }
        if (!reports.isEmpty()) {
            throw failure();
        }
    }

    private EventLoop newLoop() {
        EventLoop loop = clock == null ? new RealClock().newLoop() : clock.newLoop();
        loop.setExceptionHandler((it, report) -> reports.add(report));
        return loop;
    }

    private AssertionError failure() {
        StringBuilder text = new StringBuilder("told to the loop's exception handler, and taken by nobody:");
        for (ErrorContext report : reports) {
            text.append("\n  ").append(report.message());
            if (report.promise() != null) {
                text.append(": ").append(report.promise());
            }
            if (report.exception() != null) {
                text.append(": ").append(report.exception());
            }
        }
        AssertionError failure = new AssertionError(text.toString());
        for (ErrorContext report : reports) {
            if (report.exception() != null) {
                failure.addSuppressed(report.exception());
            }
        }
        return failure;
    }
}
