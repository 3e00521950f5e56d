package dev.fermata;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** As the real one, with a hasNext() and a next() that block. */
public interface AsyncIterator<T> extends Iterator<T> {
    /** What hasNext() has taken, by iterator; wrapped, since null is an element. */
    Map<Object, Deque<Object[]>> HELD = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The next element, or StopAsyncIteration. */
    Awaitable<T> anext();

    @Override
    default boolean hasNext() {
        if (HELD.containsKey(this)) {
            return true;
        }
        Object element;
        try {
            element = Coroutine.await(anext());
        } catch (StopAsyncIteration end) {
            return false;
        }
        HELD.computeIfAbsent(this, it -> new ArrayDeque<>()).add(new Object[] {element});
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    default T next() {
        Deque<Object[]> held = HELD.remove(this);
        if (held != null) {
            return (T) held.remove()[0];
        }
        try {
            return Coroutine.await(anext());
        } catch (StopAsyncIteration end) {
            throw new NoSuchElementException("the asynchronous iterator is exhausted", end);
        }
    }
}
