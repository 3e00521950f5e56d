package dev.fermata.machine;

import org.jspecify.annotations.Nullable;

/** Ends chains that are suspended, see {@link Machine#unwind}. */
final class Unwinding {
    private Unwinding() {}

    /** Closes one frame after the other from the leaf on, and resumes the last one with what comes out of that. */
    static @Nullable Object of(Machine machine, Frame leaf, @Nullable Frame driver, Throwable exit) {
        if (leaf.state < 0 && !leaf.isFresh()) {
            throw leaf.misuse();
        }
        Frame frame = leaf;
        Throwable thrown = exit;
        for (Frame up = frame.awaiter; up != null && up != driver; up = frame.awaiter) {
            frame.awaiter = null;
            thrown = close(machine, frame, up, thrown, exit);
            frame = up;
        }
        return machine.resume(frame, null, thrown);
    }

    /** Closes a frame that {@code up} awaited, and gives what is to be thrown there. */
    private static Throwable close(Machine machine, Frame frame, Frame up, Throwable thrown, Throwable exit) {
        try {
            Object outcome = machine.resume(frame, null, thrown);
            if (outcome != Machine.SUSPENDED) {
                frame.cutOff(null, outcome);
                return exit;
            }
        } catch (Throwable failure) {
            if (exit.getClass().isInstance(failure)) {
                return exit;
            }
            if (failure != thrown) {
                Trace.extend(failure, frame, up, thrown);
            }
            return failure;
        }
        machine.yielded();
        frame.cutOff(machine.leaf(), null);
        return new IllegalStateException(
                frame.noun() + " ignored " + exit.getClass().getSimpleName());
    }
}
