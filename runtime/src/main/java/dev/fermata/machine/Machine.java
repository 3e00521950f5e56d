package dev.fermata.machine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs chains of frames. The registers below are live only while a chain runs or unwinds, so one machine serves all tasks
 * of a loop, one after the other; what a suspended chain needs is in its frames.
 *
 * <p><b>Direct call.</b> {@link #await} runs the callee on the Java stack. If it does not suspend, no frame is linked and
 * nothing is spilled.
 *
 * <p><b>Fused call.</b> A body that awaits what a function of its own class returns need not have the coroutine made: it calls
 * the other body with no frame and with its depth, see {@link #entry}. That body makes its frame when it suspends. The
 * machine has no part in such a call, and a test that nothing is left of one that was cut short is not made at each: what
 * an abandoned chain leaves in the registers, the next leaf to suspend overwrites. A body that always ends with a primitive of one type
 * returns that without its box, see {@link Primitives}.
 *
 * <p><b>Unwinding.</b> If the leaf suspends, it calls {@link #suspend} and returns {@link #SUSPENDED}; each caller sees
 * that, spills, calls {@link #suspend} itself, and so links its callee to itself. The driver finds the whole chain behind
 * {@link #leaf}.
 *
 * <p><b>Leaf resume.</b> {@link #resume} steps the leaf and, when a frame ends, goes on with its awaiter in a loop: the cost
 * does not depend on the depth, and there is no Java recursion.
 *
 * <p><b>Deep.</b> Every {@value #DEPTH_LIMIT}th nested direct call is not made: the callee becomes the leaf, unstarted; the
 * stack unwinds as for any suspension; and {@link #resume} starts it at once from the bottom. The rejected alternative, to
 * catch StackOverflowError, is unsound: it strikes between any two instructions of the user's code.
 */
public sealed class Machine permits Chain {
    /**
     * What a body returns when it has suspended; no user's value is ever this object. Compared by identity only.
     */
    public static final Object SUSPENDED = new Suspended();

    /**
     * Stands for a callee whose outcome is there: a body that is resumed at an await enters the same call again with this,
     * and so takes the outcome where its handlers protect it. A frame, so that the call needs no other test for it than
     * that for misuse, which fails.
     */
    public static final Frame RESUMED = new Resumed();

    /**
     * How many direct calls may be nested on the Java stack; a fused one counts as any. An interpreted body takes up to three Java frames, some hundreds of
     * bytes, so this stays well within the smallest default stack (512 KB), even if bodies have large frames.
     */
    static final int DEPTH_LIMIT = 200;

    /** As many as HotSpot takes of a thread's stack (MaxJavaStackTraceDepth): a chain of a million frames has no reader. */
    static final int TRACE_LIMIT = 1024;

    // What the leaf of an unwinding chain wants of its driver: to be resumed, to be resumed with the outcome of what
    // it gave (see relay()), to be resumed at once. One register, since each is a store at each switch.
    static final byte TO_WAIT = 0;
    private static final byte TO_RELAY = 1;
    static final byte TO_GO_ON = 2;

    /**
     * Whether the body that has just returned a mark has suspended, see {@link Primitives}. The body sets it by the last thing that it
     * does. Who has entered it takes it back by the first that it does then, or if that fails: no other body ever finds it set, not even behind one
     * that has found the stack exhausted.
     */
    public boolean suspended;

    // Registers of a running chain.
    int depth;

    @Nullable
    Object value;

    private @Nullable Throwable error;

    // Registers of an unwinding chain: its leaf, the frame linked last, and what the leaf gave its driver.
    @Nullable
    Frame first;

    @Nullable
    Frame last;

    @Nullable
    Object yielded;

    byte wish; // set by each leaf; else only a driver that goes on at once sets it back

    private final @Nullable Driver driver;

    /** Makes an idle machine of a driver that knows nothing of its bodies. */
    public Machine() {
        this(null);
    }

    /**
     * Makes an idle machine.
     *
     * @param driver whom the bodies may ask; null if that is nobody
     */
    public Machine(@Nullable Driver driver) {
        this.driver = driver;
    }

    // ---- called by bodies

    /**
     * Awaits a frame: runs it, on this stack if it is not too deep.
     *
     * @param callee a fresh frame, or {@link #RESUMED}; null is the mistake of whoever made it, and is told so
     * @param machine the machine that runs the caller
     * @return the callee's outcome, or {@link #SUSPENDED}: then the caller spills and calls {@link #suspend}
     * @throws IllegalStateException if the callee is not fresh
     */
    public static @Nullable Object await(@Nullable Frame callee, Machine machine) {
        return machine.call(callee, machine.depth);
    }

    /**
     * As {@link #await(Frame, Machine)}, called by a body that knows how deep it is itself.
     *
     * @param callee a fresh frame, or {@link #RESUMED}; null is the mistake of whoever made it, and is told so
     * @param machine the machine that runs the caller
     * @param entry what the caller was entered with, or what {@link #entry} gave when it was resumed: 0 or less
     * @return the callee's outcome, or {@link #SUSPENDED}: then the caller spills and calls {@link #suspend}
     * @throws IllegalStateException if the callee is not fresh
     */
    public static @Nullable Object await(@Nullable Frame callee, Machine machine, int entry) {
        return machine.call(callee, -entry);
    }

    /**
     * Tells a body that is started or resumed through its frame how deep that is. A body counts from there by itself: it
     * passes one less to each body that it calls.
     *
     * @return the number of direct calls that are nested on the Java stack, negated, so that it is no state to resume at
     */
    public int entry() {
        return -depth;
    }

    /**
     * Does not enter a body, which would be nested too deep; its frame is started from the bottom when the stack has
     * unwound.
     *
     * @param callee a fresh frame
     * @return {@link #SUSPENDED}, for the body to return
     */
    public Object deep(Frame callee) {
        callee.isFresh(); // and begins, here
        adopt(callee, callee);
        return bounce();
    }

    /**
     * Suspends a body: remembers where, and links the frames below to it.
     *
     * @param frame the body's frame, which it has spilled into
     * @param state the suspension point, from 1
     * @return {@link #SUSPENDED}, for the body to return
     */
    public Object suspend(Frame frame, int state) {
        frame.state = state;
        if (last == null) {
            first = frame;
        } else {
            last.awaiter = frame;
        }
        last = frame;
        return SUSPENDED;
    }

    /**
     * As {@link #suspend(Frame, int)}, for a body that may be run without a machine, see {@link #run}.
     *
     * @param frame the body's frame, which it has spilled into
     * @param machine the machine that runs it, if there is one
     * @param state the suspension point, from 1
     * @return {@link #SUSPENDED}, for the body to return
     */
    public static Object suspend(Frame frame, @Nullable Machine machine, int state) {
        if (machine != null) {
            return machine.suspend(frame, state);
        }
        frame.state = state;
        return SUSPENDED;
    }

    /**
     * As {@link #resumed()}, for such a body.
     *
     * @param machine the machine that runs it, if there is one
     * @return the value; null without a machine
     */
    public static @Nullable Object resumed(@Nullable Machine machine) {
        return machine == null ? null : machine.resumed();
    }

    /**
     * Leaves a value for the driver, just before a leaf suspends.
     *
     * @param given what the driver sees as {@link #yielded}
     */
    public void yield(@Nullable Object given) {
        last = null; // what a chain has left whose unwinding was cut short, and whose error somebody caught
        wish = TO_WAIT;
        yielded = given;
    }

    /**
     * Suspends a body that need not run again, for what its driver sends is its outcome. If another body has called it, it
     * leaves no frame in the chain: the frame that awaits it is the leaf. So a switch resumes one frame instead of two. And
     * as the frame is not handed over here, the JIT compiler may find that nobody needs the object, however seldom it gets
     * here. A frame that the driver has started itself is the leaf, as if it had suspended at {@link Frame#RELAYED}.
     *
     * @param given what the driver sees as {@link #yielded}
     * @return {@link #SUSPENDED}, for the body to return; only if the driver {@link #relays}
     */
    public Object relay(@Nullable Object given) {
        first = null;
        last = null;
        wish = TO_RELAY;
        yielded = given;
        return SUSPENDED;
    }

    /**
     * As {@link #relay}, of a body that gives the driver its own frame: who waits. It says of itself that it is suspended, and
     * nobody else can await it, though the chain does not have it. Its driver then has it {@link #leave}, or {@link #relink}s it.
     *
     * @param frame the body's frame
     * @return {@link #SUSPENDED}, for the body to return; only if the driver {@link #relays}
     */
    public Object relayFrame(Frame frame) {
        frame.state = Frame.RELAYED;
        return relay(frame);
    }

    /**
     * Makes a frame that has suspended by {@link #relayFrame} the leaf after all: its driver has no outcome for the chain.
     *
     * @param callee the frame, which nobody has linked
     * @param leaf the leaf of the chain
     * @return the callee
     */
    public static Frame relink(Frame callee, Frame leaf) {
        callee.awaiter = leaf;
        return callee;
    }

    /**
     * Takes back what {@link #suspend} has linked: the body that has just suspended as a leaf gives its value to the frame
     * that entered it, and not to the driver.
     *
     * @return the value that was left by {@link #yield}, for the body to return
     */
    public @Nullable Object handOver() {
        first = null;
        last = null;
        return yielded();
    }

    /**
     * Tells whether the driver knows of {@link #relay}.
     *
     * @return true if there is a {@link Driver}
     */
    public boolean relays() {
        return driver != null;
    }

    /**
     * Tells whether a leaf that yields null would be resumed with nothing run in between; it need not suspend then.
     *
     * @return what the {@link Driver} says; false without one
     */
    public boolean resumesAtOnce() {
        return driver != null && driver.resumesAtOnce();
    }

    /**
     * Tells the driver of something that begins to run in its chains and may have to be closed with it.
     *
     * @param begun what begins
     */
    public void announce(Object begun) {
        if (driver != null) {
            driver.begins(begun);
        }
    }

    /** Makes the body that suspends next a leaf, which is resumed with this as soon as the stack has unwound. */
    final void resumeWith(Object outcome) {
        last = null; // as yield() does
        value = outcome;
        bounce();
    }

    /**
     * Takes what the body was resumed with: the outcome of the callee, or what the driver sent.
     *
     * @return the value
     */
    public @Nullable Object resumed() {
        Throwable failure = error;
        if (failure != null) {
            error = null;
            throw sneak(failure);
        }
        Object result = value;
        value = null;
        return result;
    }

    /**
     * Ends a body that returns another coroutine: the callee takes its place in the chain, so a loop of tail calls needs
     * constant memory.
     *
     * @param callee a fresh frame; null is the mistake of whoever made it, and is told so
     * @param frame the body's own frame
     * @return what the body has to return
     */
    public @Nullable Object tail(@Nullable Frame callee, Frame frame) {
        frame.state = Frame.CLOSED;
        return call(callee, depth);
    }

    /**
     * As {@link #tail(Frame, Frame)}, called by a body that knows how deep it is itself.
     *
     * @param callee a fresh frame; null is the mistake of whoever made it, and is told so
     * @param frame the body's own frame; null if it has none yet
     * @param entry as for {@link #await(Frame, Machine, int)}
     * @return what the body has to return
     */
    public @Nullable Object tail(@Nullable Frame callee, @Nullable Frame frame, int entry) {
        leave(frame);
        return call(callee, -entry);
    }

    /**
     * Ends a body that returns what it enters another body for: what comes of that is the caller's, and nothing is left to do
     * here. Or one that has suspended by {@link #relayFrame}, and whose outcome its driver has.
     *
     * @param frame the body's own frame; null if it has none
     */
    public static void leave(@Nullable Frame frame) {
        if (frame != null) {
            frame.state = Frame.CLOSED;
        }
    }

    /**
     * Enters a chain that is suspended by itself, on behalf of a body that from now on waits for its root: a generator that
     * was consumed before somebody delegates to it, an async generator at its yield. A fresh frame may be entered as well.
     *
     * <p>A chain of one frame is run on this stack, as by {@link #await}; of a longer one the leaf is resumed from the
     * bottom, once the stack has unwound.
     *
     * @param leaf the leaf of the chain
     * @param root its root, which nobody awaits
     * @param sent what the leaf's suspension point returns; null if it is fresh
     * @param raised what it throws instead, or null; always null if it is fresh
     * @return what the root came to, or {@link #SUSPENDED}: then the caller spills and calls {@link #suspend}
     * @throws IllegalStateException if the leaf is running or closed
     */
    public @Nullable Object enter(Frame leaf, Frame root, @Nullable Object sent, @Nullable Throwable raised) {
        int state = leaf.state;
        if (state < 0) {
            if (!leaf.isFresh()) {
                throw leaf.misuse();
            }
            state = Frame.CREATED;
        }
        value = sent;
        error = raised;
        int outer = depth;
        if (leaf != root || outer >= DEPTH_LIMIT) {
            adopt(leaf, root);
            return bounce();
        }
        // As call(), which stays by itself: it is what awaits cost, and is kept small for the JIT compiler.
        depth = outer + 1;
        leaf.state = Frame.RUNNING;
        Object result;
        try {
            result = leaf.step(this, state);
        } catch (Throwable thrown) {
            leaf.state = Frame.CLOSED;
            depth = outer;
            abandon();
            throw sneak(thrown);
        }
        if (leaf.state == Frame.RUNNING) {
            leaf.state = Frame.CLOSED; // one that has yielded to its awaiter stays where it is
        }
        depth = outer;
        return result;
    }

    /**
     * Puts a suspended chain below a body that suspends at the same time, without resuming it: as if its leaf had just
     * suspended.
     *
     * @param leaf the leaf of the chain
     * @param root its root, which nobody awaits
     */
    public void adopt(Frame leaf, Frame root) {
        first = leaf;
        last = root;
        wish = TO_WAIT;
    }

    /**
     * Says that a body was called with a state that it does not have: its frame is of another version of the class.
     *
     * @param frame the frame
     * @return the error, to be thrown
     */
    public static IllegalStateException unknownState(Frame frame) {
        return new IllegalStateException(frame.getClass().getName()
                + " does not belong to the class that declares its function; compile both again");
    }

    // ---- called by drivers

    /**
     * Tells whether the chain that has just suspended waits by {@link #relay}: then its leaf expects the outcome of what was
     * yielded. To be asked before {@link #yielded}.
     *
     * @return true if so
     */
    public boolean isRelayed() {
        return wish == TO_RELAY;
    }

    /**
     * Tells whether the chain that has just suspended has given its driver nothing. Then there is nothing to relay, either, and
     * {@link #yielded} need not be called.
     *
     * @return true if so
     */
    public boolean hasGivenNothing() {
        return yielded == null;
    }

    /**
     * Starts a chain that has only its root yet; then as {@link #resume}.
     *
     * @param root a fresh frame
     * @return the root's outcome, or {@link #SUSPENDED}
     * @throws IllegalStateException if it is not fresh
     */
    public @Nullable Object begin(Frame root) {
        requireFresh(root);
        return resume(root, null, null);
    }

    /**
     * Runs a chain from its leaf until the leaf suspends or the root ends.
     *
     * <p>May be called while this machine runs another chain (a driver nested in a body): the other chain's registers are
     * kept.
     *
     * @param leaf the leaf of the chain: a fresh frame, or one that is suspended
     * @param sent what the leaf's await returns; ignored by a fresh frame
     * @param raised what it throws instead, or null
     * @return the root's outcome, or {@link #SUSPENDED}: then take {@link #leaf} and {@link #yielded}
     * @throws IllegalStateException if the leaf is running or closed
     */
    public @Nullable Object resume(Frame leaf, @Nullable Object sent, @Nullable Throwable raised) {
        if (leaf.state < 0 && !leaf.isFresh()) {
            throw leaf.misuse();
        }
        int outer = depth;
        Frame frame = leaf;
        value = sent;
        error = raised;
        // What comes from outside has the trace of where it was thrown; only what is thrown in this chain gets its
        // callers.
        Throwable traced = raised;
        try {
            for (; ; ) {
                Frame up = frame.awaiter;
                Object result;
                try {
                    result = start(frame);
                } catch (Throwable thrown) {
                    frame.state = Frame.CLOSED;
                    abandon();
                    if (up == null) {
                        frame.release();
                        throw thrown;
                    }
                    if (thrown != traced) {
                        Trace.extend(thrown, frame, up, traced);
                        traced = thrown;
                    }
                    frame.awaiter = null;
                    error = thrown;
                    frame = up;
                    continue;
                }
                if (result == SUSPENDED) {
                    if (last != frame) {
                        link(frame, up);
                    }
                    last = null;
                    if (wish != TO_GO_ON) {
                        return SUSPENDED;
                    }
                    wish = TO_WAIT;
                    frame = leaf();
                    continue;
                }
                if (frame.state == Frame.RUNNING) {
                    frame.state = Frame.CLOSED; // one that has yielded to its awaiter stays where it is
                }
                if (up == null) {
                    if (frame.state == Frame.CLOSED) {
                        frame.release();
                    }
                    return result;
                }
                frame.awaiter = null;
                value = result;
                frame = up;
            }
        } catch (Throwable thrown) {
            throw sneak(thrown);
        } finally {
            depth = outer;
            value = null;
            error = null;
        }
    }

    /**
     * As {@link #resume(Frame, Object, Throwable)} with nothing raised. If this machine runs nothing else, which is found out
     * here, no register has to be kept for anybody, and none cleared that the chain has taken: what a loop does for most
     * steps of its tasks. The loop stands here a second time, because one with those registers stores and clears them at each switch.
     *
     * @param leaf the leaf of the chain: a fresh frame, or one that is suspended
     * @param sent what the leaf's await returns; ignored by a fresh frame
     * @return the root's outcome, or {@link #SUSPENDED}: then take {@link #leaf} and {@link #yielded}
     * @throws IllegalStateException if the leaf is running or closed
     */
    public @Nullable Object resume(Frame leaf, @Nullable Object sent) {
        if (depth != 0 || leaf.state < 0) {
            return resume(leaf, sent, null);
        }
        value = sent;
        Frame frame = leaf;
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
                last = null;
                if (wish != TO_GO_ON) {
                    return SUSPENDED;
                }
                wish = TO_WAIT;
                frame = leaf();
                continue;
            }
            Frame up = frame.awaiter;
            if (frame.state == Frame.RUNNING) {
                frame.state = Frame.CLOSED; // one that has yielded to its awaiter stays where it is
            }
            if (up == null) {
                if (frame.state == Frame.CLOSED) {
                    frame.release();
                }
                return result;
            }
            frame.awaiter = null;
            value = result;
            frame = up;
        }
    }

    /**
     * Makes sure that nobody has begun a frame.
     *
     * @param root the frame
     * @throws IllegalStateException if it is not fresh
     */
    public static void requireFresh(Frame root) {
        if (!root.isFresh()) {
            throw root.misuse();
        }
    }

    /**
     * Runs a chain that has only its root, without a machine: what {@link #resume} does with it, less what a longer one needs.
     * The body is called right here, so that it can be inlined into the driver.
     *
     * @param frame a fresh frame, or one that is suspended, as the caller has made sure; its body does without a machine, or
     *     makes one
     * @return the frame's outcome, or {@link #SUSPENDED}: if the body has made a machine, {@link Chain#settle} has to follow
     */
    @SuppressWarnings("NullAway") // a body that is run so knows it
    public static @Nullable Object run(Frame frame) {
        int state = frame.state;
        frame.state = Frame.RUNNING;
        Object result;
        try {
            result = frame.step(null, state);
        } catch (Throwable thrown) {
            frame.state = Frame.CLOSED;
            frame.release();
            throw sneak(thrown);
        }
        if (result != SUSPENDED) {
            frame.state = Frame.CLOSED;
            frame.release();
        }
        return result;
    }

    /** Goes on where a frame of a machine that runs nothing else has failed. */
    final @Nullable Object fail(Frame frame, @Nullable Frame up, Throwable thrown) {
        frame.state = Frame.CLOSED;
        abandon();
        depth = 0;
        value = null;
        if (up == null) {
            frame.release();
            throw sneak(thrown);
        }
        Trace.extend(thrown, frame, up, null);
        frame.awaiter = null;
        return resume(up, null, thrown);
    }

    /**
     * Ends a suspended chain as PEP 380 has it: the innermost frame is closed by itself, then the one that awaits it, and so
     * on. So a frame that takes the exception and returns does not let those above it go on, and what a frame throws
     * instead is thrown at the one above. The outermost frame may do what it likes with what reaches it.
     *
     * @param leaf the leaf of the chain
     * @param driver the frame above its root, if whoever drives it has one
     * @param exit what ends the frames; one of its class is no failure
     * @return the root's outcome, or {@link #SUSPENDED}, as {@link #resume}
     * @throws IllegalStateException if the leaf is running or closed
     */
    public @Nullable Object unwind(Frame leaf, @Nullable Frame driver, Throwable exit) {
        return Unwinding.of(this, leaf, driver, exit);
    }

    /**
     * Takes the leaf of the chain that has just suspended.
     *
     * @return the leaf, to be resumed later
     */
    public Frame leaf() {
        Frame leaf = Objects.requireNonNull(first, "nothing is suspended");
        first = null;
        return leaf;
    }

    /**
     * Takes what the leaf gave its driver.
     *
     * @return the value
     */
    public @Nullable Object yielded() {
        Object given = yielded;
        yielded = null;
        return given;
    }

    /**
     * Tells where a suspended chain is suspended.
     *
     * @param leaf its leaf
     * @return the places of its frames that have a source, leaf first; {@value #TRACE_LIMIT} at most
     */
    public static List<StackTraceElement> places(Frame leaf) {
        return List.of(Trace.places(leaf));
    }

    /**
     * As {@link #places}, in the form that a throwable takes as its trace.
     *
     * @param leaf the leaf of the chain
     * @return the places, leaf first
     */
    public static StackTraceElement[] trace(Frame leaf) {
        return Trace.places(leaf);
    }

    /**
     * Adds to the trace of what was thrown elsewhere, in another chain or thread, who awaits it here.
     *
     * @param thrown the throwable, about to be thrown at the leaf
     * @param leaf the leaf of the chain that waits
     * @param first whether to add nothing if somebody was added before: for what has any number of waiters
     */
    public static void awaited(Throwable thrown, Frame leaf, boolean first) {
        Trace.append(thrown, leaf, first);
    }

    /**
     * Throws any throwable from code that does not declare it.
     *
     * @param <X> what the caller's compiler takes it for
     * @param thrown the throwable
     * @return never; written as a value so that the caller can say {@code throw sneak(t)}
     * @throws X always
     */
    @SuppressWarnings("unchecked")
    public static <X extends Throwable> RuntimeException sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }

    final @Nullable Object start(Frame frame, int state) throws Throwable {
        frame.state = Frame.RUNNING;
        return frame.step(this, state);
    }

    private @Nullable Object start(Frame frame) throws Throwable {
        int state = frame.state;
        frame.state = Frame.RUNNING;
        depth = 0;
        if (state == Frame.CREATED && error != null) {
            Throwable failure = error;
            error = null;
            frame.release();
            throw failure;
        }
        return frame.step(this, state);
    }

    private @Nullable Object call(@Nullable Frame callee, int outer) {
        if (callee == null) {
            throw new NullPointerException(
                    "null instead of a coroutine; a coroutine function without a value ends with return done() or return result(null)");
        }
        if (callee.state != Frame.CREATED) {
            if (callee == RESUMED) {
                return resumed();
            }
            if (!callee.isFresh()) {
                throw callee.misuse();
            }
        }
        if (outer >= DEPTH_LIMIT) {
            return deep(callee);
        }
        int register = depth;
        depth = outer + 1;
        callee.state = Frame.RUNNING;
        Object result;
        try {
            result = callee.step(this, Frame.CREATED);
        } catch (Throwable thrown) {
            callee.state = Frame.CLOSED;
            depth = register;
            abandon();
            throw sneak(thrown);
        }
        if (result != SUSPENDED || callee.state == Frame.RUNNING) {
            callee.state = Frame.CLOSED; // that of a relay has no part in the chain any more
        }
        depth = register;
        return result;
    }

    /** Has the driver go on at once with the leaf. Nothing is yielded then: {@link Chain} looks there first. */
    private Object bounce() {
        yielded = null;
        wish = TO_GO_ON;
        return SUSPENDED;
    }

    /** Forgets a chain whose unwinding was cut short, which only a StackOverflowError or OutOfMemoryError can do. */
    final void abandon() {
        first = null;
        last = null;
        wish = TO_WAIT;
    }

    /**
     * A frame that the driver has started or resumed is not the last one of the chain that has suspended: it has ended in a
     * tail call, and that chain takes its place below {@code up}. A chain without a frame is a relay; if it is that of the
     * frame itself, that stays, and otherwise it gets one.
     */
    final void link(Frame frame, @Nullable Frame up) {
        if (last == null) {
            suspend(frame.state == Frame.RUNNING ? frame : Relay.made(), Frame.RELAYED);
        } else if (frame.state == Frame.RUNNING) {
            frame.state = Frame.CLOSED; // another one stands for it
        }
        Objects.requireNonNull(last).awaiter = up;
    }
}
