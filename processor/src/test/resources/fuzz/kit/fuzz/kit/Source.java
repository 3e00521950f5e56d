package fuzz.kit;

import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;

/** An asynchronous source of three elements: each, and the end, is a point of the tape. */
public final class Source implements AsyncIterable<Object> {
    private final Object[] elements;

    /** Makes one; the last element is its own. */
    public Source(Object first, Object second) {
        elements = new Object[] {first, second, "last"};
    }

    @Override
    public AsyncIterator<Object> iterator() {
        return new AsyncIterator<>() {
            private int next;

            @Override
            public Awaitable<Object> anext() {
                return next < elements.length
                        ? Tape.current().value(elements[next++])
                        : Tape.current().end();
            }
        };
    }
}
