package dev.fermata.asyncio.sync;

import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Stands in line for something of a supply.
 *
 * <p>Nothing is reserved for one who is woken. It takes when it runs, and if nothing is left it waits on in its place; so
 * there is nothing that has to be given back when it is cancelled in between, and nothing that can be lost.
 */
final class AcquisitionWait<E extends @Nullable Object, T extends @Nullable Object> extends Waiter<T> {
    private static final int WAITING = RELAYED;

    private final WaitQueue queue;
    private final Supply<E, T> supply;
    private final E brought;

    AcquisitionWait(WaitQueue queue, Supply<E, T> supply, E brought) {
        this.queue = queue;
        this.supply = supply;
        this.brought = brought;
        begun();
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            queue.join(this);
            return parkAside(machine);
        }
        return woken(machine);
    }

    @Override
    protected @Nullable Object outcome() {
        if (supply.certain() <= 0 || queue.isBehindUnwoken(this)) {
            return Machine.SUSPENDED;
        }
        queue.leave(this);
        T taken = supply.take(brought);
        queue.wakeUpTo(supply.available());
        return taken;
    }

    private @Nullable Object woken(Machine machine) {
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
                return supply.take(brought);
            } finally {
                queue.wakeUpTo(supply.available());
            }
        }
        queue.stay(this);
        queue.wakeUpTo(Math.min(supply.available(), 1)); // one ahead of it, if any; that one wakes the next, up to this
        return park(machine, WAITING);
    }
}
