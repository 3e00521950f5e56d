package dev.fermata;

import dev.fermata.machine.Chain;
import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
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
    /** What is held of a null that was yielded. */
    private static final Object NULL = new Object();

    /**
     * The {@link Chain} of a generator that has needed one; in the end what the body has returned. In one field:
     * where generators delegate, there are as many of them as of calls.
     */
    private @Nullable Object fate;

    /** The next element, or null if none is held: so the JIT compiler sees that there is one behind a yield of a new object. */
    private @Nullable Object held;

    /** For generated classes whose functions return other generators: their chains change their roots. */
    protected Generator() {
        fate = new Chain();
    }

    /**
     * For other generated classes. Their {@code step}
     *
     * <ul>
     *   <li>is called without a machine if the consumer only asks for the next element; then it gives its elements to
     *       {@link #yields}, or has a machine made by {@link #machine(Machine)};
     *   <li>hands what it returns to {@link #ended}, or returns what {@link #left} gives it, and throws what
     *       {@link #converted} gives it.
     * </ul>
     *
     * @param alone to choose this constructor
     */
    protected Generator(boolean alone) {}

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
        return held != null || advance();
    }

    /**
     * Returns the next element.
     *
     * @throws NoSuchElementException if there is none
     * @throws IllegalStateException if the generator is running
     */
    @Override
    public final Y next() {
        if (held == null && !advance()) {
            throw exhausted();
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
            throw exhausted();
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
        Objects.requireNonNull(thrown, "null instead of what to throw");
        requireNothingHeld("raise");
        if (state() == CLOSED) {
            throw Machine.sneak(thrown);
        }
        if (!advance(null, thrown)) {
            throw exhausted();
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
        held = null;
        try {
            if (advance(null, new GeneratorExit())) {
                held = null;
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
        return fate instanceof Chain ? null : fate;
    }

    @Override
    protected final String noun() {
        return "generator";
    }

    // ---- the side of the body

    /**
     * Takes an element, just before the body suspends. One of the two others is there.
     *
     * @param value the element
     * @param self the generator, if the body has been entered by way of it
     * @param machine the machine that runs the body, if there is one
     */
    protected static void yields(@Nullable Object value, @Nullable Generator<?> self, @Nullable Machine machine) {
        if (machine != null) {
            machine.yield(value);
        } else if (self != null) {
            self.held = value == null ? NULL : value;
        }
    }

    /**
     * Makes the machine of a chain whose root this is, for a body that may delegate.
     *
     * @param running the machine that runs the body, if there is one
     * @return that, or the own one
     */
    protected final Machine machine(@Nullable Machine running) {
        return running != null ? running : madeChain();
    }

    /**
     * Notes what the body returns. For rewritten code, not for humans.
     *
     * @param returned the value
     * @param self the generator, if the body has been entered by way of it
     * @return the value
     */
    public static @Nullable Object ended(@Nullable Object returned, @Nullable Generator<?> self) {
        if (self != null) {
            self.fate = returned;
        }
        return returned;
    }

    /**
     * Notes what the body has returned that may return what another one has come to.
     *
     * @param outcome what its run came to
     * @return the same
     */
    protected final @Nullable Object left(@Nullable Object outcome) {
        if (outcome != Machine.SUSPENDED) {
            fate = outcome;
        }
        return outcome;
    }

    /**
     * PEP 479: left as it is, it would read as the end of a generator to whoever consumes it.
     *
     * @param thrown what the body has thrown
     * @return what is thrown instead
     */
    protected static IllegalStateException converted(NoSuchElementException thrown) {
        return new IllegalStateException("generator raised NoSuchElementException", thrown);
    }

    // ---- the side of a generator that delegates to this one

    /** Whether it can be awaited as it is, by a frame that only wants to know its outcome. */
    boolean isDirect() {
        return fate == null && state() == CREATED;
    }

    /** Runs this below the frame that delegates to it, up to an element or the end. */
    @Nullable
    Object enter(Machine outer) {
        if (state() == CLOSED) {
            return returned();
        }
        requireFree();
        Chain own = chain();
        Frame leaf = own == null ? this : own.leaf(this);
        if (held != null) {
            outer.yield(take());
            outer.adopt(leaf, this);
            return Machine.SUSPENDED;
        }
        return outer.enter(leaf, this, null, null);
    }

    /** Notes what the body returned to a generator that delegated to it. */
    void returns(@Nullable Object outcome) {
        fate = outcome;
    }

    @Override
    protected final void cutOff(@Nullable Frame leaf, @Nullable Object outcome) {
        if (leaf == null) {
            fate = outcome;
        } else {
            madeChain().adopt(leaf, this);
        }
    }

    // ---- driving

    /**
     * Runs to the next element, which is then held, or to the end. The cases that count are a generator that delegates, and one
     * that has not: its body is called straight from here, and what a JIT compiler then sees is an iterator.
     */
    private boolean advance() {
        if (fate instanceof Chain own) {
            if (own.isWaiting()) {
                return holds(own, own.resume());
            }
        } else if (state() >= CREATED && awaiter() == null) {
            return alone();
        }
        return state() != CLOSED && advance(null, null);
    }

    private boolean alone() {
        Object outcome;
        try {
            outcome = Machine.run(this);
        } catch (Throwable thrown) {
            fate = null;
            throw thrown;
        }
        if (outcome != Machine.SUSPENDED) {
            fate = outcome;
            return false;
        }
        if (held != null) {
            return true;
        }
        Chain own = madeChain(); // by the body, which has suspended as the root of it
        return holds(own, own.settle());
    }

    private boolean advance(@Nullable Object value, @Nullable Throwable raised) {
        requireFree();
        Chain own = madeChain();
        Object outcome;
        try {
            outcome = raised instanceof GeneratorExit ? own.end(this, raised) : own.drive(this, value, raised);
        } catch (NoSuchElementException ended) {
            throw converted(ended);
        }
        return holds(own, outcome);
    }

    private boolean holds(Chain own, @Nullable Object outcome) {
        if (outcome == Machine.SUSPENDED) {
            Object element = own.yielded();
            held = element == null ? NULL : element;
            return true;
        }
        fate = outcome;
        return false;
    }

    private @Nullable Chain chain() {
        return fate instanceof Chain chain ? chain : null;
    }

    private Chain madeChain() {
        Chain own = chain();
        if (own == null) {
            own = new Chain();
            fate = own;
        }
        return own;
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
        for (Frame outer = delegator(root); outer instanceof Generator<?> generator; outer = delegator(root)) {
            root = generator;
        }
        Chain chain = root.chain();
        return chain != null && chain.isDriven() || state() == RUNNING;
    }

    private static @Nullable Frame delegator(Generator<?> inner) {
        Frame awaiter = inner.awaiter();
        return awaiter instanceof Delegation delegation ? delegation.delegator() : awaiter;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a null element is a Y, for then Y is nullable
    private Y take() {
        Object element = held;
        held = null;
        return element == NULL ? null : (Y) element;
    }

    private void requireNothingHeld(String call) {
        if (held != null) {
            throw new IllegalStateException(
                    call + "() while an element is held by hasNext(); take it with next() first");
        }
    }

    private static NoSuchElementException exhausted() {
        return new NoSuchElementException("the generator is exhausted");
    }

    /** A generator that has nothing to run: what {@link #end} makes where the transform cannot see through it. */
    private static final class Ended<Y extends @Nullable Object> extends Generator<Y> {
        private final @Nullable Object value;

        Ended(@Nullable Object value) {
            super(true);
            this.value = value;
        }

        @Override
        protected @Nullable Object step(Machine machine, int state) {
            return left(value);
        }
    }
}
