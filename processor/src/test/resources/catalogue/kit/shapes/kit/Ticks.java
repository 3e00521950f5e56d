package shapes.kit;

import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.StopAsyncIteration;
import java.util.List;

/** An asynchronous source of the given elements: each, and the end, is a point of the tape. */
public final class Ticks<T> implements AsyncIterable<T> {
    private final Tape tape;
    private final List<T> elements;

    private Ticks(Tape tape, List<T> elements) {
        this.tape = tape;
        this.elements = elements;
    }

    /** Makes one. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Ticks<T> of(Tape tape, T... elements) {
        return new Ticks<>(tape, java.util.Arrays.asList(elements));
    }

    @Override
    public Clock<T> iterator() {
        tape.log("iterator of", elements);
        return new Clock<>(tape, elements);
    }

    /** Its iterator: a class, whose next() and hasNext() are those of the interface. */
    public static final class Clock<T> implements AsyncIterator<T> {
        private final Tape tape;
        private final List<T> elements;
        private int at;

        private Clock(Tape tape, List<T> elements) {
            this.tape = tape;
            this.elements = elements;
        }

        @Override
        public Awaitable<T> anext() {
            if (at < elements.size()) {
                return tape.value(elements.get(at++));
            }
            return tape.end();
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("iterators are told apart by identity");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("iterators are told apart by identity");
        }
    }
}
