package dev.fermata.inspect;

import dev.fermata.Coroutine;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects that were marked as coroutine functions: by identity, as two functions may be equal and only one marked, and held
 * weakly, as a mark is no reason to keep a function. Any thread.
 *
 * <p>Static, as what it is asked for is: whoever asks has nothing in hand but the function.
 */
final class MarkedFunctions {
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static final Set<Mark> MARKS = ConcurrentHashMap.newKeySet();

    private MarkedFunctions() {}

    /** Marks one, if it can be one. */
    static void mark(Object function) {
        Objects.requireNonNull(function, "function");
        if (function instanceof Method) {
            throw new IllegalArgumentException(
                    "cannot mark a Method: reflection makes a new one each time; mark the object that is called");
        }
        if (function instanceof Coroutine) {
            throw new IllegalArgumentException(
                    "cannot mark a coroutine: it is what a coroutine function returns; mark the function");
        }
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            MARKS.remove(gone);
        }
        MARKS.add(new Mark(function, GONE));
    }

    static boolean contains(Object function) {
        return MARKS.contains(new Mark(function, null));
    }

    /** Equal to others of the same object, and after its end to itself only. */
    private static final class Mark extends WeakReference<Object> {
        private final int hash;

        Mark(Object function, @Nullable ReferenceQueue<Object> queue) {
            super(function, queue);
            this.hash = System.identityHashCode(function);
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
            Object function = get();
            return function != null && other instanceof Mark mark && mark.get() == function;
        }
    }
}
