package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Does something when it is awaited, without suspending. */
final class Immediate extends Coroutine<Void> {
    private final Runnable action;

    Immediate(Runnable action) {
        this.action = action;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        action.run();
        return null;
    }
}
