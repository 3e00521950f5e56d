package dev.fermata.asyncio;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.machine.Machine;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A context manager made of an async generator function, after contextlib's {@code _AsyncGeneratorContextManager}.
 *
 * <pre>
 *   fields                             state     enter()          exit()
 *   function                           CREATED   -&gt; ENTERED       is refused
 *   no function, and the generator     ENTERED   is refused       -&gt; EXITED
 *   neither                            EXITED    is refused       is refused
 * </pre>
 */
final class GeneratorContext<T extends @Nullable Object> implements AsyncContextManager<T> {
    private @Nullable Callable<AsyncGenerator<T>> function;
    private @Nullable AsyncGenerator<T> generator;

    GeneratorContext(Callable<AsyncGenerator<T>> function) {
        this.function = function;
    }

    @Override
    public Coroutine<T> enter() {
        return new Entry<>(this);
    }

    @Override
    public Coroutine<Boolean> exit(@Nullable Throwable thrown) {
        return new GeneratorContextExit(this, thrown);
    }

    private AsyncGenerator<T> begin() throws Exception {
        Callable<AsyncGenerator<T>> once = function;
        if (once == null) {
            throw new IllegalStateException("this context manager was entered before;"
                    + " one that is made of a generator function is for one body, so make a new one for each");
        }
        function = null;
        AsyncGenerator<T> begun = Objects.requireNonNull(once.call(), "an async generator was expected, got null");
        generator = begun;
        return begun;
    }

    /** Gives the generator, to be ended. */
    AsyncGenerator<T> end() {
        AsyncGenerator<T> entered = generator;
        if (entered == null) {
            throw new IllegalStateException("this context manager was not entered, or was exited before");
        }
        generator = null;
        return entered;
    }

    /** Runs the generator to its yield. */
    private static final class Entry<T extends @Nullable Object> extends Coroutine<T> {
        private static final int RUNNING_UP = 1;

        private final GeneratorContext<T> context;

        Entry(GeneratorContext<T> context) {
            this.context = context;
        }

        @Override
        protected @Nullable Object step(Machine machine, int state) throws Throwable {
            AsyncGenerator<T> begun = state == CREATED ? context.begin() : null;
            Object value;
            try {
                value = begun == null
                        ? machine.resumed()
                        : Machine.await(begun.anext().asCoroutine(), machine);
            } catch (StopAsyncIteration ended) {
                throw new IllegalStateException("generator didn't yield");
            }
            return value == Machine.SUSPENDED ? machine.suspend(this, RUNNING_UP) : value;
        }
    }
}
