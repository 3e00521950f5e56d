package dev.fermata.asyncio;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a body in a scope that keeps off what is requested around it, until the body has ended. */
final class ShieldedBody<T extends @Nullable Object> extends Coroutine<T> {
    private static final int BODY = 1;

    private final AsyncSupplier<T> body;
    private @Nullable CancelScope scope;

    private ShieldedBody(AsyncSupplier<T> body) {
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Makes one. No constructor is called from {@link Asyncio}, or the verifier would load this class with that. */
    static <T extends @Nullable Object> Coroutine<T> of(AsyncSupplier<T> body) {
        return new ShieldedBody<>(body);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        if (state == CREATED) {
            scope = CancelScope.shield(this, "shielded()");
        }
        CancelScope own = Objects.requireNonNull(scope);
        Object value;
        try {
            value = state == CREATED ? Machine.await(body.get(), machine) : machine.resumed();
        } catch (Throwable thrown) {
            own.leave();
            throw thrown;
        }
        if (value == Machine.SUSPENDED) {
            return machine.suspend(this, BODY);
        }
        own.leave();
        return value;
    }
}
