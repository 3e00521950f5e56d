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

    private Drive(Frame fresh) {
        leaf = fresh;
    }

    static Frame of(Frame fresh) {
        return new Drive(fresh);
    }

    /** Whether it goes on when the coroutine below is driven: also where that ended in a tail call, and what it called has not. */
    static boolean isUnfinished(@Nullable Frame driver) {
        return driver instanceof Drive drive && drive.state() != CLOSED;
    }

    /** Resumes the chain below. */
    @SuppressWarnings({"unchecked", "NullAway"}) // a null outcome is a T, for then T is nullable
    static <T extends @Nullable Object> Coroutine.Step<T> step(
            Frame driver, @Nullable Object value, @Nullable Throwable raised) {
        Drive drive = (Drive) driver;
        Object outcome = drive.resume(value, raised);
        return outcome == Machine.SUSPENDED
                ? new Coroutine.Step.Suspended<>(drive.machine.yielded())
                : new Coroutine.Step.Returned<>((T) outcome);
    }

    /** Ends the chain below. */
    static void close(Frame driver) {
        try {
            if (((Drive) driver).resume(null, new GeneratorExit()) == Machine.SUSPENDED) {
                throw new IllegalStateException("coroutine ignored GeneratorExit");
            }
        } catch (GeneratorExit expected) {
            // The usual end: nobody caught it.
        }
    }

    @Override
    protected @Nullable Object step(Machine running, int state) {
        return running.resumed();
    }

    /** Resumes the leaf, or ends the chain if it is a GeneratorExit that is raised; returns the outcome of the whole, or {@link Machine#SUSPENDED}. */
    private @Nullable Object resume(@Nullable Object value, @Nullable Throwable raised) {
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
}
