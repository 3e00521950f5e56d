package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** The thread-locals that a context carries, while it is not entered, and what puts those of the thread back while it is. */
final class CarriedThreadLocals {
    private final ThreadLocalBridge bridge;
    private @Nullable Object values;
    private @Nullable Runnable back;

    private CarriedThreadLocals(ThreadLocalBridge bridge, @Nullable Object values) {
        this.bridge = bridge;
        this.values = values;
    }

    /** Those of this thread. */
    static CarriedThreadLocals captured(ThreadLocalBridge bridge) {
        try {
            return new CarriedThreadLocals(bridge, bridge.capture());
        } catch (RuntimeException failed) {
            report(failed);
            return new CarriedThreadLocals(bridge, null);
        }
    }

    /** Those of this thread, if it is in that context, else those that are carried. */
    CarriedThreadLocals copy(boolean entered) {
        return entered ? captured(bridge) : new CarriedThreadLocals(bridge, values);
    }

    void install() {
        try {
            back = bridge.install(values);
        } catch (RuntimeException failed) {
            report(failed);
        }
    }

    void takeBack() {
        Runnable outside = back;
        back = null;
        if (outside == null) {
            return;
        }
        try {
            values = bridge.capture();
        } catch (RuntimeException failed) {
            report(failed);
        }
        try {
            outside.run();
        } catch (RuntimeException failed) {
            report(failed);
        }
    }

    /** The code of others, which must not end the loop. */
    private static void report(RuntimeException failed) {
        BaseEventLoop loop = CurrentLoop.running();
        if (loop == null) {
            throw failed;
        }
        loop.report(new ErrorContext("thread-locals could not follow a task", failed, null, null, null));
    }
}
