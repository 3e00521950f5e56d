package dev.fermata.asyncio;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What other threads give to a loop. A stack of Treiber's, taken whole and turned around. Whoever puts something into an
 * empty inbox wakes the loop; whoever finds it filled knows that the loop was woken and has not looked yet. So no wake-up
 * is lost and a burst costs one.
 */
final class Inbox {
    private final AtomicReference<@Nullable Item> top = new AtomicReference<>();

    /** Puts a handle in; returns whether the loop has to be woken. Any thread. */
    boolean put(Handle handle) {
        Item item = new Item(handle);
        while (true) {
            Item below = top.get();
            item.below = below;
            if (top.compareAndSet(below, item)) {
                return below == null;
            }
        }
    }

    /** Moves all that is in it to the ready queue, oldest first. The loop's thread. */
    void drainTo(ReadyQueue ready) {
        if (isEmpty()) {
            return;
        }
        Item oldest = null;
        Item item = top.getAndSet(null);
        while (item != null) {
            Item below = item.below;
            item.below = oldest;
            oldest = item;
            item = below;
        }
        for (; oldest != null; oldest = oldest.below) {
            ready.add(oldest.handle);
        }
    }

    boolean isEmpty() {
        return top.get() == null;
    }

    private static final class Item {
        final Handle handle;

        @Nullable
        Item below;

        Item(Handle handle) {
            this.handle = handle;
        }
    }
}
