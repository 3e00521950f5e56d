package dev.fermata.asyncio.sync;

import dev.fermata.machine.Machine;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits to be woken, unless there is no need; does not ask again then. There is nothing to take, so nothing to hand on. */
final class Notification extends Waiter<Void> {
    private static final int WAITING = 1;

    private final WaitQueue queue;
    private final BooleanSupplier needless;

    Notification(WaitQueue queue, BooleanSupplier needless) {
        this.queue = queue;
        this.needless = needless;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            queue.check();
            if (needless.getAsBoolean()) {
                return null;
            }
            queue.join(this);
            return park(machine, WAITING);
        }
        queue.leave(this);
        unparked(machine);
        return null;
    }
}
