package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;

/**
 * Promises that failed and that nobody has asked. They are reported when the loop goes idle or closes: the same program
 * reports the same failures at the same points. asyncio leaves it to the garbage collector.
 */
final class Failures {
    private static final int FEW = 1024;

    private List<Promise<?>> unseen = new ArrayList<>();
    private int limit = FEW;

    void add(Promise<?> failed) {
        unseen.add(failed);
        if (unseen.size() >= limit) { // a loop that is never idle must not collect them for ever
            unseen.removeIf(Promise::isRetrieved);
            limit = Math.max(FEW, unseen.size() * 2);
        }
    }

    /** Takes those that are still unseen; each is given out once. */
    List<Promise<?>> take() {
        if (unseen.isEmpty()) {
            return List.of();
        }
        List<Promise<?>> taken = unseen;
        unseen = new ArrayList<>();
        taken.removeIf(Promise::isRetrieved);
        return taken;
    }
}
