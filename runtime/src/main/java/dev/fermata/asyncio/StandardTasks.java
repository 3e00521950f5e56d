package dev.fermata.asyncio;

import dev.fermata.Coroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes tasks as a loop without a factory does. */
final class StandardTasks implements TaskFactory {
    static final TaskFactory FACTORY = new StandardTasks();

    private StandardTasks() {}

    @Override
    public <T extends @Nullable Object> Task<T> create(EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
        if (Objects.requireNonNull(loop, "loop") instanceof BaseEventLoop own) {
            return own.makeTask(coroutine, options);
        }
        BaseEventLoop.discard(coroutine);
        throw new IllegalArgumentException("TaskFactory.standard() makes tasks for the loops of EventLoop.create()"
                + " and the adapters, not for " + loop);
    }

    @Override
    public String toString() {
        return "TaskFactory.standard()";
    }
}
