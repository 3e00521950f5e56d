package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Calls a supplier of a coroutine when it runs itself, so on the loop, and runs that coroutine in its place. */
final class SupplierCoroutine<T extends @Nullable Object> extends Coroutine<T> {
    private final CoroutineFactory<T> supplier;

    SupplierCoroutine(CoroutineFactory<T> supplier) {
        this.supplier = supplier;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        return machine.tail(supplier.create(), this);
    }
}
