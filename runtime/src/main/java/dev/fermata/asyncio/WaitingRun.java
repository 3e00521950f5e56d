package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** How a thread that waits has coroutines run, one after the other. */
sealed interface WaitingRun extends AutoCloseable permits OwnLoop, LoopElsewhere {
    /**
     * Runs a coroutine to its end. An interrupt of the thread cancels it, and is kept.
     *
     * @return its result; what it failed with is thrown as it is, checked exceptions included
     * @throws dev.fermata.CancelledError if it was cancelled
     */
    <T extends @Nullable Object> T call(CoroutineFactory<T> factory);

    /** Ends what it began. */
    @Override
    void close();
}
