package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What calling a generator function gives: a lazy sequence, computed by its body as far as elements are asked for. It can
 * be run through once; its iterator is itself.
 *
 * <p>{@code hasNext()} runs the body to the next yield and holds the element until {@code next()} takes it. While another
 * generator delegates to it ({@link #yieldFrom}), its elements come from there and it cannot be used itself. Threads: a
 * generator belongs to one thread at a time.
 *
 * @param <Y> the type of the elements
 */
public abstract class Generator<Y extends @Nullable Object> extends Frame
        implements Iterator<Y>, Iterable<Y>, AutoCloseable {
    /** Nothing is held; a yielded null is an element. */
    private static final Object NOTHING = new Object();

    private @Nullable Machine machine;
    private Frame leaf = this;
    private @Nullable Object held = NOTHING;
    private @Nullable Object returned;
    private boolean running;

    /** For generated classes. */
    protected Generator() {}

    // ---- the language of generator code

    /**
     * Gives the next element to the consumer and waits until another one is asked for; an intrinsic. Always write it
     * qualified, {@code Generator.yield(x)}: Java reserves the bare word.
     *
     * @param <S> what the consumer sends
     * @param value the element
     * @return what {@link #send} passed, or null if the consumer only asked for the next element
     */
    public static <S extends @Nullable Object> S yield(@Nullable Object value) {
        throw Unrewritten.call("Generator.yield()");
    }

    /**
     * Gives all elements of another source to the consumer; an intrinsic (PEP 380). To a generator, also one that was
     * consumed in part, the consumer's {@link #send}, {@link #raise} and {@link #close} go directly, at a cost that does not
     * depend on how many generators lie between. Any other source knows {@code next()} only: a value that is sent to it is
     * an {@link IllegalStateException} here, and what is raised is thrown here.
     *
     * <p>Closing ends the innermost generator first and then the one that delegates, which does not go on even if the other
     * swallows the {@link GeneratorExit}.
     *
     * @param <R> what the other generator returns
     * @param inner the source
     * @return what the other generator {@linkplain #returned returned}; null for any other source
     * @throws IllegalStateException if the other generator is running, or a third one delegates to it
     */
    public static <R extends @Nullable Object> R yieldFrom(Iterable<?> inner) {
        throw Unrewritten.call("Generator.yieldFrom()");
    }

    /**
     * Makes what {@link #yieldFrom} awaits. For rewritten code, not for humans.
     *
     * @param inner the source
     * @return a fresh frame that gives its elements
     */
    public static Frame delegate(Iterable<?> inner) {
        return Delegation.to(inner);
    }

    /**
     * Ends a generator function: {@code return Generator.end();}.
     *
     * @param <Y> the type of the elements
     * @return a generator without elements
     */
    public static <Y extends @Nullable Object> Generator<Y> end() {
        return new Ended<>(null);
    }

    /**
     * Ends a generator function with a value, which the consumer finds in {@link #returned}.
     *
     * @param <Y> the type of the elements
     * @param returned the value
     * @return a generator without elements, which returns the value
     */
    public static <Y extends @Nullable Object> Generator<Y> end(@Nullable Object returned) {
        return new Ended<>(returned);
    }

    // ---- the consumer's side

    /** Returns this. */
    @Override
    public final Iterator<Y> iterator() {
        return this;
    }

    /**
     * Tells whether there is another element, which it computes and holds.
     *
     * @throws IllegalStateException if the generator is running
     */
    @Override
    public final boolean hasNext() {
        if (held != NOTHING) {
            return true;
        }
        if (state() == CLOSED) {
            return false;
        }
        return advance(null, null);
    }

    /**
     * Returns the next element.
     *
     * @throws NoSuchElementException if there is none
     * @throws IllegalStateException if the generator is running
     */
    @Override
    public final Y next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the generator is exhausted");
        }
        return take();
    }

    /**
     * Returns the next element, and makes the yield that the body is stopped at return {@code value}.
     *
     * @param value what to send; null at the first call
     * @return the next element
     * @throws NoSuchElementException if there is none
     * @throws IllegalStateException if the generator is running, holds an element, or is fresh and the value is not null
     */
    public final Y send(@Nullable Object value) {
        requireNothingHeld("send");
        if (state() == CREATED && value != null) {
            throw new IllegalStateException("can't send non-null value to a just-started generator");
        }
        if (state() == CLOSED || !advance(value, null)) {
            throw new NoSuchElementException("the generator is exhausted");
        }
        return take();
    }

    /**
     * Throws at the yield that the body is stopped at, and returns the next element. A fresh generator ends at once,
     * without running its body; one that has ended throws what it is given.
     *
     * @param thrown what to throw
     * @return the next element, if the body catches it and yields again
     * @throws NoSuchElementException if the body catches it and ends
     * @throws IllegalStateException if the generator is running or holds an element
     */
    public final Y raise(Throwable thrown) {
        requireNothingHeld("raise");
        if (state() == CLOSED) {
            throw Machine.sneak(thrown);
        }
        if (!advance(null, thrown)) {
            throw new NoSuchElementException("the generator is exhausted");
        }
        return take();
    }

    /**
     * Ends the generator: throws {@link GeneratorExit} at the yield that it is stopped at, so that its finally blocks run.
     * A fresh one ends without running anything; one that has ended is left alone. A held element is dropped.
     *
     * @throws IllegalStateException if it is running, or yields again
     */
    @Override
    public final void close() {
        if (state() == CLOSED) {
            return;
        }
        if (state() == CREATED) {
            discard();
            return;
        }
        requireFree();
        held = NOTHING;
        try {
            if (advance(null, new GeneratorExit())) {
                held = NOTHING;
                throw new IllegalStateException("generator ignored GeneratorExit");
            }
        } catch (GeneratorExit expected) {
            // The usual end: nobody caught it.
        }
    }

    /**
     * Returns what the body returned by {@link #end(Object)}.
     *
     * @return the value; null while it has not ended, and if it ended without one
     */
    public final @Nullable Object returned() {
        return returned;
    }

    @Override
    protected final String noun() {
        return "generator";
    }

    // ---- the side of a generator that delegates to this one

    /** Runs this below the frame that delegates to it, up to an element or the end. */
    @Nullable
    Object enter(Machine outer) {
        if (state() == CLOSED) {
            return returned;
        }
        requireFree();
        if (held != NOTHING) {
            outer.yield(take());
            outer.adopt(leaf, this);
            return Machine.SUSPENDED;
        }
        return outer.enter(leaf, this, null, null);
    }

    /** Notes what the body returned to a generator that delegated to it. */
    void returns(@Nullable Object outcome) {
        returned = outcome;
    }

    @Override
    protected final void cutOff(@Nullable Frame leaf, @Nullable Object outcome) {
        if (leaf == null) {
            returned = outcome;
        } else {
            this.leaf = leaf;
        }
    }

    /** PEP 479: left as it is, it would read as the end of a generator to whoever consumes it. */
    static IllegalStateException converted(NoSuchElementException thrown) {
        return new IllegalStateException("generator raised NoSuchElementException", thrown);
    }

    /** Runs to the next element, which is then held, or to the end. */
    private boolean advance(@Nullable Object value, @Nullable Throwable raised) {
        requireFree();
        Machine own = machine;
        if (own == null) {
            own = new Machine();
            machine = own;
        }
        Object outcome;
        running = true;
        try {
            outcome =
                    raised instanceof GeneratorExit ? own.unwind(leaf, null, raised) : own.resume(leaf, value, raised);
        } catch (NoSuchElementException ended) {
            throw converted(ended);
        } finally {
            running = false;
        }
        if (outcome == Machine.SUSPENDED) {
            leaf = own.leaf();
            held = own.yielded();
            return true;
        }
        returned = outcome;
        return false;
    }

    private void requireFree() {
        if (isExecuting()) {
            throw new IllegalStateException("generator already executing");
        }
        if (awaiter() != null) {
            throw new IllegalStateException("another generator delegates to this one; take the elements from that");
        }
    }

    /** The frame alone does not tell: it is suspended while, after a resume, what it delegates to is on the stack. */
    private boolean isExecuting() {
        Generator<?> root = this;
        while (root.awaiter() instanceof Delegation delegation
                && delegation.delegator() instanceof Generator<?> outer) {
            root = outer;
        }
        return root.running || state() == RUNNING;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a null element is a Y, for then Y is nullable
    private Y take() {
        Object element = held;
        held = NOTHING;
        return (Y) element;
    }

    private void requireNothingHeld(String call) {
        if (held != NOTHING) {
            throw new IllegalStateException(
                    call + "() while an element is held by hasNext(); take it with next() first");
        }
    }

    /** A generator that has nothing to run: what {@link #end} makes where the transform cannot see through it. */
    private static final class Ended<Y extends @Nullable Object> extends Generator<Y> {
        private final @Nullable Object value;

        Ended(@Nullable Object value) {
            this.value = value;
        }

        @Override
        protected @Nullable Object step(Machine machine, int state) {
            return value;
        }
    }
}
