package dev.fermata.asyncio;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Closes a resource after the body. */
record ClosingContext<C extends AsyncCloseable>(C resource) implements AsyncContextManager<C> {
    @Override
    public Coroutine<C> enter() {
        return Coroutine.result(resource);
    }

    @Override
    public Coroutine<Boolean> exit(@Nullable Throwable thrown) {
        return new Exit<>(resource::aclose);
    }

    /** Awaits a coroutine whose value does not matter, and swallows nothing. */
    static final class Exit<T extends @Nullable Object> extends Coroutine<Boolean> {
        private static final int AWAITING = 1;

        private final CoroutineFactory<T> action;

        Exit(CoroutineFactory<T> action) {
            this.action = action;
        }

        @Override
        protected Object step(Machine machine, int state) throws Throwable {
            if (state == AWAITING) {
                machine.resumed();
            } else if (Machine.await(action.create(), machine) == Machine.SUSPENDED) {
                return machine.suspend(this, AWAITING);
            }
            return false;
        }
    }
}
