package dev.fermata.machine;

import org.jspecify.annotations.Nullable;

/** Stands for a body that has suspended by {@link Machine#relay} where nobody is left that awaits it by a call. */
final class Relay extends Frame {
    private Relay() {}

    /** Declared to return a Frame: else whoever starts a machine would load this class to verify that one. */
    static Frame made() {
        return new Relay();
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        return machine.resumed();
    }
}
