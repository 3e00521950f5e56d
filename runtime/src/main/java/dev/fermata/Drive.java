package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * The root of a chain that somebody drives by hand: it owns the machine, remembers the leaf, and passes on the outcome.
 * Being a frame itself, it hangs above the coroutine as an awaiter does, so coroutines that are never driven by hand pay
 * no field for it.
 */
final class Drive extends Frame {
    private final Machine machine = new Machine();
    private Frame leaf;
    private boolean running;

    Drive(Frame fresh) {
        leaf = fresh;
    }

    @Override
    protected @Nullable Object step(Machine running, int state) {
        return running.resumed();
    }

    /** Resumes the leaf, or ends the chain if it is a GeneratorExit that is raised; returns the outcome of the whole, or {@link Machine#SUSPENDED}. */
    @Nullable
    Object resume(@Nullable Object value, @Nullable Throwable raised) {
        if (running) {
            // The leaf itself would not tell: it may have ended, while those that await it go on.
            throw new IllegalStateException("coroutine already executing");
        }
        running = true;
        try {
            Object outcome = raised instanceof GeneratorExit
                    ? machine.unwind(leaf, this, raised)
                    : machine.resume(leaf, value, raised);
            if (outcome == Machine.SUSPENDED) {
                leaf = machine.leaf();
            }
            return outcome;
        } finally {
            running = false;
        }
    }

    @Override
    protected Frame driven() {
        return leaf;
    }

    /** Tells whether the outcome of the whole was passed on. */
    boolean isOver() {
        return state() == CLOSED;
    }

    @Nullable
    Object yielded() {
        return machine.yielded();
    }
}
