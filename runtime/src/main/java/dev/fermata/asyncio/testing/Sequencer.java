package dev.fermata.asyncio.testing;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.machine.Machine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts parts of several tasks into one order: trio's {@code Sequencer}.
 *
 * <pre>
 *   Sequencer order = new Sequencer();
 *   // in one task                                     // in another one
 *   await(Asyncio.with(order.at(0), () -&gt; first()));   await(Asyncio.with(order.at(1), () -&gt; second()));
 *   await(Asyncio.with(order.at(2), () -&gt; third()));
 * </pre>
 *
 * <p>The body at a position begins when that at the one before has ended, however it has. Each position, from 0, is for one body. If
 * somebody who waits is cancelled, the order cannot be kept: all others who wait, or come later, fail with an
 * {@link IllegalStateException}. Threads: that of a loop.
 */
public final class Sequencer {
    private final Map<Integer, Promise<@Nullable Object>> waiting = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private int next;
    private boolean broken;

    /** Makes one that is at position 0. */
    public Sequencer() {}

    /**
     * Gives the manager for the body at a position.
     *
     * @param position from 0
     * @return a manager, for one body. Entering it waits for the positions before, and fails with an IllegalStateException if the
     *     position was taken before, or the order is broken
     * @throws IllegalArgumentException if the position is negative
     */
    public AsyncContextManager<Void> at(int position) {
        if (position < 0) {
            throw new IllegalArgumentException("position: " + position + " (expected: 0 or more)");
        }
        return new Position(this, position);
    }

    private @Nullable Promise<@Nullable Object> take(int position) {
        if (!taken.add(position)) {
            throw new IllegalStateException("position " + position + " of the sequence was taken before");
        }
        requireWhole();
        if (position == next) {
            return null;
        }
        Promise<@Nullable Object> turn = EventLoop.running().createPromise();
        waiting.put(position, turn);
        return turn;
    }

    private void requireWhole() {
        if (broken) {
            throw new IllegalStateException("the sequence is broken: somebody was cancelled who waited for a position");
        }
    }

    private void advance() {
        next++;
        Promise<@Nullable Object> turn = waiting.remove(next);
        if (turn != null && !turn.isDone()) {
            turn.setResult(null);
        }
    }

    private void breakUp() {
        broken = true;
        for (Promise<@Nullable Object> turn : waiting.values()) {
            if (!turn.isDone()) {
                turn.setResult(null);
            }
        }
        waiting.clear();
    }

    private record Position(Sequencer sequence, int position) implements AsyncContextManager<Void> {
        @Override
        public Coroutine<Void> enter() {
            return new Entry(sequence, position);
        }

        @Override
        public Coroutine<Boolean> exit(@Nullable Throwable thrown) {
            return new Exit(sequence);
        }
    }

    /** Lets the next position begin. */
    private static final class Exit extends Coroutine<Boolean> {
        private final Sequencer sequence;

        Exit(Sequencer sequence) {
            this.sequence = sequence;
        }

        @Override
        protected Object step(Machine machine, int state) {
            sequence.advance();
            return false;
        }
    }

    /** Waits for a position. */
    private static final class Entry extends Coroutine<Void> {
        private static final int WAITING = 1;

        private final Sequencer sequence;
        private final int position;

        Entry(Sequencer sequence, int position) {
            this.sequence = sequence;
            this.position = position;
        }

        @Override
        protected @Nullable Object step(Machine machine, int state) {
            if (state == WAITING) {
                try {
                    machine.resumed();
                } catch (Throwable cancelled) {
                    sequence.breakUp();
                    throw cancelled;
                }
                sequence.requireWhole();
                return null;
            }
            Promise<@Nullable Object> turn = sequence.take(position);
            if (turn != null && Machine.await(turn.asCoroutine(), machine) == Machine.SUSPENDED) {
                return machine.suspend(this, WAITING);
            }
            return null;
        }
    }
}
