package dev.fermata;

import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * One call of an async generator: enters its body when it is awaited, and waits for its next yield or its end.
 *
 * @param <T> what it gives
 */
abstract class AsyncGeneratorCall<T extends @Nullable Object> extends Coroutine<T> {
    private static final int ENTERED = 1;

    // Also keeps the generator from looking unused while this is in flight.
    final AsyncGenerator<?> generator;
    final AsyncGeneratorFrame body;
    private final @Nullable Object sent;
    private final @Nullable Throwable raised;

    AsyncGeneratorCall(AsyncGenerator<?> generator, @Nullable Object sent, @Nullable Throwable raised) {
        this.generator = generator;
        this.body = generator.frame;
        this.sent = sent;
        this.raised = raised;
    }

    /** Tells whether the body has to run for it; throws what is wrong with the call. */
    abstract boolean runsBody() throws Throwable;

    /** The outcome where the body need not run. */
    abstract @Nullable Object withoutBody();

    /** The outcome where the body has yielded. */
    @Nullable
    Object yielded(@Nullable Object element) {
        return element;
    }

    /** The outcome where the body has returned. */
    abstract @Nullable Object ended();

    /** The outcome where the body has thrown. */
    @Nullable
    Object threw(Throwable thrown) throws Throwable {
        throw thrown;
    }

    @Override
    protected final @Nullable Object step(Machine machine, int state) throws Throwable {
        if (state == CREATED) {
            body.announce(machine, generator);
            if (!runsBody()) {
                return withoutBody();
            }
        }
        Object element;
        try {
            element = state == CREATED ? body.enter(machine, sent, raised) : machine.resumed();
        } catch (Throwable thrown) {
            body.leave();
            return threw(AsyncGeneratorFrame.converted(thrown));
        }
        if (element == Machine.SUSPENDED) {
            return machine.suspend(this, ENTERED);
        }
        body.leave();
        return body.hasEnded() ? ended() : yielded(element);
    }
}
