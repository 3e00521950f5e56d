package dev.fermata.asyncio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What runs next, first in, first out: tasks and handles side by side, so that a task is switched to without anything being
 * allocated. A turn takes what was ready when it began; what becomes ready meanwhile is kept apart. So there are two arrays,
 * which change places, and no count is kept up to date for each that comes and goes, as in a ring. Not final: tests have one
 * that permutes.
 */
class ReadyQueue {
    private static final int LITTLE_ROOM = 64;

    /** An array that is larger is given back when it is nearly empty; a smaller one is kept, as the next burst needs it. */
    private static final int LARGE_ROOM = 1 << 16;

    // Of this turn, from `position` to `end`.
    private @Nullable Object[] now = new Object[LITTLE_ROOM];
    private int position;
    private int end;

    // Of the next one.
    private @Nullable Object[] later = new Object[LITTLE_ROOM];
    private int size;

    void add(Object taskOrHandle) {
        int place = size;
        @Nullable Object[] room = later;
        if (place == room.length) {
            room = grow();
        }
        room[place] = taskOrHandle;
        size = place + 1;
    }

    /** Begins a turn: what is ready now belongs to it. */
    void begin() {
        if (position != end) {
            takeBack();
        }
        @Nullable Object[] spent = now;
        now = later;
        end = size;
        position = 0;
        later = spent;
        size = 0;
    }

    /** Takes the next one of this turn; null ends it. */
    @Nullable
    Object next() {
        int place = position;
        if (place == end) {
            return null;
        }
        @Nullable Object[] room = now;
        Object next = room[place];
        room[place] = null;
        position = place + 1;
        return next;
    }

    /** Ends a turn: gives room back. */
    void trim() {
        if (now.length > LARGE_ROOM && size <= now.length >> 4 && position == end) {
            now = new Object[LITTLE_ROOM];
            position = 0;
            end = 0;
        }
        if (later.length > LARGE_ROOM && size <= later.length >> 4) {
            later = Arrays.copyOf(later, later.length >> 3);
        }
    }

    /** How many are ready, those of this turn included that have not run. */
    int size() {
        return end - position + size;
    }

    void clear() {
        Arrays.fill(now, null);
        Arrays.fill(later, null);
        position = 0;
        end = 0;
        size = 0;
    }

    /** For how many it has room. */
    int room() {
        return now.length + later.length;
    }

    /** A turn was cut short; what it has left comes before all others. */
    private void takeBack() {
        int left = end - position;
        @Nullable Object[] all = new Object[Math.max(later.length, Integer.highestOneBit(left + size) * 2)];
        System.arraycopy(now, position, all, 0, left);
        System.arraycopy(later, 0, all, left, size);
        Arrays.fill(now, position, end, null);
        later = all;
        size += left;
    }

    /** At once to the size of the other one: most often the next turn has as many as this one. */
    private @Nullable Object[] grow() {
        int room = later.length * (later.length < LARGE_ROOM >> 2 ? 4 : 2);
        later = Arrays.copyOf(later, Math.max(room, now.length));
        return later;
    }
}
