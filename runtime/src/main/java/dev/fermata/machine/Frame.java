package dev.fermata.machine;

import org.jspecify.annotations.Nullable;

/**
 * One activation of a coroutine or generator function: its state, its spilled variables (in the subclass), and a link to
 * the frame that awaits it.
 *
 * <pre>
 *   state        value      meaning
 *   CREATED      0          nothing of the body has run
 *   SUSPENDED    1, 2, ..   stopped at that suspension point, in the order of the bytecode
 *   RUNNING      -1         the body is on some thread's stack, or its callee is
 *   CLOSED       -2         returned, threw, or was closed
 *
 *   from         to         by
 *   CREATED      RUNNING    Machine.await, Machine.resume
 *   CREATED      SUSPENDED  Machine.suspend, called by a body that was entered without a frame
 *   SUSPENDED    RUNNING    Machine.resume; Machine.enter, by the frame that then awaits it
 *   RUNNING      SUSPENDED  Machine.suspend, called by the body; a body that yields to the frame which entered it
 *   any          SUSPENDED  Machine.relayFrame, called by the body
 *   RUNNING      CLOSED     Machine, when the body returns or throws
 *   SUSPENDED    CLOSED     Machine.leave, called by the driver to which a frame was relayed
 *   CREATED      CLOSED     close()
 * </pre>
 */
public abstract class Frame {
    /** Nothing of the body has run. */
    protected static final int CREATED = 0;

    /** The body is on a stack. */
    protected static final int RUNNING = -1;

    /** The body has ended. */
    protected static final int CLOSED = -2;

    /**
     * Where a frame goes on that has suspended by {@link Machine#relay} and was started by its driver, or by {@link
     * Machine#relayFrame}.
     */
    protected static final int RELAYED = 1;

    /** A fresh frame whose origin is tracked, see {@link Origins}; to everybody else it is CREATED. */
    static final int TRACKED = -3;

    /** A fresh frame while {@link FrameProbe#areFreshAndDistinct} runs. */
    static final int MET = -4;

    int state;

    /** The frame that awaits this one; null at the root of a chain and while not suspended below anyone. */
    @Nullable
    Frame awaiter;

    /** For subclasses: generated code, and the runtime's hand-written frames. */
    protected Frame() {}

    /**
     * Runs the body from {@code state} to its next suspension or its end.
     *
     * <p>A suspending body spills what it needs, returns what {@link Machine#suspend} gave it, and is called again with the
     * state that it passed there; it then takes what it was resumed with from {@link Machine#resumed}.
     *
     * @param machine the machine that runs this frame
     * @param state {@link #CREATED} at the first call, then the number given to {@link Machine#suspend}
     * @return the outcome, or {@link Machine#SUSPENDED}
     * @throws Throwable what the body throws, checked exceptions included
     */
    protected abstract @Nullable Object step(Machine machine, int state) throws Throwable;

    /**
     * Says where this frame is suspended, for stack traces.
     *
     * @param state the suspension point
     * @return the place in the source, or null if this frame has no source of its own
     */
    protected @Nullable StackTraceElement location(int state) {
        return null;
    }

    /**
     * Hands out the table that names the variables this frame keeps, and then their values. For {@link Locals}, which has the
     * format.
     *
     * @param index 0 for the table, a String, or its first part; the next ones for its other parts, if it has any, and for
     *     the values
     * @return it; null of a frame that has no source of its own, or whose class file has no names
     */
    protected @Nullable Object local(int index) {
        return null;
    }

    /**
     * Says what this frame is, in the words of the messages about its misuse.
     *
     * @return a noun: coroutine, generator
     */
    protected String noun() {
        return "coroutine";
    }

    /**
     * Returns the state, see the table above.
     *
     * @return one of the constants, or the number of the suspension point
     */
    protected final int state() {
        return state == TRACKED ? CREATED : state;
    }

    /**
     * Tracks the origin of this frame, if its thread tracks any. Called by constructors of what is a mistake to drop.
     */
    protected final void track() {
        if (Origins.areTracked() && Origins.made(this)) {
            state = TRACKED;
        }
    }

    /**
     * Says that the body of this frame has made it, and so has begun: nobody has dropped what was never made for him. Called
     * right after the constructor.
     */
    protected final void begun() {
        isFresh();
    }

