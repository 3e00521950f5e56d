package dev.fermata.asyncio.sync;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The coroutines that wait for something, first come, first served. The one list under all of this package.
 *
 * <p>A waiter stays in its place until it runs again, woken or not. So it can be put back there if what it was woken for is
 * gone, and those behind it are not served before it. Linked through the waiters: joining, leaving and waking the next take
 * constant time, whatever was cancelled meanwhile (each dead one is passed over once). The loops that do that are methods of
 * their own: what an await does that need not wait is kept small, so that the JIT compiler inlines it.
 *
 * <p>The invariant that rules out lost wake-ups: while there is something to be had and somebody waits unwoken, somebody is
 * woken who has not run yet. It holds because each of these ends with a call of {@link #wakeUpTo}: what brings more to be had,
 * and what a waiter does when it runs again, be it to take, to fail or to wait on. Joining needs none: who joins although
 * there is something to be had joins behind one who is woken.
 */
final class WaitQueue {
    private final LoopBinding binding;
    private @Nullable Waiter<?> first;
    private @Nullable Waiter<?> last;

    /** No live waiter before this one is unwoken. */
    private @Nullable Waiter<?> next;

    private long joined;
    private int woken;

    WaitQueue(LoopBinding binding) {
        this.binding = binding;
    }

    // ---- called by what runs

    /** Refuses the use from a wrong loop or thread. */
    void check() {
        binding.check();
    }

    /** Whether anybody waits, woken or not. Changes nothing, so that any thread may look. */
    boolean hasLive() {
        for (Waiter<?> waiter = first; waiter != null; waiter = waiter.after) {
            if (!waiter.hasDied()) {
                return true;
            }
        }
        return false;
    }

    /** How many wait, woken or not. */
    int live() {
        int[] live = {0};
        forEachLive(waiter -> live[0]++);
        return live[0];
    }

    void forEachLive(Consumer<Waiter<?>> action) {
        for (Waiter<?> waiter = first; waiter != null; waiter = waiter.after) {
            if (!waiter.hasDied()) {
                action.accept(waiter);
            }
        }
    }

    /** As {@link #hasLive}, and drops the dead ones that it meets, so that nobody meets them again. */
    boolean isOccupied() {
        return first != null && dropDeadOnes();
    }

    private boolean dropDeadOnes() {
        while (first != null && first.hasDied()) {
            unlink(first);
        }
        return first != null;
    }

    /** Takes the last place. */
    void join(Waiter<?> waiter) {
        binding.bind();
        waiter.begin();
        waiter.number = joined++;
        waiter.linked = true;
        waiter.before = last;
        if (last == null) {
            first = waiter;
        } else {
            last.after = waiter;
        }
        last = waiter;
        if (next == null) {
            next = waiter;
        }
    }

    /** Gives the place up. */
    void leave(Waiter<?> waiter) {
        runs(waiter);
        if (waiter.linked) {
            unlink(waiter);
        }
    }

    /** Waits on in the same place. */
    void stay(Waiter<?> waiter) {
        runs(waiter);
        binding.bind();
        waiter.begin();
        if (next == null || waiter.number < next.number) {
            next = waiter;
        }
    }

    /** Whether somebody who waits further ahead is not woken. Happens only where a call that does not wait took something. */
    boolean isBehindUnwoken(Waiter<?> waiter) {
        Waiter<?> ahead = nextUnwoken();
        return ahead != null && ahead.number < waiter.number;
    }

    // ---- called by what brings something

    /** Wakes the first ones, so that {@code available} of them are woken, counting those that have not run since. */
    void wakeUpTo(int available) {
        if (isShortOf(available) && wakeNext() && isShortOf(available)) {
            wakeMoreUpTo(available);
        }
    }

    private boolean isShortOf(int available) {
        return woken < available && next != null;
    }

    private void wakeMoreUpTo(int available) {
        while (woken < available && wakeNext()) {
            // and one more
        }
    }

    /** Wakes some more. */
    void wake(int count) {
        for (int left = count; left > 0 && wakeNext(); left--) {
            // and one more
        }
    }

    void wakeEvery() {
        wake(Integer.MAX_VALUE);
    }

    private boolean wakeNext() {
        Waiter<?> waiter = nextUnwoken();
        if (waiter == null || binding.isClosed()) {
            return false;
        }
        next = waiter.after;
        waiter.woken = true;
        woken++;
        waiter.wakeUp();
        return true;
    }

    private @Nullable Waiter<?> nextUnwoken() {
        Waiter<?> waiter = next;
        return waiter == null || waiter.isWaiting() ? waiter : passOver();
    }

    private @Nullable Waiter<?> passOver() {
        while (next != null && !next.isWaiting()) {
            next = next.after;
        }
        return next;
    }

    private void runs(Waiter<?> waiter) {
        if (waiter.woken) {
            waiter.woken = false;
            woken--;
        }
    }

    private void unlink(Waiter<?> waiter) {
        if (waiter.before == null) {
            first = waiter.after;
        } else {
            waiter.before.after = waiter.after;
        }
        if (waiter.after == null) {
            last = waiter.before;
        } else {
            waiter.after.before = waiter.before;
        }
        if (next == waiter) {
            next = waiter.after;
        }
        waiter.before = null;
        waiter.after = null;
        waiter.linked = false;
    }
}
