package dev.fermata;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code for} takes the elements of an {@link AsyncIterable} from. Open to users, who write {@link #anext} only.
 *
 * <p>{@link #hasNext} and {@link #next} are what a {@code for} statement calls. In async code both are suspension points that
 * await {@link #anext}, where the compiler sees that the iterator is one of these: by the type of the expression that is
 * asked, or by the types of all that was assigned to a variable of the plain type. It is so in a class that overrides them,
 * too; what it does then is for plain code. Anywhere else they throw.
 *
 * <p>Between {@code hasNext()} and {@code next()} the element is held, for this iterator, whatever functions make the two calls.
 * An element that was held is given before {@code anext()} is called again by either; a call of {@code anext()} itself knows
 * nothing of it.
 *
 * <p>Cancellation: thrown out of {@code anext()}; nothing is held then. Threads: an iterator belongs to one thread at a time.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterator<T extends @Nullable Object> extends Iterator<T> {
    /**
     * Asks for the next element: Python's {@code __anext__}.
     *
     * @return an awaitable whose outcome is the next element, or {@link StopAsyncIteration} if there is none
     */
    Awaitable<T> anext();

    /**
     * Waits for the next element and holds it; an intrinsic of async code.
     *
     * @return false if there is none
     * @throws IllegalStateException outside async code
     */
    @Override
    default boolean hasNext() {
        throw Unrewritten.callOf("AsyncIterator", "hasNext()");
    }

    /**
     * Takes the next element, and waits for it if none is held; an intrinsic of async code.
     *
     * @return the element
     * @throws NoSuchElementException if there is none
     * @throws IllegalStateException outside async code
     */
    @Override
    default T next() {
        throw Unrewritten.callOf("AsyncIterator", "next()");
    }
}
