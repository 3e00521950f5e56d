package dev.fermata.machine;

/** What {@link Machine#RESUMED} is: never runs. */
final class Resumed extends Frame {
    Resumed() {
        state = CLOSED;
    }

    @Override
    protected Object step(Machine machine, int state) {
        throw misuse();
    }
}
