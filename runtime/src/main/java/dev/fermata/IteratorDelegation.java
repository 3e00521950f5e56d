package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a generator awaits while it delegates to an iterator that is no generator. PEP 380: such a one has no {@code throw},
 * so what the consumer raises is thrown in the generator that delegates, and no {@code send}, so only null can be sent.
 */
final class IteratorDelegation extends Frame {
    private static final int YIELDED = 1;

    private final Iterator<?> iterator;

    IteratorDelegation(Iterator<?> iterator) {
        this.iterator = iterator;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Exception {
        if (state == YIELDED) {
            requireNull(resumed(machine));
        }
        if (!iterator.hasNext()) {
            return null;
        }
        machine.yield(iterator.next());
        return machine.suspend(this, YIELDED);
    }

    /** An iterator that can be closed is closed with the generator that delegates to it, and before it. */
    private @Nullable Object resumed(Machine machine) throws Exception {
        try {
            return machine.resumed();
        } catch (GeneratorExit exit) {
            if (iterator instanceof AutoCloseable closeable) {
                closeable.close();
            }
            throw exit;
        }
    }

    private void requireNull(@Nullable Object sent) {
        if (sent != null) {
            throw new IllegalStateException("can't send non-null value to "
                    + iterator.getClass().getName() + ", which is delegated to and is not a generator");
        }
    }
}
