package dev.fermata.asyncio.sync;

import dev.fermata.CancelledError;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Releases a condition's lock, waits to be notified, and acquires the lock again whatever happens: whoever awaits this holds
 * the lock and is going to release it.
 */
final class ConditionWait extends Waiter<Void> {
    private static final int WAITING = 1;
    private static final int RELOCKING = 2;

    private final AsyncCondition condition;
    private boolean notified;
    private @Nullable Throwable failure;

    ConditionWait(AsyncCondition condition) {
        this.condition = condition;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        return switch (state) {
            case CREATED -> start(machine);
            case WAITING -> woken(machine);
            default -> relocked(machine);
        };
    }

    private Object start(Machine machine) {
        condition.requireLocked("wait");
        condition.waiters.join(this); // before the release: it fails without a loop
        condition.release();
        return park(machine, WAITING);
    }

    private @Nullable Object woken(Machine machine) throws Throwable {
        notified = woken;
        condition.waiters.leave(this);
        try {
            unparked(machine);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        return relock(machine);
    }

    private @Nullable Object relock(Machine machine) throws Throwable {
        try {
            if (Machine.await(condition.acquire(), machine) == Machine.SUSPENDED) {
                return machine.suspend(this, RELOCKING);
            }
        } catch (Throwable thrown) { // the lock has come to belong to another loop
            failure = thrown;
        }
        return end();
    }

    private @Nullable Object relocked(Machine machine) throws Throwable {
        try {
            machine.resumed();
        } catch (CancelledError cancelled) {
            failure = cancelled;
            return relock(machine);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        return end();
    }

    private @Nullable Object end() throws Throwable {
        if (failure != null) {
            if (notified) {
                condition.waiters.wake(1);
            }
            throw failure;
        }
        return null;
    }
}
