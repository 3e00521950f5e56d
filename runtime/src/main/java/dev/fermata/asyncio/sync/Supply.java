package dev.fermata.asyncio.sync;

import org.jspecify.annotations.Nullable;

/** What the coroutines of a {@link WaitQueue} wait for. */
interface Supply<T extends @Nullable Object> {
    /** How many of them could take something now. */
    int available();

    /** Takes one; called only if there is one. May throw: that is then the outcome. */
    T take();
}
