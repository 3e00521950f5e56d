package dev.fermata.machine;

import org.jspecify.annotations.Nullable;

/**
 * A machine that runs one chain only, and whose driver asks for one element after the other: that of a generator which
 * delegates, or is sent to. Between two elements the register of the leaf stays as it is, so that nothing is moved to and fro.
 *
 * <pre>
 *   first   driven    the chain
 *   null    false     is new: its root comes next; or it has ended, or another machine runs it
 *   frame   false     is suspended, and goes on there
 *   any     true      is on some thread's stack
 * </pre>
 *
 * <p>The frames alone do not tell whether it runs: after a resume all but the leaf are suspended.
 */
public final class Chain extends Machine {
    private boolean driven;

    /** Makes the machine of a chain that has not run. */
    public Chain() {}

    /**
     * Tells whether the chain runs.
     *
     * @return true while it is on a stack
     */
    public boolean isDriven() {
        return driven;
    }

    /**
     * Tells whether the chain is suspended here, and {@link #resume()} may be called.
     *
     * @return true if so
     */
    public boolean isWaiting() {
        return first != null && !driven;
    }

    /**
     * Takes the leaf away, for another machine to run the chain.
     *
     * @param root the root of the chain
     * @return the frame to be resumed next: the root, if nothing has run
     */
    public Frame leaf(Frame root) {
        return first == null ? root : leaf();
    }

    /**
     * Runs the chain from its leaf, or from its root if nothing has run, to where it suspends or ends.
     *
     * @param root the root of the chain
     * @param sent as for {@link #resume(Frame, Object, Throwable)}
     * @param raised as for {@link #resume(Frame, Object, Throwable)}
     * @return as {@link #resume(Frame, Object, Throwable)}
     */
    public @Nullable Object drive(Frame root, @Nullable Object sent, @Nullable Throwable raised) {
        Frame leaf = leaf(root);
        driven = true;
        try {
            return resume(leaf, sent, raised);
        } finally {
            driven = false;
        }
    }

    /**
     * Ends the chain, as {@link #unwind}.
     *
     * @param root the root of the chain
     * @param exit as for {@link #unwind}
     * @return as {@link #unwind}
     */
    public @Nullable Object end(Frame root, Throwable exit) {
        Frame leaf = leaf(root);
        driven = true;
        try {
            return unwind(leaf, null, exit);
        } finally {
            driven = false;
        }
    }

    /**
     * Goes on behind {@link #run}, which has suspended and has made this, until the chain that there is now has a leaf that waits.
     *
     * @return as {@link #resume(Frame, Object, Throwable)}
     */
    public @Nullable Object settle() {
        if (wish != TO_GO_ON) {
            return SUSPENDED;
        }
        wish = TO_WAIT;
        return resume();
    }

    /**
     * As {@link #resume(Frame, Object, Throwable)} with nothing sent, where the chain waits: what the consumer of generators does for each element. Not one
     * method with that, whose registers and their clearing cost as much as a step.
     *
     * @return the root's outcome, or {@link #SUSPENDED}: then take {@link #yielded}
     */
    @SuppressWarnings("NullAway") // it is waiting
    public @Nullable Object resume() {
        Frame frame = first;
        first = null;
        driven = true;
        try {
            for (; ; ) {
                Object result;
                try {
                    result = start(frame, frame.state);
                } catch (Throwable thrown) {
                    return fail(frame, frame.awaiter, thrown);
                }
                if (result == SUSPENDED) {
                    if (last != frame) {
                        link(frame, frame.awaiter);
                    }
                    if (yielded == null && wish == TO_GO_ON) {
                        wish = TO_WAIT;
                        frame = leaf();
                        continue;
                    }
                    return SUSPENDED;
                }
                Frame up = frame.awaiter;
                frame.state = Frame.CLOSED;
                if (up == null) {
                    frame.release();
                    return result;
                }
                frame.awaiter = null;
                if (result != null) { // else, as most often, the register is clear as it is
                    value = result;
                }
                frame = up;
            }
        } finally {
            driven = false;
        }
    }
}
