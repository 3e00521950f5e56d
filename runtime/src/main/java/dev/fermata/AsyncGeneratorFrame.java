package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The body of an async generator. Subclasses are written by the processor, one for each async generator function; not for
 * humans, who have {@link AsyncGenerator}.
 *
 * <p>A call (of anext, asend, athrow, aclose) is a frame that enters this one and awaits it, so that what the body awaits is
 * awaited by the consumer and by whoever drives that. At a yield the body notes its state and <em>returns</em> the element
 * to the call, after a resume as well; nobody awaits it then, and the next call enters it there.
 *
 * <pre>
 *   state      call      meaning
 *   CREATED    none      nothing of the body has run
 *   SUSPENDED  none      stopped at a yield, its awaiter is null
 *   SUSPENDED  one       stopped at an await; awaited by the call
 *   RUNNING    one       the body is on a stack, or what it awaits is
 *   CLOSED     none      returned, threw, or was closed
 * </pre>
 */
public abstract class AsyncGeneratorFrame extends Frame {
    /** Nothing is held; a yielded null is an element. */
    private static final Object NOTHING = new Object();

    private @Nullable Object held = NOTHING;
    private Frame leaf = this;
    private boolean inFlight;
    private boolean closing;
    private boolean announced;

    /** For generated classes. */
    protected AsyncGeneratorFrame() {}

    /**
     * Finds the frame of a generator.
     *
     * @param generator the generator
     * @return its frame
     */
    public static AsyncGeneratorFrame of(AsyncGenerator<?> generator) {
        return generator.frame;
    }

    @Override
    protected final String noun() {
        return "async generator";
    }

    @Override
    protected final void cutOff(@Nullable Frame leaf, @Nullable Object outcome) {
        if (leaf != null) {
            this.leaf = leaf;
        }
    }

    boolean isFresh() {
        return state() == CREATED;
    }

    boolean hasEnded() {
        return state() == CLOSED;
    }

    /** Ends it without running anything. */
    void end() {
        discard();
    }

    // ---- calls

    /** Tells the driver, once, that there is something now that may have to be closed. */
    void announce(Machine machine, AsyncGenerator<?> generator) {
        if (!announced) {
            announced = true;
            machine.announce(generator);
        }
    }

    void requireIdle(String call) {
        if (inFlight) {
            throw new IllegalStateException(call + ": asynchronous generator is already running");
        }
    }

    /** Runs to the next yield, the end, or a suspension, for a call that is in flight from now on. */
    @Nullable
    Object enter(Machine machine, @Nullable Object sent, @Nullable Throwable raised) {
        inFlight = true;
        Frame from = leaf;
        leaf = this;
        return machine.enter(from, this, sent, raised);
    }

    /** The call is not in flight any more. */
    void leave() {
        inFlight = false;
    }

    /** Whether somebody has called aclose(), which the body may have ignored. */
    boolean isClosing() {
        return closing;
    }

    void startsClosing() {
        closing = true;
    }

    /** PEP 479: what would read as the end of an iteration to the consumer. */
    static Throwable converted(Throwable thrown) {
        return thrown instanceof StopAsyncIteration || thrown instanceof NoSuchElementException
                ? new IllegalStateException(
                        "async generator raised " + thrown.getClass().getSimpleName(), thrown)
                : thrown;
    }

    // ---- the element that hasNext() holds

    boolean holdsElement() {
        return held != NOTHING;
    }

    void hold(@Nullable Object element) {
        held = element;
    }

    @Nullable
    Object takeElement() {
        Object element = held;
        held = NOTHING;
        return element;
    }

    void requireNothingHeld(String call) {
        if (held != NOTHING) {
            throw new IllegalStateException(call + " while an element is held by hasNext(); take it with next() first");
        }
    }
}
