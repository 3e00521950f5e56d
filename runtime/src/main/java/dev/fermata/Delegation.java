package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a generator awaits while it delegates to another: it stands between their frames, enters the other one where that is,
 * and sees how it ends. In the chain between, so that neither end of a generator needs to know whether it is delegated to.
 */
final class Delegation extends Frame {
    private static final int DELEGATING = 1;

    private final Generator<?> inner;

    private Delegation(Generator<?> inner) {
        this.inner = inner;
    }

    /** Makes the frame that gives the elements of a source. */
    static Frame to(Iterable<?> source) {
        Objects.requireNonNull(source, "null instead of what to yield from");
        Iterator<?> iterator = source.iterator();
        if (iterator == null) {
            throw new NullPointerException(
                    "iterator() of " + source.getClass().getName() + " gave null; there is nothing to yield from");
        }
        if (iterator instanceof AsyncIterator) {
            throw new IllegalArgumentException("yieldFrom() of the asynchronous iterator "
                    + iterator.getClass().getName()
                    + ", which may have to wait; write a for loop in an @Async method that returns AsyncGenerator");
        }
        if (iterator instanceof Generator<?> generator) {
            return generator.isDirect() ? generator : new Delegation(generator);
        }
        return new IteratorDelegation(iterator);
    }

    /** The frame of the generator that delegates; null while it is not suspended here. */
    @Nullable
    Frame delegator() {
        return awaiter();
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        Object outcome;
        try {
            outcome = state == CREATED ? inner.enter(machine) : machine.resumed();
        } catch (NoSuchElementException thrown) {
            throw Generator.converted(thrown); // it has left the body of the inner generator
        }
        if (outcome == Machine.SUSPENDED) {
            return machine.suspend(this, DELEGATING);
        }
        inner.returns(outcome);
        return outcome;
    }
}
