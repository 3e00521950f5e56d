package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import org.jspecify.annotations.Nullable;

/**
 * A place where coroutines wait until there are as many as agreed, and then go on together: asyncio's Barrier. It can be used
 * again and again.
 *
 * <pre>
 *   FILLING     -> DRAINING    the last party arrives
 *   FILLING     -> RESETTING   reset(), if somebody waits
 *   DRAINING    -> RESETTING   reset(): those that have not gone on yet get a BrokenBarrierException, too
 *   DRAINING    -> FILLING     the last party has gone on
 *   RESETTING   -> FILLING     the last party has failed
 *   any         -> BROKEN      abort()
 *   BROKEN      -> RESETTING, FILLING   reset()
 * </pre>
 *
 * <p>While it drains or is reset, who arrives waits until it fills again; among these it is first come, first served. Threads:
 * those of a loop, see the package.
 */
public final class AsyncBarrier {
    private enum State {
        FILLING,
        DRAINING,
        RESETTING,
        BROKEN
    }

    final LoopBinding binding = new LoopBinding(AsyncBarrier.class);

    /** Those that have arrived while it was filling, and have not gone on. */
    final WaitQueue parties = new WaitQueue(binding);

    private final WaitQueue arrivals = new WaitQueue(binding);
    private final Entrance entrance = new Entrance();
    private final int size;
    private State state = State.FILLING;

    /** How many are inside, those that were cancelled and have not run yet included. */
    private int inside;

    /**
     * Makes one.
     *
     * @param parties how many have to come
     * @throws IllegalArgumentException if less than 1
     */
    public AsyncBarrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier cannot have " + parties + " parties; give 1 or more");
        }
        size = parties;
    }

    /**
     * Waits for the others: Python's wait().
     *
     * <p>Suspension: the last one to arrive goes on at once. Cancellation: there is one less then; the others wait on. One
     * that was cancelled does not count, even before it has run (in Python it does till then).
     *
     * @return a coroutine that gives a number from 0, in the order of arrival, and to each another one (in Python, two may
     *     get the same after a cancellation). It fails with a {@link BrokenBarrierException} if the barrier is broken, or is
     *     aborted or reset before it goes on
     */
    public Coroutine<Integer> waitFor() {
        return new BarrierWait(this);
    }

    /**
     * Breaks it, in case of an error: who waits, and who arrives from now on, gets a {@link BrokenBarrierException}.
     *
     * @return a coroutine that does it, without suspending
     */
    public Coroutine<Void> abort() {
        return new Immediate(this::breakNow);
    }

    /**
     * Empties it, and mends it if it is broken: who waits gets a {@link BrokenBarrierException}.
     *
     * @return a coroutine that does it, without suspending
     */
    public Coroutine<Void> reset() {
        return new Immediate(this::resetNow);
    }

    /**
     * Returns how many have to come.
     *
     * @return the number given to the constructor
     */
    public int parties() {
        return size;
    }

    /**
     * Returns how many wait for others.
     *
     * @return their number; 0 while it is not filling
     */
    public int waiting() {
        return state == State.FILLING ? parties.live() : 0;
    }

    /**
     * Tells whether it is broken.
     *
     * @return true after {@link #abort}, until {@link #reset}
     */
    public boolean isBroken() {
        return state == State.BROKEN;
    }

    @Override
    public String toString() {
        return "AsyncBarrier " + state.name().toLowerCase(java.util.Locale.ROOT) + ", waiters: " + waiting() + "/"
                + size;
    }

    // ---- for BarrierWait

    /**
     * Whether one who comes now need not wait to enter. Also while others have been woken to enter: who goes round in a loop
     * would else change places with them each time, and the numbers with them.
     */
    boolean admits() {
        binding.check();
        return entrance.available() > 0;
    }

    /** Waits until it does not drain. */
    Coroutine<Void> entry() {
        return new Acquisition<>(arrivals, entrance, null);
    }

    /** Counts one in. The last one releases the others; true if this is the last. */
    boolean arrive() {
        if (state == State.BROKEN) {
            throw new BrokenBarrierException("Barrier aborted");
        }
        inside++;
        if (inside < size || parties.live() + 1 < size) { // counting the live ones takes longer
            return false;
        }
        state = State.DRAINING;
        int[] number = {0};
        parties.forEachLive(waiter -> ((BarrierWait) waiter).index = number[0]++);
        parties.wakeEvery();
        return true;
    }

    /** Says whether one that was woken may go on. */
    void requireReleased() {
        if (state == State.BROKEN || state == State.RESETTING) {
            throw new BrokenBarrierException("Abort or reset of barrier");
        }
    }

    /** Counts one out. */
    void depart() {
        inside--;
        if (inside == 0) {
            if (!isOpen()) {
                state = State.FILLING;
            }
            arrivals.wakeEvery();
        }
    }

    private void breakNow() {
        binding.check();
        state = State.BROKEN;
        wakeAll();
    }

    private void resetNow() {
        binding.check();
        state = inside > 0 ? State.RESETTING : State.FILLING;
        wakeAll();
    }

    /** Also those that can only wait on: in Python they run now, too, and see what has become of it by then. */
    private void wakeAll() {
        parties.wakeEvery();
        arrivals.wakeEvery();
    }

    private boolean isOpen() {
        return state == State.FILLING || state == State.BROKEN;
    }

    private final class Entrance implements Supply<@Nullable Void, Void> {
        @Override
        public int available() {
            return isOpen() ? Integer.MAX_VALUE : 0;
        }

        @Override
        @SuppressWarnings("NullAway") // Void has no value but null
        public Void take(@Nullable Void nothing) {
            return null;
        }
    }
}
