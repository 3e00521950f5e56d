package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** A callback of a promise, with the context that it runs in. One that runs in an empty context is kept as it is. */
record ContextCallback(Object callback, Context context) {
    static Object of(Object callback, @Nullable Context context) {
        return context == null ? callback : new ContextCallback(callback, context);
    }

    /** The callback, as whoever takes it back knows it. */
    static Object callback(Object waiter) {
        return waiter instanceof ContextCallback it ? it.callback : waiter;
    }

    static @Nullable Context context(Object waiter) {
        return waiter instanceof ContextCallback it ? it.context : null;
    }
}
