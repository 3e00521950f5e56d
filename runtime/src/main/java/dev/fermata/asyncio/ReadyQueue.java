package dev.fermata.asyncio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What runs next, first in, first out: tasks and handles side by side in a ring, so that a task is switched to without
 * anything being allocated. Not final: tests have one that permutes.
 */
class ReadyQueue {
    private static final int LITTLE_ROOM = 64;

    /** A ring that is larger gives room back when it is nearly empty; a smaller one is kept, as the next burst needs it. */
    private static final int LARGE_ROOM = 1 << 16;

    private @Nullable Object[] ring = new Object[LITTLE_ROOM];
    private int head;
    private int size;

    void add(Object taskOrHandle) {
        if (size == ring.length) {
            resize(size * 2);
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
        if (ring.length > LARGE_ROOM && size <= ring.length >> 4) {
            resize(ring.length >> 3);
        }
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

    /** For how many it has room. */
    int room() {
        return ring.length;
    }

    private void resize(int room) {
        @Nullable Object[] other = new Object[room];
        int toTheEnd = Math.min(size, ring.length - head);
        System.arraycopy(ring, head, other, 0, toTheEnd);
        System.arraycopy(ring, 0, other, toTheEnd, size - toTheEnd);
        ring = other;
        head = 0;
    }
}
