package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits on a condition again and again, until something is so. */
final class PredicateWait extends Coroutine<Void> {
    private static final int WAITING = 1;

    private final AsyncCondition condition;
    private final BooleanSupplier predicate;

    PredicateWait(AsyncCondition condition, BooleanSupplier predicate) {
        this.condition = condition;
        this.predicate = Objects.requireNonNull(predicate, "predicate");
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        if (state == WAITING) {
            machine.resumed();
        }
        if (predicate.getAsBoolean()) {
            return null;
        }
        Machine.await(condition.waitFor(), machine); // suspends or throws
        return machine.suspend(this, WAITING);
    }
}
