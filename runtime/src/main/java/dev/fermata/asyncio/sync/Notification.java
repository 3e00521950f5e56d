package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits to be woken, unless there is no need; does not ask again then. There is nothing to take, so nothing to hand on. Two
 * objects for the reason that {@link Acquisition} has.
 */
final class Notification extends Coroutine<Void> {
    private static final int WAITING = 1;

    private final WaitQueue queue;
    private final BooleanSupplier needless;

    Notification(WaitQueue queue, BooleanSupplier needless) {
        this.queue = queue;
        this.needless = needless;
    }

    /** As {@link Acquisition#enter}. */
    static @Nullable Object enter(WaitQueue queue, boolean needless, Machine machine) {
        queue.check();
        return needless ? null : new NotificationWait(queue).step(machine, CREATED);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            return machine.resumed();
        }
        Object outcome = enter(queue, needless.getAsBoolean(), machine);
        return outcome == Machine.SUSPENDED ? Waiter.inPlaceOf(this, machine, WAITING) : null;
    }
}
