package dev.fermata.asyncio;

import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an async generator, for a thread that waits for each. Made by {@link BlockingCaller#iterate}.
 *
 * <pre>{@code
 * try (BlockingIterator<Row> rows = database.rows("select ..")) {
 *     while (rows.hasNext()) {
 *         print(rows.next());
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing runs before the first element is asked for. What the generator throws is thrown by the call that asked, as it
 * is, checked exceptions included, and ends the iterator. Interrupts and cancellation are as {@link BlockingCaller} says;
 * closing is not cancelled by an interrupt that came before it. Threads: one at a time, and not that of a running loop.
 *
 * @param <T> the type of the elements
 */
public final class BlockingIterator<T extends @Nullable Object> implements Iterator<T>, AutoCloseable {
    private final WaitingRun run;
    private final AsyncGeneratorFactory<T> factory;

    /** Belongs to the loop's thread. */
    private @Nullable AsyncGenerator<? extends T> generator;

    private boolean begun;
    private boolean closed;
    private boolean holds;
    private @Nullable Object held;

    BlockingIterator(WaitingRun run, AsyncGeneratorFactory<T> factory) {
        this.run = run;
        this.factory = factory;
    }

    /**
     * Waits for the next element and holds it. At the end the iterator closes itself.
     *
     * @return false if there is none
     */
    @Override
    public boolean hasNext() {
        if (holds || closed) {
            return holds;
        }
        BlockingCaller.requireOutside();
        begun = true;
        try {
            held = run.call(this::advance);
            holds = true;
            return true;
        } catch (StopAsyncIteration end) {
            close();
            return false;
        } catch (CancelledError cancelled) {
            closeAfter(cancelled);
            throw BlockingCaller.cancellation(cancelled);
        } catch (Throwable thrown) {
            closeAfter(thrown);
            throw thrown;
        }
    }

    /**
     * Takes the next element, and waits for it if none is held.
     *
     * @return the element
     * @throws NoSuchElementException if there is none
     */
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // a null element is a T, for then T is nullable
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object element = held;
        held = null;
        holds = false;
        return (T) element;
    }

    /**
     * Closes the generator and waits until its finally blocks have run. What they throw is thrown. A second time: no effect.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        BlockingCaller.requireOutside();
        closed = true;
        holds = false;
        held = null;
        boolean interrupted = Thread.interrupted(); // it would cancel the very cleaning up that it asks for
        try (run) {
            if (begun) {
                run.call(this::end);
            }
        } catch (CancelledError cancelled) {
            throw BlockingCaller.cancellation(cancelled);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closeAfter(Throwable thrown) {
        try {
            close();
        } catch (Throwable suppressed) {
            thrown.addSuppressed(suppressed);
        }
    }

    // ---- in the loop's thread

    private Coroutine<? extends T> advance() throws Throwable {
        if (generator == null) {
            generator = factory.create();
        }
        return generator.anext().asCoroutine();
    }

    private Coroutine<Void> end() {
        return generator == null ? Coroutine.done() : generator.aclose();
    }
}
