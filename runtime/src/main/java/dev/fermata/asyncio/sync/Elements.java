package dev.fermata.asyncio.sync;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What an {@link AsyncQueue} keeps, in the order in which it gives it. Null is an element like others. */
abstract sealed class Elements<T extends @Nullable Object> {
    /** How many there are; counted here, so that nobody has to find out of which kind this is to ask. */
    int size;

    abstract void add(T element);

    /** Takes the next one; there is one. */
    abstract T remove();

    final int size() {
        return size;
    }

    /** Whether no code of others is run to add and to remove. */
    abstract boolean isCertain();

    /** PriorityQueue takes no null. */
    private record Boxed<T extends @Nullable Object>(T element, long number) {}

    /** First or last come, first served. A ring of its own: ArrayDeque takes no null, and reckons more for each element. */
    static final class Sequence<T extends @Nullable Object> extends Elements<T> {
        private static final int LITTLE_ROOM = 8;

        private @Nullable Object[] ring = new Object[LITTLE_ROOM];
        private int head;
        private final boolean lastFirst;

        Sequence(boolean lastFirst) {
            this.lastFirst = lastFirst;
        }

        @Override
        void add(T element) {
            if (size == ring.length) {
                grow();
            }
            ring[(head + size) & (ring.length - 1)] = element;
            size++;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // null only if it was put, for then T is nullable
        T remove() {
            size--;
            int at = lastFirst ? (head + size) & (ring.length - 1) : head;
            Object element = ring[at];
            ring[at] = null;
            if (!lastFirst) {
                head = (at + 1) & (ring.length - 1);
            }
            return (T) element;
        }

        @Override
        boolean isCertain() {
            return true;
        }

        private void grow() {
            @Nullable Object[] larger = new Object[size * 2];
            System.arraycopy(ring, head, larger, 0, size - head);
            System.arraycopy(ring, 0, larger, size - head, head);
            ring = larger;
            head = 0;
        }
    }

    /** The least first; equal ones in the order in which they came. */
    static final class Priority<T extends @Nullable Object> extends Elements<T> {
        private final PriorityQueue<Boxed<T>> elements;
        private long added;

        Priority(Comparator<? super T> order) {
            Comparator<Boxed<T>> byElement = (one, other) -> order.compare(one.element(), other.element());
            elements = new PriorityQueue<>(byElement.thenComparingLong(Boxed::number));
        }

        @Override
        void add(T element) {
            elements.add(new Boxed<>(element, added++));
            size++;
        }

        @Override
        T remove() {
            Boxed<T> first = elements.remove();
            size--;
            return first.element();
        }

        @Override
        boolean isCertain() {
            return false;
        }
    }
}
