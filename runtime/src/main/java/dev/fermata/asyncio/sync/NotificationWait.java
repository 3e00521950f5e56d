package dev.fermata.asyncio.sync;

import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Stands in line to be woken. */
final class NotificationWait extends Waiter<Void> {
    private static final int WAITING = 1;

    private final WaitQueue queue;

    NotificationWait(WaitQueue queue) {
        this.queue = queue;
        begun();
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            queue.join(this);
            return park(machine, WAITING);
        }
        queue.leave(this);
        unparked(machine);
        return null;
    }
}