    /** Whether this can be started; it is not tracked any more then. */
    final boolean isFresh() {
        if (state == TRACKED) {
            Origins.begun(this);
            state = CREATED;
        }
        return state == CREATED;
    }

    /**
     * Returns the frame that awaits this one.
     *
     * @return the awaiting frame, or null at the root
     */
    protected final @Nullable Frame awaiter() {
        return awaiter;
    }

    /**
     * Makes {@code root} the frame that is resumed when this one, at present the root of a chain, ends.
     *
     * @param root the new root, or null to cut the link
     */
    protected final void awaitedBy(@Nullable Frame root) {
        awaiter = root;
    }

    /**
     * Ends a frame that never ran. No code of the body runs, no finally block either.
     *
     * @throws IllegalStateException if it has started
     */
    protected final void discard() {
        if (!isFresh()) {
            throw misuse();
        }
        state = CLOSED;
        release();
    }

    /**
     * Drops what this frame was made with: the receiver of the function, and its arguments if it never ran. Called on frames
     * that will not run again and that someone may still hold: those that never ran, and the roots of chains, as a task
     * holds its coroutine. Not called on those in between, which are garbage when they have ended.
     */
    protected void release() {}

    /**
     * Told that this frame, which another one awaited, was closed by itself and has not thrown.
     *
     * @param leaf the leaf of the chain that ends in this frame, if it has suspended instead; null if it has returned
     * @param outcome what it has returned
     */
    protected void cutOff(@Nullable Frame leaf, @Nullable Object outcome) {}

    /**
     * Returns the leaf of the chain above which this frame hangs as its driver.
     *
     * @return the leaf, or null if this frame drives nothing
     */
    protected @Nullable Frame driven() {
        return null;
    }

    /**
     * Returns what users know this frame as, where somebody asks what another one awaits.
     *
     * @return this, or the object that was awaited by way of this frame
     */
    protected Object shownAs() {
        return this;
    }

    /** Names the function and the state: what a debugger or a log shows of a coroutine. */
    @Override
    public String toString() {
        StackTraceElement function = location(CREATED);
        String name =
                function == null ? getClass().getName() : function.getClassName() + "." + function.getMethodName();
        StackTraceElement place = state > 0 ? location(state) : null;
        String where = switch (state()) {
            case CREATED -> "created";
            case RUNNING -> "running";
            case CLOSED -> "closed";
            default -> "suspended" + (place == null ? "" : " at line " + place.getLineNumber());
        };
        return noun() + " " + name + ", " + where;
    }

    /**
     * Says why this frame, which is not fresh, cannot be started: Python's wording.
     *
     * @return the error, to be thrown
     */
    protected final IllegalStateException misuse() {
        String text = switch (state()) {
            case RUNNING -> noun() + " already executing";
            case CLOSED -> "cannot reuse already awaited " + noun();
            case CREATED -> noun() + " was not started";
            default -> noun() + " is being awaited already";
        };
        return new IllegalStateException(text);
    }

    /**
     * Looks up the place of a suspension point in the table that a generated class carries as a string constant: the line
     * of point n is the n-th character, the line of the method itself comes first. A constant and not an array: it costs
     * nothing until a trace is made, and the class needs no static initializer.
     *
     * @param type the binary name of the class that declares the function
     * @param method the name of the function
     * @param file the source file, or null if the class file does not name it
     * @param lines the table
     * @param state the suspension point
     * @return the place
     */
    protected static StackTraceElement locate(
            String type, String method, @Nullable String file, String lines, int state) {
        int line = state >= 0 && state < lines.length() ? lines.charAt(state) : -1;
        return new StackTraceElement(type, method, file, line == 0 ? -1 : line);
    }

    /**
     * Makes an object of a value that {@link #local} hands out: a call of this takes less room in a generated class than one
     * of the box's own class.
     *
     * @param value an int, or anything narrower
     * @return an Integer
     */
    protected static Object box(int value) {
        return value;
    }

    /**
     * As {@link #box(int)}.
     *
     * @param value a long
     * @return a Long
     */
    protected static Object box(long value) {
        return value;
    }

    /**
     * As {@link #box(int)}.
     *
     * @param value a float
     * @return a Float
     */
    protected static Object box(float value) {
        return value;
    }

    /**
     * As {@link #box(int)}.
     *
     * @param value a double
     * @return a Double
     */
    protected static Object box(double value) {
        return value;
    }
}
