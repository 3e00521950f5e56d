package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import org.jspecify.annotations.Nullable;

/** Does nothing before and after the body. */
record NoContext<T extends @Nullable Object>(T value) implements AsyncContextManager<T> {
    @Override
    public Coroutine<T> enter() {
        return Coroutine.result(value);
    }

    @Override
    public Coroutine<Boolean> exit(@Nullable Throwable thrown) {
        return Coroutine.result(false);
    }
}
