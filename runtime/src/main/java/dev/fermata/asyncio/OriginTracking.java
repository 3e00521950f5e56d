package dev.fermata.asyncio;

import dev.fermata.machine.FrameProbe;

/** Tracks where coroutines are made while a loop in debug mode runs, as CPython's do, and no longer. */
final class OriginTracking {
    /** As many callers as CPython's {@code DEBUG_STACK_DEPTH}. */
    private static final int DEPTH = 10;

    private int before;
    private boolean on;

    /** Called in the thread of a running loop. */
    void set(boolean debug) {
        if (debug && !on) {
            before = FrameProbe.originDepth();
            FrameProbe.setOriginDepth(Math.max(before, DEPTH));
        } else if (on && !debug) {
            FrameProbe.setOriginDepth(before);
        }
        on = debug;
    }
}
