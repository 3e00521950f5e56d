package dev.fermata.asyncio.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What an {@link AsyncQueue} keeps, in the order in which it gives it. Null is an element like others. */
sealed interface Elements<T extends @Nullable Object> {
    void add(T element);

    /** Takes the next one; there is one. */
    T remove();

    int size();

    /** The collections of java.util that do for this take no null. */
    record Boxed<T extends @Nullable Object>(T element, long number) {}

    /** First or last come, first served. */
    final class Sequence<T extends @Nullable Object> implements Elements<T> {
        private static final Object NULL = new Object();

        private final Deque<Object> elements = new ArrayDeque<>();
        private final boolean lastFirst;

        Sequence(boolean lastFirst) {
            this.lastFirst = lastFirst;
        }

        @Override
        public void add(T element) {
            elements.addLast(element == null ? NULL : element);
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // null only if it was put, for then T is nullable
        public T remove() {
            Object element = lastFirst ? elements.removeLast() : elements.removeFirst();
            return element == NULL ? null : (T) element;
        }

        @Override
        public int size() {
            return elements.size();
        }
    }

    /** The least first; equal ones in the order in which they came. */
    final class Priority<T extends @Nullable Object> implements Elements<T> {
        private final PriorityQueue<Boxed<T>> elements;
        private long added;

        Priority(Comparator<? super T> order) {
            Comparator<Boxed<T>> byElement = (one, other) -> order.compare(one.element(), other.element());
            elements = new PriorityQueue<>(byElement.thenComparingLong(Boxed::number));
        }

        @Override
        public void add(T element) {
            elements.add(new Boxed<>(element, added++));
        }

        @Override
        public T remove() {
            return elements.remove().element();
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
