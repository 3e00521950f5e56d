package dev.fermata.asyncio;

import dev.fermata.machine.Driver;
import org.jspecify.annotations.Nullable;

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

    /** Set by {@link EventLoop#stop}: the turn at hand is the last one. */
    boolean stopping;

    Turns(BaseEventLoop loop, Idle idle, ReadyQueue ready, TimerHeap timers) {
        this.loop = loop;
        this.idle = idle;
        this.ready = ready;
        this.timers = timers;
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
                && !isWatching()
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
        ready.begin();
        if (isWatching() || loop.current != null || loop.contexts.context != null) {
            runInFull();
        } else {
            runAlone();
        }
        ready.trim();
    }

    private void runInFull() {
        SlowCallbacks watch = isWatching() ? loop.slow : null;
        for (Object next = ready.next(); next != null; next = ready.next()) {
            if (watch != null) {
                runWatched(next, watch);
            } else {
                run(next);
            }
        }
    }

    private boolean isWatching() {
        SlowCallbacks slow = loop.slow;
        return slow != null && slow.isWatching();
    }

    /**
     * Runs a turn that nobody watches, with no context and no task of this loop around it: so none of that is asked for each
     * task, and who was the current one need only be forgotten before something else runs.
     */
    private void runAlone() {
        try {
            for (Object next = ready.next(); next != null; next = ready.next()) {
                if (next instanceof Task<?> task) {
                    task.stepAlone();
                } else {
                    loop.current = null;
                    run((Handle) next);
                }
            }
        } finally {
            loop.current = null;
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

    private void runWatched(Object taskOrHandle, SlowCallbacks watch) {
        watch.begin(taskOrHandle);
        try {
            run(taskOrHandle);
        } finally {
            watch.end();
        }
    }

    private void run(Object taskOrHandle) {
        if (taskOrHandle instanceof Task<?> task) {
            task.step();
        } else if (taskOrHandle instanceof Handle handle) {
            run(handle);
        }
    }

    /** Tells the listener that a task has been left in the queue for, as by a handle. */
    void tellListener(Task<?> ended) {
        Task<?> outer = loop.current;
        loop.current = null;
        try {
            call(null, ended);
        } finally {
            loop.current = outer;
        }
    }

    private void run(Handle handle) {
        call(handle, null);
    }

    private void call(@Nullable Handle handle, @Nullable Task<?> ended) {
        CurrentContext contexts = loop.contexts;
        Context around = contexts.context;
        try {
            contexts.enter(handle == null ? null : handle.context);
            contexts.callback = handle;
            if (handle != null) {
                handle.run();
            }
            if (ended != null) {
                ended.tellListener();
            }
        } catch (Throwable thrown) {
            // Asked here, since a handler for an interrupt would have its class loaded by each program's start.
            if (thrown instanceof VirtualMachineError || thrown instanceof KeyboardInterrupt) {
                throw thrown;
            }
            contexts.leave(around);
            loop.report(new ErrorContext("Exception in callback", thrown, null, null, handle));
        } finally {
            contexts.callback = null;
            contexts.leave(around);
        }
    }
}
