package dev.fermata.asyncio;

import dev.fermata.CancelledError;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has coroutines run for threads that wait for them: the way from code of threads, such as a servlet's, into async code. The
 * companions that {@link dev.fermata.Bridge} asks for call it; by hand it is as good.
 *
 * <p><b>Where.</b> On a loop that runs in another thread, or each call on a loop of its own in the thread that calls. What
 * belongs to a loop, as tasks and promises do, can be shared by several calls on the former only.
 *
 * <p><b>Interrupts</b> cancel the coroutine; the call goes on to wait for its end, so that nothing of it still runs when the
 * call is over. The thread stays interrupted. A coroutine that ends all the same has its result returned. A second interrupt
 * ends the wait for a loop elsewhere.
 *
 * <p><b>Cancellation.</b> If the coroutine is cancelled, by an interrupt or on the loop, the call throws a
 * {@link CancellationException} with the {@link CancelledError} as its cause: code of threads catches exceptions, and what
 * is no exception would end the thread.
 *
 * <p>Threads: any, several at a time, but not the thread of a running loop.
 */
public final class BlockingCaller {
    private final Supplier<WaitingRun> runs;

    private BlockingCaller(Supplier<WaitingRun> runs) {
        this.runs = runs;
    }

    /**
     * Runs each call on a loop of its own, in the calling thread, as {@link Asyncio#run(dev.fermata.Coroutine)} does: tasks
     * that are left are cancelled.
     *
     * @return a caller
     */
    public static BlockingCaller ownLoop() {
        return new BlockingCaller(OwnLoop::new);
    }

    /**
     * Runs each call on a loop. If that does not run yet, calls wait until it does; if it is closed, they throw an
     * {@link IllegalStateException}, those that wait included.
     *
     * @param loop the loop, which runs in another thread
     * @return a caller
     */
    public static BlockingCaller on(EventLoop loop) {
        Objects.requireNonNull(loop, "loop");
        return new BlockingCaller(() -> new LoopElsewhere(loop));
    }

    /**
     * Runs a coroutine to its end.
     *
     * @param <T> what it returns
     * @param factory makes it, on the loop
     * @return its result; what it failed with is thrown as it is, checked exceptions included
     * @throws IllegalStateException if a loop runs in this thread, or the loop is closed
     * @throws CancellationException if it was cancelled
     */
    public <T extends @Nullable Object> T call(CoroutineFactory<T> factory) {
        Objects.requireNonNull(factory, "factory");
        requireOutside();
        try (WaitingRun run = runs.get()) {
            return run.call(factory);
        } catch (CancelledError cancelled) {
            throw cancellation(cancelled);
        }
    }

    /**
     * Runs through an async generator.
     *
     * @param <T> the type of the elements
     * @param factory makes it, on the loop, when the first element is asked for
     * @return an iterator over its elements, to be closed
     */
    public <T extends @Nullable Object> BlockingIterator<T> iterate(AsyncGeneratorFactory<T> factory) {
        Objects.requireNonNull(factory, "factory");
        requireOutside();
        return new BlockingIterator<>(runs.get(), factory);
    }

    /** A thread that waits for a loop in itself, or for one that waits for it, would wait for ever. */
    static void requireOutside() {
        if (CurrentLoop.running() != null) {
            throw new IllegalStateException("a blocking call in thread "
                    + Thread.currentThread().getName()
                    + ", where an event loop runs, would stop that loop; await the coroutine function itself instead");
        }
    }

    static CancellationException cancellation(CancelledError cancelled) {
        CancellationException exception = new CancellationException(cancelled.message());
        exception.initCause(cancelled);
        return exception;
    }
}
