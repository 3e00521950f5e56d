package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Takes something of a supply, or stands in line for it: what acquire(), get() and put() give. It stands there as another
 * object, an {@link AcquisitionWait}; so an await that nobody sees the coroutine of needs none, see {@link Entries}.
 */
final class Acquisition<E extends @Nullable Object, T extends @Nullable Object> extends Coroutine<T> {
    private static final int WAITING = 1;

    private final WaitQueue queue;
    private final Supply<E, T> supply;
    private final E brought;

    Acquisition(WaitQueue queue, Supply<E, T> supply, E brought) {
        this.queue = queue;
        this.supply = supply;
        this.brought = brought;
    }

    /** What the coroutine does, for the body that awaits it; if it suspends, the wait is the leaf, or below a task that body. */
    static <E extends @Nullable Object, T extends @Nullable Object> @Nullable Object enter(
            WaitQueue queue, Supply<E, T> supply, E brought, Machine machine) {
        queue.check();
        if (supply.available() > 0 && !queue.isOccupied()) {
            return supply.take(brought);
        }
        return stand(queue, supply, brought, machine);
    }

    /** Has the body that awaits it stand in line; what follows a look at the supply. */
    static <E extends @Nullable Object, T extends @Nullable Object> @Nullable Object stand(
            WaitQueue queue, Supply<E, T> supply, E brought, Machine machine) {
        return new AcquisitionWait<>(queue, supply, brought).step(machine, CREATED);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            return machine.resumed();
        }
        Object outcome = enter(queue, supply, brought, machine);
        return outcome == Machine.SUSPENDED ? Waiter.inPlaceOf(this, machine, WAITING) : outcome;
    }
}
