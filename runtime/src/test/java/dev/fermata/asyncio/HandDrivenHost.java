package dev.fermata.asyncio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/** A host whose thread is the test's, and which runs what the test tells it to. */
final class HandDrivenHost implements LoopHost {
    /** What waits for its turn. */
    final Queue<Runnable> queue = new ArrayDeque<>();

    final List<Timer> timers = new ArrayList<>();
    boolean ended;
    boolean outside;

    private final Thread thread = Thread.currentThread();

    @Override
    public synchronized void execute(Runnable turn) {
        requireGoing();
        queue.add(turn);
    }

    @Override
    public Runnable schedule(Runnable turn, long nanos) {
        requireGoing();
        Timer timer = new Timer(turn, nanos);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public boolean isHostThread() {
        return !outside && Thread.currentThread() == thread;
    }

    /** Runs one thing. */
    void runOne() {
        queue.remove().run();
    }

    /** Runs what is there, and what that adds; returns how many that were. */
    int runAll() {
        int count = 0;
        while (!queue.isEmpty()) {
            runOne();
            count++;
        }
        return count;
    }

    void fireTimer() {
        timers.remove(0).turn.run();
    }

    @Override
    public String toString() {
        return "the hand-driven host";
    }

    private void requireGoing() {
        if (ended) {
            throw new RejectedExecutionException("ended");
        }
    }

    record Timer(Runnable turn, long nanos) {}
}
