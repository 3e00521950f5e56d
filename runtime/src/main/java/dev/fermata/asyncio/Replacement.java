package dev.fermata.asyncio;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception that takes the place of another one, which it keeps as suppressed: where Python sets {@code __context__}. */
final class Replacement {
    private Replacement() {}

    /**
     * Adds what was to be thrown to what is thrown instead, unless one of them tells of the other already: by a cause, as
     * {@code throw new X(e)} does, or because somebody has added it. So no cycle is made either.
     *
     * @return {@code later}
     */
    static Throwable of(@Nullable Throwable earlier, Throwable later) {
        if (earlier != null && !tellsOf(later, earlier) && !tellsOf(earlier, later)) {
            later.addSuppressed(earlier);
        }
        return later;
    }

    private static boolean tellsOf(Throwable teller, Throwable told) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> rest = new ArrayDeque<>();
        rest.add(teller);
        while (!rest.isEmpty()) {
            Throwable next = rest.remove();
            if (next == told) {
                return true;
            }
            if (seen.add(next)) {
                Collections.addAll(rest, next.getSuppressed());
                if (next.getCause() != null) {
                    rest.add(next.getCause());
                }
            }
        }
        return false;
    }
}
