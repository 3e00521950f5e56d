package dev.fermata.asyncio.sync;

import org.jspecify.annotations.Nullable;

/**
 * What the coroutines of a {@link WaitQueue} wait for.
 *
 * @param <E> what they bring for it, if anything
 * @param <T> what they get
 */
interface Supply<E extends @Nullable Object, T extends @Nullable Object> {
    /** How many of them could take something now. */
    int available();

    /** How many of them could take something now of which it is certain that it does not throw. */
    default int certain() {
        return available();
    }

    /** Takes one; called only if there is one. May throw: that is then the outcome. */
    T take(E brought);
}
