package dev.fermata.benchmarks;

import java.util.Arrays;

/**
 * The least loop that could run what the workloads X1 to X7 ask for: what a function compiled by hand would run on. A frame
 * is task, timer and element of the ready queue in one. No thread checks, no names, no contexts, no reports.
 */
final class HandLoop {
    private Frame head;
    private Frame tail;
    private Frame[] timers = new Frame[64];
    private int sleeping;

    /** Set by a callee that has suspended: what its caller waits for. */
    Frame suspended;

    /** A suspended function. */
    abstract static class Frame {
        static final int DONE = -1;

        int state;
        Frame next;
        Frame waiter;
        long value;
        Throwable thrown;
        private int position;

        /** Runs to the next suspension or the end. */
        abstract void step(HandLoop loop);
    }

    void ready(Frame frame) {
        if (tail == null) {
            head = frame;
        } else {
            tail.next = frame;
        }
        tail = frame;
    }

    void finish(Frame frame, long value) {
        frame.value = value;
        end(frame);
    }

    void fail(Frame frame, Throwable thrown) {
        frame.thrown = thrown;
        end(frame);
    }

    private void end(Frame frame) {
        frame.state = Frame.DONE;
        if (frame.waiter != null) {
            ready(frame.waiter);
            frame.waiter = null;
        }
    }

    /** Puts a frame into the heap, with its value as deadline. */
    void sleep(Frame frame) {
        if (sleeping == timers.length) {
            timers = Arrays.copyOf(timers, sleeping * 2);
        }
        siftUp(sleeping++, frame);
    }

    /** Takes a frame that sleeps out of the heap, and has it fail. */
    void cancel(Frame frame, Throwable cancelled) {
        int hole = frame.position;
        Frame last = timers[--sleeping];
        timers[sleeping] = null;
        if (hole != sleeping) {
            if (hole > 0 && last.value - timers[(hole - 1) >>> 1].value < 0) {
                siftUp(hole, last);
            } else {
                siftDown(hole, last);
            }
        }
        frame.thrown = cancelled;
        ready(frame);
    }

    private void siftUp(int start, Frame frame) {
        int at = start;
        for (int parent = (at - 1) >>> 1; at > 0 && frame.value - timers[parent].value < 0; parent = (at - 1) >>> 1) {
            put(at, timers[parent]);
            at = parent;
        }
        put(at, frame);
    }

    private void siftDown(int start, Frame frame) {
        int at = start;
        for (int child = 2 * at + 1; child < sleeping; child = 2 * at + 1) {
            if (child + 1 < sleeping && timers[child + 1].value - timers[child].value < 0) {
                child++;
            }
            if (frame.value - timers[child].value <= 0) {
                break;
            }
            put(at, timers[child]);
            at = child;
        }
        put(at, frame);
    }

    private void put(int at, Frame frame) {
        timers[at] = frame;
        frame.position = at;
    }

    /** Runs until {@code main} is done; nothing ever waits for the clock here. */
    long run(Frame main) {
        ready(main);
        while (main.state != Frame.DONE) {
            Frame frame = head;
            head = frame.next;
            if (head == null) {
                tail = null;
            }
            frame.next = null;
            frame.step(this);
        }
        return main.value;
    }
}
