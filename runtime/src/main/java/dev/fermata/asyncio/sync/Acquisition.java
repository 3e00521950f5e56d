package dev.fermata.asyncio.sync;

import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Takes something of a supply, or stands in line for it: what acquire(), get() and put() give.
 *
 * <p>Nothing is reserved for one who is woken. It takes when it runs, and if nothing is left it waits on in its place; so
 * there is nothing that has to be given back when it is cancelled in between, and nothing that can be lost.
 */
final class Acquisition<T extends @Nullable Object> extends Waiter<T> {
    private static final int WAITING = 1;

    private final WaitQueue queue;
    private final Supply<T> supply;

    Acquisition(WaitQueue queue, Supply<T> supply) {
        this.queue = queue;
        this.supply = supply;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            queue.check();
            if (supply.available() > 0 && !queue.isOccupied()) {
                return supply.take();
            }
            queue.join(this);
            return park(machine, WAITING);
        }
        try {
            unparked(machine);
        } catch (Throwable thrown) {
            queue.leave(this);
            queue.wakeUpTo(supply.available());
            throw thrown;
        }
        if (supply.available() > 0 && !queue.isBehindUnwoken(this)) {
            queue.leave(this);
            try {
                return supply.take();
            } finally {
                queue.wakeUpTo(supply.available());
            }
        }
        queue.stay(this);
        queue.wakeUpTo(Math.min(supply.available(), 1)); // one ahead of it, if any; that one wakes the next, up to this
        return park(machine, WAITING);
    }
}
