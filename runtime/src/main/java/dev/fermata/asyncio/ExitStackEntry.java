package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Enters a context manager; once it has been entered, the stack will exit it. */
final class ExitStackEntry<T extends @Nullable Object> extends Coroutine<T> {
    private static final int ENTERING = 1;

    private final AsyncExitStack stack;
    private final AsyncContextManager<T> manager;

    ExitStackEntry(AsyncExitStack stack, AsyncContextManager<T> manager) {
        this.stack = stack;
        this.manager = manager;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        Object value = state == ENTERING ? machine.resumed() : Machine.await(manager.enter(), machine);
        if (value == Machine.SUSPENDED) {
            return machine.suspend(this, ENTERING);
        }
        stack.push(manager::exit);
        return value;
    }
}
