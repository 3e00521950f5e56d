package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;

/** Acquires, and gives what releases. */
final class HoldAcquisition extends Coroutine<Hold> {
    private static final int ACQUIRING = 1;

    private final Holdable held;

    HoldAcquisition(Holdable held) {
        this.held = held;
    }

    @Override
    protected Object step(Machine machine, int state) {
        if (state == ACQUIRING) {
            machine.resumed();
        } else if (Machine.await(held.acquire(), machine) == Machine.SUSPENDED) {
            return machine.suspend(this, ACQUIRING);
        }
        return new Hold(held);
    }
}
