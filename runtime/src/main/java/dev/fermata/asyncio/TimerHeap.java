package dev.fermata.asyncio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pending timers: a binary heap in which each handle knows its position, so that a cancelled one is taken out at once,
 * in O(log n). asyncio leaves them in and sweeps; then a million timeouts that never fire are a million objects.
 * Not final: a test counts its moves.
 */
class TimerHeap {
    private static final int LITTLE_ROOM = 16;

    private final BaseEventLoop loop;
    private @Nullable TimerHandle[] handles = new TimerHandle[LITTLE_ROOM];
    private int size;
    private long created;

    TimerHeap(BaseEventLoop loop) {
        this.loop = loop;
    }

    TimerHandle add(Runnable callback, long when) {
        TimerHandle handle = new TimerHandle(loop, callback, when, created++, this);
        if (size == handles.length) {
            handles = Arrays.copyOf(handles, size * 2);
        }
        siftUp(size++, handle);
        return handle;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The handle that is due first. */
    TimerHandle first() {
        return at(0);
    }

    TimerHandle removeFirst() {
        TimerHandle first = at(0);
        remove(first);
        return first;
    }

    void remove(TimerHandle handle) {
        int hole = handle.position;
        if (hole == TimerHandle.NOWHERE) {
            return;
        }
        handle.position = TimerHandle.NOWHERE;
        TimerHandle last = at(--size);
        handles[size] = null;
        if (hole != size) {
            if (hole > 0 && last.isBefore(at((hole - 1) >>> 1))) {
                siftUp(hole, last);
            } else {
                siftDown(hole, last);
            }
        }
        if (size < handles.length >> 2 && handles.length > LITTLE_ROOM) {
            handles = Arrays.copyOf(handles, handles.length >> 1);
        }
    }

    /** For how many handles it has room. */
    int room() {
        return handles.length;
    }

    void clear() {
        for (int index = 0; index < size; index++) {
            at(index).position = TimerHandle.NOWHERE;
        }
        handles = new TimerHandle[LITTLE_ROOM];
        size = 0;
    }

    private void siftUp(int start, TimerHandle handle) {
        int index = start;
        while (index > 0) {
            TimerHandle parent = at((index - 1) >>> 1);
            if (!handle.isBefore(parent)) {
                break;
            }
            put(index, parent);
            index = (index - 1) >>> 1;
        }
        put(index, handle);
    }

    private void siftDown(int start, TimerHandle handle) {
        int index = start;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && at(child + 1).isBefore(at(child))) {
                child++;
            }
            if (!at(child).isBefore(handle)) {
                break;
            }
            put(index, at(child));
            index = child;
        }
        put(index, handle);
    }

    private TimerHandle at(int index) {
        TimerHandle handle = handles[index];
        if (handle == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return handle;
    }

    void put(int index, TimerHandle handle) {
        handles[index] = handle;
        handle.position = index;
    }
}
