package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Takes something of a supply, or stands in line for it: what acquire(), get() and put() give.
 *
 * <p>Nothing is reserved for one who is woken. It takes when it runs, and if nothing is left it waits on in its place; so
 * there is nothing that has to be given back when it is cancelled in between, and nothing that can be lost.
 */
final class Acquisition<T extends @Nullable Object> extends Coroutine<T> {
    private static final int WAITING = 1;

    private final WaitQueue queue;
    private final Supply<T> supply;
    private @Nullable Waiter waiter;

    Acquisition(WaitQueue queue, Supply<T> supply) {
        this.queue = queue;
        this.supply = supply;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        Waiter own = waiter;
        if (own == null) {
            queue.check();
            if (supply.available() > 0 && !queue.isOccupied()) {
                return supply.take();
            }
            own = queue.join();
            waiter = own;
            return own.suspend(machine, this, WAITING);
        }
        try {
            machine.resumed();
        } catch (Throwable thrown) {
            queue.leave(own);
            queue.wakeUpTo(supply.available());
            throw thrown;
        }
        if (supply.available() > 0 && !queue.isBehindUnwoken(own)) {
            queue.leave(own);
            try {
                return supply.take();
            } finally {
                queue.wakeUpTo(supply.available());
            }
        }
        queue.stay(own);
        queue.wakeUpTo(Math.min(supply.available(), 1)); // one ahead of it, if any; that one wakes the next, up to this
        return own.suspend(machine, this, WAITING);
    }
}
