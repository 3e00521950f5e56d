package dev.fermata.asyncio.sync;

import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Stands in line to be woken. */
final class NotificationWait extends Waiter<Void> {
    private final WaitQueue queue;

    NotificationWait(WaitQueue queue) {
        this.queue = queue;
        begun();
    }

    @Override
    protected @Nullable Object outcome() {
        queue.leave(this);
        return null;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == CREATED) {
            queue.join(this);
            return parkAside(machine);
        }
        queue.leave(this);
        unparked(machine);
        return null;
    }
}
