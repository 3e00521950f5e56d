package dev.fermata.asyncio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is due at a time: callbacks, by their handles, and tasks that sleep, by themselves. A heap whose times stand in arrays of
 * their own, so that finding a place looks into no entry, and a sleeping task has no object besides. Each entry knows its
 * position: a cancelled one is taken out at once, in O(log n). asyncio leaves them in and sweeps; then a million timeouts that
 * never fire are a million objects. Not final: a test counts its moves.
 *
 * <p>Each place has four below it, not two: an entry is told of each move, and of many entries most are in no cache. So there
 * are half as many moves, and the four times that are compared for one lie side by side.
 */
class TimerHeap {
    /** The position of an entry that is in no heap. */
    static final int NOWHERE = -1;

    /** The position of a task whose time has come, and which has not been told yet. */
    static final int FIRED = -2;

    private static final int LITTLE_ROOM = 16;

    private static final int BELOW = 4;

    private final BaseEventLoop loop;
    private @Nullable Object[] entries = new Object[LITTLE_ROOM];
    private long[] times = new long[LITTLE_ROOM];

    /** Of entries of equal times the older is first. May wrap around: what is compared was never made two billion apart. */
    private int[] numbers = new int[LITTLE_ROOM];

    private int size;
    private int created;

    TimerHeap(BaseEventLoop loop) {
        this.loop = loop;
    }

    TimerHandle add(Runnable callback, long when) {
        TimerHandle handle = new TimerHandle(loop, callback, when, this);
        add((Object) handle, when);
        return handle;
    }

    /** Has a task run at a time. */
    void add(Task<?> task, long when) {
        add((Object) task, when);
    }

    private void add(Object entry, long when) {
        if (size == entries.length) {
            resize(size * 2);
        }
        siftUp(size++, entry, when, created++);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** When the first entry is due; there is one. */
    long firstTime() {
        return times[0];
    }

    /** Takes the entry that is due first: a task or a handle. */
    Object removeFirst() {
        Object first = at(0);
        removeAt(0);
        place(first, first instanceof Task ? FIRED : NOWHERE);
        return first;
    }

    void remove(TimerHandle handle) {
        if (handle.position != NOWHERE) {
            removeAt(handle.position);
            handle.position = NOWHERE;
        }
    }

    /** Takes a task out; false if it is not there. */
    boolean remove(Task<?> task) {
        if (task.position < 0) {
            return false;
        }
        removeAt(task.position);
        task.position = NOWHERE;
        return true;
    }

    private void removeAt(int hole) {
        int end = --size;
        Object last = at(end);
        entries[end] = null;
        if (hole != end) {
            long when = times[end];
            int number = numbers[end];
            if (hole > 0 && isBefore(when, number, above(hole))) {
                siftUp(hole, last, when, number);
            } else {
                siftDown(hole, last, when, number);
            }
        }
        if (size < entries.length >> 2 && entries.length > LITTLE_ROOM) {
            resize(entries.length >> 1);
        }
    }

    /** For how many entries it has room. */
    int room() {
        return entries.length;
    }

    void clear() {
        for (int index = 0; index < size; index++) {
            place(at(index), NOWHERE);
        }
        size = 0;
        Arrays.fill(entries, null);
        resize(LITTLE_ROOM);
    }

    private void resize(int room) {
        entries = Arrays.copyOf(entries, room);
        times = Arrays.copyOf(times, room);
        numbers = Arrays.copyOf(numbers, room);
    }

    private static int above(int index) {
        return (index - 1) / BELOW;
    }

    private void siftUp(int start, Object entry, long when, int number) {
        int index = start;
        while (index > 0) {
            int above = above(index);
            if (!isBefore(when, number, above)) {
                break;
            }
            put(index, at(above), times[above], numbers[above]);
            index = above;
        }
        put(index, entry, when, number);
    }

    private void siftDown(int start, Object entry, long when, int number) {
        int index = start;
        for (int below = BELOW * index + 1; below < size; below = BELOW * index + 1) {
            int first = firstOf(below, Math.min(below + BELOW, size));
            if (!isBefore(times[first], numbers[first], when, number)) {
                break;
            }
            put(index, at(first), times[first], numbers[first]);
            index = first;
        }
        put(index, entry, when, number);
    }

    private int firstOf(int begin, int end) {
        int first = begin;
        for (int index = begin + 1; index < end; index++) {
            if (isBefore(times[index], numbers[index], first)) {
                first = index;
            }
        }
        return first;
    }

    private boolean isBefore(long when, int number, int other) {
        return isBefore(when, number, times[other], numbers[other]);
    }

    /** Earlier first; of equal times, the older first. Differences, as System.nanoTime() may wrap around. */
    private static boolean isBefore(long when, int number, long otherTime, int otherNumber) {
        long difference = when - otherTime;
        return difference < 0 || (difference == 0 && number - otherNumber < 0);
    }

    private Object at(int index) {
        Object entry = entries[index];
        if (entry == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return entry;
    }

    void put(int index, Object entry, long when, int number) {
        entries[index] = entry;
        times[index] = when;
        numbers[index] = number;
        place(entry, index);
    }

    private static void place(Object entry, int position) {
        if (entry instanceof Task<?> task) {
            task.position = position;
        } else {
            ((TimerHandle) entry).position = position;
        }
    }
}
