package dev.fermata.asyncio.sync;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Acquires, runs a body, and releases however that ends. What the body throws counts, as in a try with resources. */
final class HeldBody<T extends @Nullable Object> extends Coroutine<T> {
    private static final int ACQUIRING = 1;
    private static final int RUNNING_BODY = 2;

    private final Holdable held;
    private final AsyncSupplier<T> body;

    HeldBody(Holdable held, AsyncSupplier<T> body) {
        this.held = held;
        this.body = Objects.requireNonNull(body, "body");
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        if (state == CREATED) {
            if (Machine.await(held.acquire(), machine) == Machine.SUSPENDED) {
                return machine.suspend(this, ACQUIRING);
            }
        } else if (state == ACQUIRING) {
            machine.resumed();
        }
        Object outcome;
        try {
            outcome = state == RUNNING_BODY ? machine.resumed() : Machine.await(body.get(), machine);
        } catch (Throwable thrown) {
            releaseAfter(thrown);
            throw thrown;
        }
        if (outcome == Machine.SUSPENDED) {
            return machine.suspend(this, RUNNING_BODY);
        }
        held.release();
        return outcome;
    }

    private void releaseAfter(Throwable thrown) {
        try {
            held.release();
        } catch (Throwable second) {
            thrown.addSuppressed(second);
        }
    }
}
