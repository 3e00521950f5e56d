package dev.fermata.asyncio;

import dev.fermata.asyncio.testing.ManualClock;

/** Loops for the tests of rooms above this one. */
public final class TestLoops {
    private TestLoops() {}

    /** On a manual clock: to wait for what nobody will bring is an error. */
    public static EventLoop manual() {
        return new BaseEventLoop(new ManualClock());
    }
}
