package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;

/**
 * Promises that failed and that nobody has asked. They are reported when the loop goes idle: the same program reports the same
 * failures at the same points. asyncio leaves it to the garbage collector.
 *
 * <p>Where a callback was told, somebody cares and may ask yet, so those wait for the end of the loop, as far as a loop that
 * never ends can hold them. To be told is not to ask: {@code task.addDoneCallback(set::remove)} must hide no failure.
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

    /** Takes those that are still unseen and of which no callback was told; each is given out once. */
    List<Promise<?>> take() {
        List<Promise<?>> taken = takeAll();
        List<Promise<?>> untold = new ArrayList<>();
        List<Promise<?>> told = new ArrayList<>();
        for (Promise<?> failed : taken) {
            (failed.isTold() ? told : untold).add(failed);
        }
        if (told.size() > FEW) {
            return taken;
        }
        unseen.addAll(told);
        return untold;
    }

    /** Takes all that are still unseen. */
    List<Promise<?>> takeAll() {
        List<Promise<?>> taken = unseen;
        unseen = new ArrayList<>();
        taken.removeIf(Promise::isRetrieved);
        return taken;
    }
}
