package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * What {@code for (T element : source)} runs over in async code, suspending between elements: Python's
 * {@code async for}.
 *
 * <p>Outside async code its iterator cannot wait: such a loop is a compile error, and where nobody compiled it with the
 * processor it throws {@link IllegalStateException}.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterable<T extends @Nullable Object> extends Iterable<T> {
    /**
     * Makes an iterator, or returns this if it is one.
     *
     * @return the iterator
     */
    @Override
    AsyncIterator<T> iterator();
}
