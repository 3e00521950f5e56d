package dev.fermata.asyncio.sync;

import dev.fermata.asyncio.Promise;

/** What promises came to. */
final class Outcomes {
    private Outcomes() {}

    /** What a promise failed with, its cancellation included; null if it has a result. */
    static Throwable failure(Promise<?> done) {
        try {
            done.result();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }
}
