package dev.fermata.asyncio;

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
final class Turns {
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
        for (int left = ready.size(); left > 0; left--) {
            run(ready.remove());
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
                idle.park(timeout, loop.executors.running());
            } finally {
                inbox.awake();
            }
        }
        inbox.drainTo(ready);
    }

    private void run(Object taskOrHandle) {
        if (slow.isWatching()) {
            slow.begin(taskOrHandle);
            try {
                runUnwatched(taskOrHandle);
            } finally {
                slow.end();
            }
        } else {
            runUnwatched(taskOrHandle);
        }
    }

    private void runUnwatched(Object taskOrHandle) {
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
