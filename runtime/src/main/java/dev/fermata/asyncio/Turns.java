package dev.fermata.asyncio;

import dev.fermata.machine.Driver;

/**
 * What runs on a loop, and when: turn after turn, asyncio's {@code _run_once}.
 *
 * <pre>
 *   a turn    from other threads | wait, if nothing is ready | timers that are due | all that was ready at this point
 * </pre>
 *
 * <p>What becomes ready in a turn runs in the next one, after a look at timers and other threads; so callbacks that make
 * callbacks keep nobody out. The loop's thread only, but for {@link #put}.
 */
final class Turns implements Driver {
    final Idle idle;
    final ReadyQueue ready;
    final TimerHeap timers;
    private final BaseEventLoop loop;
    private final Inbox inbox = new Inbox();
    private final SlowCallbacks slow;

    /** Set by {@link EventLoop#stop}: the turn at hand is the last one. */
    boolean stopping;

    Turns(BaseEventLoop loop, Idle idle, ReadyQueue ready, TimerHeap timers, SlowCallbacks slow) {
        this.loop = loop;
        this.idle = idle;
        this.ready = ready;
        this.timers = timers;
        this.slow = slow;
    }

    /** Takes something from another thread, and wakes the loop if it may sleep. Any thread. */
    void put(Handle handle) {
        if (inbox.put(handle)) {
            idle.wake();
        }
    }

    /** For a loop with a host, which never parks: each message asks the host, and that finds out whether it has been asked. */
    void wakeAlways() {
        inbox.fallAsleep();
    }

    /** Runs until stopped. */
    void run() {
        idle.enter();
        try {
            do {
                if (inbox.drainTo(ready) == 0 && !stopping) {
                    waitForWork();
                }
                turn();
            } while (!stopping);
        } finally {
            stopping = false;
            idle.exit();
        }
    }

    /** A turn that does not wait. */
    void runOnce() {
        inbox.drainTo(ready);
        turn();
    }

    /** How long until something is to run: 0 if it is now, {@link Idle#FOREVER} if nothing is planned. */
    long dueIn() {
        if (ready.size() > 0 || !inbox.isEmpty()) {
            return 0;
        }
        return timers.isEmpty() ? Idle.FOREVER : Math.max(0, timers.firstTime() - idle.nanoTime());
    }

    // ---- asked by the bodies of its tasks

    @Override
    public void begins(Object begun) {
        loop.generators().begins(begun);
    }

    /**
     * If the turn that is left out would be one of nothing but the task that runs. Not in an eager task, whose creator goes on
     * in between; not in a loop with a host, which has more to run than it tells; and not while it is watched how long a step
     * takes.
     */
    @Override
    public boolean resumesAtOnce() {
        Task<?> task = loop.current;
        return ready.size() == 0
                && timers.isEmpty()
                && inbox.isEmpty()
                && !stopping
                && !slow.isWatching()
                && task != null
                && !task.hasUndelivered()
                && !loop.runsInside()
                && loop.hosted == null;
    }

    void clear() {
        ready.clear();
        timers.clear();
    }

    private void turn() {
        if (!timers.isEmpty()) {
            long now = idle.nanoTime();
            while (!timers.isEmpty() && timers.firstTime() - now <= 0) {
                ready.add(timers.removeFirst());
            }
        }
        boolean watching = slow.isWatching();
        for (int left = ready.size(); left > 0; left--) {
            Object taskOrHandle = ready.remove();
            if (watching) {
                runWatched(taskOrHandle);
            } else {
                run(taskOrHandle);
            }
        }
    }

    private void waitForWork() {
        loop.aboutToIdle();
        if (ready.size() > 0 || stopping) {
            return; // the exception handler, or a generator, has given it something to do
        }
        long timeout = dueIn();
        if (timeout > 0 && inbox.fallAsleep()) {
            try {
                idle.park(timeout, loop.runningElsewhere());
            } finally {
                inbox.awake();
            }
        }
        inbox.drainTo(ready);
    }

    private void runWatched(Object taskOrHandle) {
        slow.begin(taskOrHandle);
        try {
            run(taskOrHandle);
        } finally {
            slow.end();
        }
    }

    private void run(Object taskOrHandle) {
        if (taskOrHandle instanceof Task<?> task) {
            task.step();
        } else if (taskOrHandle instanceof Handle handle) {
            run(handle);
        }
    }

    private void run(Handle handle) {
        CurrentContext contexts = loop.contexts;
        Context around = contexts.context;
        try {
            contexts.enter(handle.context);
            contexts.callback = handle;
            handle.run();
        } catch (VirtualMachineError | KeyboardInterrupt fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            contexts.leave(around);
            loop.report(new ErrorContext("Exception in callback", thrown, null, null, handle));
        } finally {
            contexts.callback = null;
            contexts.leave(around);
        }
    }
}
