package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits to be woken, unless there is no need; does not ask again then. There is nothing to take, so nothing to hand on. */
final class Notification extends Coroutine<Void> {
    private static final int WAITING = 1;

    private final WaitQueue queue;
    private final BooleanSupplier needless;
    private @Nullable Waiter waiter;

    Notification(WaitQueue queue, BooleanSupplier needless) {
        this.queue = queue;
        this.needless = needless;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        Waiter own = waiter;
        if (own == null) {
            queue.check();
            if (needless.getAsBoolean()) {
                return null;
            }
            own = queue.join();
            waiter = own;
            return own.suspend(machine, this, WAITING);
        }
        queue.leave(own);
        return machine.resumed();
    }
}
