package dev.fermata.asyncio;

import java.util.function.Consumer;

/**
 * The call of a callback of a promise that has its outcome, as a handle runs it. A class, since a lambda would be paid
 * for by the start of each program that has a task group.
 */
record DoneCall(Consumer<Object> callback, Promise<?> promise) implements Runnable {
    @Override
    public void run() {
        callback.accept(promise);
    }
}
