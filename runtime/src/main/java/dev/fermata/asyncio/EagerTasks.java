package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has tasks begin at once, but those that must not. */
record EagerTasks(TaskFactory maker) implements TaskFactory {
    EagerTasks {
        Objects.requireNonNull(maker, "maker");
    }

    @Override
    public <T extends @Nullable Object> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        return maker.create(loop, coroutine, options.deferred ? options : options.eager());
    }
}
