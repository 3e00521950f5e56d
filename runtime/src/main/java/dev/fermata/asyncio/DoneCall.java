package dev.fermata.asyncio;

import java.util.function.Consumer;

/**
 * The call of a callback of a promise that has its outcome, as a handle runs it. A class, since each program's start would pay
 * for a lambda: the run of the main coroutine ends by one.
 */
record DoneCall(Consumer<Object> callback, Promise<?> promise) implements Runnable {
    @Override
    public void run() {
        callback.accept(promise);
    }
}
