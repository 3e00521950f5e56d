package dev.fermata.asyncio.testing;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Waits until a {@link ManualClock} finds that all others wait. */
final class BlockedWait extends Coroutine<Void> {
    private static final int WAITING = 1;

    private final ManualClock clock;

    BlockedWait(ManualClock clock) {
        this.clock = clock;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            return machine.resumed();
        }
        Promise<@Nullable Object> blocked = EventLoop.running().createPromise();
        clock.tellWhenBlocked(blocked);
        Object outcome = Machine.await(blocked.asCoroutine(), machine);
        return outcome == Machine.SUSPENDED ? machine.suspend(this, WAITING) : outcome;
    }
}
