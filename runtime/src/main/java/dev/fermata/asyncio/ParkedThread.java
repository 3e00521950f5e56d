package dev.fermata.asyncio;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits by parking the loop's thread. */
final class ParkedThread implements Idle {
    private volatile @Nullable Thread thread;

    /** Only touched by the loop's thread. */
    private boolean interrupted;

    private @Nullable Runnable onInterrupt;

    /** Sets what is called, in the loop's thread, when an interrupt is noticed. */
    void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void enter() {
        thread = Thread.currentThread();
    }

    @Override
    public void exit() {
        thread = null;
        if (interrupted) {
            interrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    /** An interrupt would make each further park return at once, so it is kept and given back when the loop stops. */
    @Override
    public void park(long nanos) {
        if (nanos == FOREVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, nanos);
        }
        if (Thread.interrupted()) {
            interrupted = true;
            if (onInterrupt != null) {
                onInterrupt.run();
            }
        }
    }

    @Override
    public void wake() {
        LockSupport.unpark(thread);
    }
}
