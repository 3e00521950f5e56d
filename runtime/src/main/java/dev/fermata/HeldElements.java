package dev.fermata;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The elements between {@code hasNext()}, which has waited for them, and {@code next()}, which takes them, where the two do
 * not stand together. They belong to the iterator object, since the two calls may stand in different functions; and an
 * interface has no field for them, so they are kept beside it. A {@code for} never comes here.
 *
 * <p>Rejected: a wrapper that holds them, which is another object than the source's own (casts and comparisons see it), and
 * which does not see what is held elsewhere.
 *
 * <p>Iterators are held weakly. An element that refers to its iterator, and that nobody takes, keeps both.
 */
final class HeldElements {
    // The one place that is reached from every function with the iterator alone.
    private static final Map<Key, Held> HELD = new ConcurrentHashMap<>();
    private static final ReferenceQueue<AsyncIterator<?>> COLLECTED = new ReferenceQueue<>();

    private HeldElements() {}

    /**
     * A held element.
     *
     * @param element the element, which may be null
     * @param next the one held after it: two tasks may ask one iterator at a time
     */
    record Held(@Nullable Object element, @Nullable Held next) {
        Held then(Held last) {
            return new Held(element, next == null ? last : next.then(last));
        }
    }

    /** Tells whether an element is held. */
    static boolean has(AsyncIterator<?> iterator) {
        return !HELD.isEmpty() && HELD.containsKey(new Key(iterator, null));
    }

    /** Holds an element, after those that are held already. */
    static void hold(AsyncIterator<?> iterator, @Nullable Object element) {
        forgetCollected();
        HELD.merge(new Key(iterator, COLLECTED), new Held(element, null), Held::then);
    }

    /** Takes the element that is held longest, or returns null if none is. */
    static @Nullable Held take(AsyncIterator<?> iterator) {
        if (HELD.isEmpty()) {
            return null;
        }
        Key key = new Key(iterator, null);
        Held first = HELD.get(key);
        if (first != null && first.next() == null) {
            HELD.remove(key);
        } else if (first != null) {
            HELD.replace(key, first.next());
        }
        return first;
    }

    /** How many iterators have elements that are held; for tests. */
    static int size() {
        forgetCollected();
        return HELD.size();
    }

    private static void forgetCollected() {
        for (Reference<?> gone = COLLECTED.poll(); gone != null; gone = COLLECTED.poll()) {
            HELD.remove(gone);
        }
    }

    /** An iterator by its identity: its class may have an equals() of its own. */
    private static final class Key extends WeakReference<AsyncIterator<?>> {
        private final int hash;

        Key(AsyncIterator<?> iterator, @Nullable ReferenceQueue<AsyncIterator<?>> collected) {
            super(iterator, collected);
            hash = System.identityHashCode(iterator);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            AsyncIterator<?> own = get();
            return own != null && other instanceof Key key && key.refersTo(own);
        }
    }
}
