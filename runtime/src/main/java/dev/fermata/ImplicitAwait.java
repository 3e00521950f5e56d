package dev.fermata;

import dev.fermata.machine.Frame;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What generated code calls where the source awaits without saying so: {@code for} over an {@link AsyncIterable},
 * {@code try} with an {@link AsyncCloseable}, and the calls of {@code hasNext()}, {@code next()} and {@code close()}. Not for
 * humans, who write those; part of what compiled classes link to.
 *
 * <p>Each method gives the frame to await. What an iterator or resource is, is asked here and not by the compiler alone: one
 * variable may hold an asynchronous iterator at one time and another kind at another. The others are done with at once.
 */
public final class ImplicitAwait {
    /** The outcome of {@link #advance} after the last element; no element is ever this object. */
    public static final Object END = new End();

    private ImplicitAwait() {}

    /**
     * Asks whether there is another element, which is then held.
     *
     * @param iterator the iterator
     * @return a fresh frame, whose outcome is a {@code Boolean}
     */
    public static Frame hasNext(Iterator<?> iterator) {
        if (iterator instanceof AsyncGenerator<?> generator) {
            return generator.advance();
        }
        if (iterator instanceof AsyncIterator<?> source) {
            return HeldElements.has(source) ? new Completed<>(true) : new ElementWait.HasNext(source);
        }
        return new Completed<>(iterator.hasNext());
    }

    /**
     * Takes the next element.
     *
     * @param iterator the iterator
     * @return a fresh frame, whose outcome is the element, or {@code NoSuchElementException}
     */
    public static Frame next(Iterator<?> iterator) {
        if (iterator instanceof AsyncIterator<?> source) {
            HeldElements.Held held = HeldElements.take(source); // a generator holds its own, and anext() gives it
            return held == null ? new ElementWait.Next(source) : new Completed<>(held.element());
        }
        return new Completed<>(iterator.next());
    }

    /**
     * Takes the next element, if there is one: {@code hasNext()} with {@code next()} right behind it, as they stand in every
     * {@code for}. Nothing has to be held between them.
     *
     * @param iterator the iterator
     * @return a fresh frame, whose outcome is the element or {@link #END}
     */
    public static Frame advance(Iterator<?> iterator) {
        if (iterator instanceof AsyncGenerator<?> generator) {
            return new AsyncElement(generator);
        }
        if (iterator instanceof AsyncIterator<?> source) {
            HeldElements.Held held = HeldElements.take(source);
            return held == null ? new ElementWait.Advance(source) : new Completed<>(held.element());
        }
        return new Completed<@Nullable Object>(iterator.hasNext() ? iterator.next() : END);
    }

    /**
     * Closes a resource.
     *
     * @param resource the resource
     * @return a fresh frame, whose outcome says nothing
     * @throws Exception as its {@code close()} does, if it is none that has to be awaited
     */
    public static @Nullable Frame close(AutoCloseable resource) throws Exception {
        if (resource instanceof AsyncCloseable closeable) {
            return closeable.aclose();
        }
        resource.close();
        return Coroutine.done();
    }

    /** A class of its own, so that a value that strays into a debugger or a log says what it is. */
    private static final class End {
        @Override
        public String toString() {
            return "END";
        }
    }
}
