package dev.fermata.asyncio;

import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** Awaits the next element of an async iterator, or gives something else if there is none. */
final class NextElement<T extends @Nullable Object> extends Coroutine<T> {
    private static final int AWAITING = 1;

    private final AsyncIterator<? extends T> iterator;
    private final T otherwise;

    private NextElement(AsyncIterator<? extends T> iterator, T otherwise) {
        this.iterator = iterator;
        this.otherwise = otherwise;
    }

    /** Declared so for the same reason as {@link Wait#of}. */
    static <T extends @Nullable Object> Coroutine<T> of(AsyncIterator<? extends T> iterator, T otherwise) {
        return new NextElement<>(iterator, otherwise);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        // Outside the try: what the call itself throws is a mistake in it, and not the end of the iteration.
        Coroutine<? extends T> asked =
                state == AWAITING ? null : iterator.anext().asCoroutine();
        Object element;
        try {
            element = state == AWAITING ? machine.resumed() : Machine.await(asked, machine);
        } catch (StopAsyncIteration end) {
            return otherwise;
        }
        return element == Machine.SUSPENDED ? machine.suspend(this, AWAITING) : element;
    }
}
