package dev.fermata.asyncio;

import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A manual clock that notes how long a loop waits, each time. */
final class RecordedClock implements Idle {
    private final ManualClock clock;
    private final List<Long> parked = new ArrayList<>();

    RecordedClock() {
        this(new ManualClock());
    }

    RecordedClock(ManualClock clock) {
        this.clock = clock;
    }

    /** How long the loop has waited, each time, in nanoseconds. */
    List<Long> parked() {
        return parked;
    }

    void advance(Duration step) {
        clock.advance(step);
    }

    @Override
    public long nanoTime() {
        return clock.nanoTime();
    }

    @Override
    public void enter() {
        clock.enter();
    }

    @Override
    public void exit() {
        clock.exit();
    }

    @Override
    public void park(long nanos) {
        park(nanos, 0);
    }

    @Override
    public void park(long nanos, int callsElsewhere) {
        long before = clock.nanoTime();
        clock.park(nanos, callsElsewhere);
        if (clock.nanoTime() != before) {
            parked.add(clock.nanoTime() - before);
        }
    }

    @Override
    public void wake() {
        clock.wake();
    }
}
