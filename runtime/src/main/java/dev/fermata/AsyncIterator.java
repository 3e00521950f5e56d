package dev.fermata;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code for} takes the elements of an {@link AsyncIterable} from. Open to users, who write {@link #anext} only.
 *
 * <p>{@link #hasNext} and {@link #next} are what a {@code for} statement calls. In async code they are suspension points;
 * anywhere else they throw.
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
        throw Unrewritten.asyncCall("AsyncIterator.hasNext()");
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
        throw Unrewritten.asyncCall("AsyncIterator.next()");
    }
}
