package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Enters a barrier, and waits for the others. */
final class BarrierWait extends Coroutine<Integer> {
    private static final int ENTERING = 1;
    private static final int WAITING = 2;

    private final AsyncBarrier barrier;
    private @Nullable Waiter waiter;

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
        Waiter own;
        try {
            own = barrier.parties.join();
        } catch (Throwable unusable) {
            barrier.depart();
            throw unusable;
        }
        waiter = own;
        return own.suspend(machine, this, WAITING);
    }

    private Integer released(Machine machine) {
        Waiter own = Objects.requireNonNull(waiter);
        barrier.parties.leave(own);
        try {
            machine.resumed();
            barrier.requireReleased();
            return own.index;
        } finally {
            barrier.depart();
        }
    }
}
