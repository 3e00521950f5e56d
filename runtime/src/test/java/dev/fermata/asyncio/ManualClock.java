package dev.fermata.asyncio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only while a loop waits, so that no test sleeps. Waiting for what nobody will bring is a deadlock. */
final class ManualClock implements Idle {
    private final List<Long> parked = new ArrayList<>();
    private long now;
    private boolean woken;

    ManualClock() {
        this(1_000_000_000L);
    }

    ManualClock(long start) {
        now = start;
    }

    /** How long the loop has waited, each time. */
    List<Long> parked() {
        return parked;
    }

    void advance(Duration step) {
        now += step.toNanos();
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void enter() {}

    @Override
    public void exit() {}

    @Override
    public void park(long nanos) {
        if (woken) {
            woken = false;
            return;
        }
        if (nanos == FOREVER) {
            throw new AssertionError("deadlock: the loop waits, and nothing is planned");
        }
        parked.add(nanos);
        now += nanos;
    }

    @Override
    public void wake() {
        woken = true;
    }
}
