package dev.fermata.asyncio;

import java.util.concurrent.locks.LockSupport;

/** The thread that looks, from time to time, at what a running loop does. It lives as long as the run that it watches. */
final class Watchdog implements Runnable {
    private final SlowCallbacks watched;
    private final Idle clock;
    private final Thread thread;
    private volatile boolean stopped;

    private Watchdog(SlowCallbacks watched, Idle clock, String loopThread) {
        this.watched = watched;
        this.clock = clock;
        thread = new Thread(this, "watchdog of " + loopThread);
        thread.setDaemon(true);
    }

    static Watchdog start(SlowCallbacks watched, Idle clock, String loopThread) {
        Watchdog watchdog = new Watchdog(watched, clock, loopThread);
        watchdog.thread.start();
        return watchdog;
    }

    /** Ends it, without waiting for the end: it may be about to log. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!stopped) {
            long wait = watched.look(clock.nanoTime());
            LockSupport.parkNanos(this, Math.max(wait, 1_000_000)); // a limit of nothing must not keep a core busy
            if (Thread.interrupted()) {
                return; // nobody of ours does that
            }
        }
    }
}
