package dev.fermata.asyncio.sync;

import dev.fermata.machine.Machine;

/** Enters a barrier, and waits for the others. */
final class BarrierWait extends Waiter<Integer> {
    private static final int ENTERING = 1;
    private static final int WAITING = 2;

    private final AsyncBarrier barrier;

    /** Of {@link AsyncBarrier}: what it gives to this one. */
    int index;

    BarrierWait(AsyncBarrier barrier) {
        this.barrier = barrier;
    }

    @Override
    protected Object step(Machine machine, int state) {
        if (state == WAITING) {
            return released(machine);
        }
        if (state == ENTERING) {
            machine.resumed();
        } else if (!barrier.admits()) {
            Machine.await(barrier.entry(), machine); // suspends, or throws
            return machine.suspend(this, ENTERING);
        }
        if (barrier.arrive()) {
            barrier.depart();
            return barrier.parties() - 1;
        }
        try {
            barrier.parties.join(this);
        } catch (Throwable unusable) {
            barrier.depart();
            throw unusable;
        }
        return park(machine, WAITING);
    }

    private Integer released(Machine machine) {
        barrier.parties.leave(this);
        try {
            unparked(machine);
            barrier.requireReleased();
            return index;
        } finally {
            barrier.depart();
        }
    }
}
