package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the next element of an asynchronous iterator. In the chain between who asks and {@code anext()}, since only here
 * a {@link StopAsyncIteration} means the end of this iterator: one that a loop's body throws is an exception like others.
 */
abstract sealed class ElementWait extends Frame {
    private static final int WAITING = 1;

    private final AsyncIterator<?> iterator;

    private ElementWait(AsyncIterator<?> iterator) {
        this.iterator = iterator;
    }

    /** What an element comes to. */
    abstract @Nullable Object element(AsyncIterator<?> from, @Nullable Object element);

    /** What the end comes to. */
    abstract Object end(StopAsyncIteration end);

    @Override
    protected final @Nullable Object step(Machine machine, int state) {
        Object outcome;
        try {
            // As in Python, the call itself may say that there is no more, too.
            outcome = state == CREATED ? Machine.await(anext(), machine) : machine.resumed();
        } catch (StopAsyncIteration end) {
            return end(end);
        }
        return outcome == Machine.SUSPENDED ? machine.suspend(this, WAITING) : element(iterator, outcome);
    }

    @SuppressWarnings("NullAway") // null is what is looked for: iterators are written by users
    private Frame anext() {
        Awaitable<?> awaitable = iterator.anext();
        if (awaitable == null) {
            throw new NullPointerException("anext() of " + iterator.getClass().getName()
                    + " gave null instead of an awaitable; at the end it gives one that throws StopAsyncIteration");
        }
        return awaitable.asCoroutine();
    }

    /** For {@code hasNext()}: true or false. */
    static final class HasNext extends ElementWait {
        HasNext(AsyncIterator<?> iterator) {
            super(iterator);
        }

        @Override
        Object element(AsyncIterator<?> from, @Nullable Object element) {
            HeldElements.hold(from, element);
            return true;
        }

        @Override
        Object end(StopAsyncIteration end) {
            return false;
        }
    }

    /** For {@code next()}: the element, or an exception. */
    static final class Next extends ElementWait {
        Next(AsyncIterator<?> iterator) {
            super(iterator);
        }

        @Override
        @Nullable
        Object element(AsyncIterator<?> from, @Nullable Object element) {
            return element;
        }

        @Override
        Object end(StopAsyncIteration end) {
            throw new NoSuchElementException("the asynchronous iterator is exhausted", end);
        }
    }

    /** For both in one: the element, or {@link ImplicitAwait#END}. */
    static final class Advance extends ElementWait {
        Advance(AsyncIterator<?> iterator) {
            super(iterator);
        }

        @Override
        @Nullable
        Object element(AsyncIterator<?> from, @Nullable Object element) {
            return element;
        }

        @Override
        Object end(StopAsyncIteration end) {
            return ImplicitAwait.END;
        }
    }
}
