package dev.fermata.asyncio;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.StopAsyncIteration;
import dev.fermata.machine.Machine;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the generator of a {@link GeneratorContext} from its yield to its end.
 *
 * <pre>
 *   state     suspended in                     the generator ..
 *   CREATED                                    gets the body's exception, or is asked for another element
 *   ENDING    the generator, behind its yield  ends: true if there was an exception. Throws that again: false.
 *                                              Throws another one: that is thrown. Yields again: CLOSING
 *   CLOSING   its aclose()                     ends, or throws: "didn't stop" is thrown, or suppressed by what it throws
 * </pre>
 *
 * <p>CPython looks whether the StopAsyncIteration that comes out of the generator is the body's own. It cannot be: one that the
 * generator throws arrives as the cause of another exception, so that a bare one always means the end. That saves us
 * from the shared {@link StopAsyncIteration#INSTANCE}, whose identity tells nothing.
 */
final class GeneratorContextExit extends Coroutine<Boolean> {
    private static final int ENDING = 1;
    private static final int CLOSING = 2;

    private final GeneratorContext<?> context;
    private final @Nullable Throwable thrown;
    private @Nullable AsyncGenerator<?> generator;
    private @Nullable IllegalStateException unstopped;

    GeneratorContextExit(GeneratorContext<?> context, @Nullable Throwable thrown) {
        this.context = context;
        this.thrown = thrown;
    }

    @Override
    protected Object step(Machine machine, int state) throws Throwable {
        if (state != CLOSING) {
            AsyncGenerator<?> ending = state == CREATED ? context.end() : Objects.requireNonNull(generator);
            generator = ending;
            try {
                if (state == ENDING) {
                    machine.resumed();
                } else if (Machine.await(next(ending), machine) == Machine.SUSPENDED) {
                    return machine.suspend(this, ENDING);
                }
            } catch (StopAsyncIteration ended) {
                return thrown != null;
            } catch (Throwable failure) {
                if (failure == thrown || isConverted(failure)) {
                    return false;
                }
                throw failure;
            }
            unstopped = new IllegalStateException(
                    thrown == null ? "generator didn't stop" : "generator didn't stop after athrow()");
        }
        try {
            if (state == CLOSING) {
                machine.resumed();
            } else if (Machine.await(Objects.requireNonNull(generator).aclose(), machine) == Machine.SUSPENDED) {
                return machine.suspend(this, CLOSING);
            }
        } catch (Throwable failure) {
            throw Replacement.of(unstopped, failure);
        }
        throw Objects.requireNonNull(unstopped);
    }

    private Coroutine<?> next(AsyncGenerator<?> ending) {
        return (thrown == null ? ending.anext() : ending.athrow(thrown)).asCoroutine();
    }

    /** The body's own exception, thrown again, where PEP 479 does not let it through a generator. */
    private boolean isConverted(Throwable failure) {
        return (thrown instanceof StopAsyncIteration || thrown instanceof NoSuchElementException)
                && failure instanceof IllegalStateException
                && failure.getCause() == thrown;
    }
}
