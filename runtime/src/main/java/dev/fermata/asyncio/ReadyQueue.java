package dev.fermata.asyncio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What runs next, first in, first out: tasks and handles side by side in a ring, so that a task is switched to without
 * anything being allocated. Not final: tests have one that permutes.
 */
class ReadyQueue {
    private @Nullable Object[] ring = new Object[64];
    private int head;
    private int size;

    void add(Object taskOrHandle) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = taskOrHandle;
        size++;
    }

    Object remove() {
        Object first = ring[head];
        if (first == null) {
            throw new IllegalStateException("nothing is ready");
        }
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        return first;
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(ring, null);
        head = 0;
        size = 0;
    }

    private void grow() {
        @Nullable Object[] larger = new Object[ring.length * 2];
        System.arraycopy(ring, head, larger, 0, ring.length - head);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        ring = larger;
        head = 0;
    }
}
