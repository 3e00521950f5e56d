package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Runs a body in an {@link AsyncContextManager}.
 *
 * <pre>
 *   state      suspended in          it returns                          it throws
 *   CREATED                          awaits enter()
 *   ENTERING   the manager's enter   the body begins; BODY               that is thrown
 *   BODY       the body              awaits exit(null); EXITING          awaits exit(thrown); EXITING
 *   EXITING    the manager's exit    the body's value; if that has       that is thrown, in place of what the body
 *                                    thrown, null if it is swallowed,    has thrown, which it has suppressed
 *                                    else what was thrown
 * </pre>
 */
final class ContextRun<T extends @Nullable Object, R extends @Nullable Object> extends Coroutine<R> {
    private static final int ENTERING = 1;
    private static final int BODY = 2;
    private static final int EXITING = 3;

    private final AsyncContextManager<T> manager;
    private final AsyncFunction<T, R> body;
    private final boolean chaining;
    private @Nullable Object value;
    private @Nullable Throwable thrown;

    /** Declared so for the same reason as {@link Wait#of}. */
    static <T extends @Nullable Object, R extends @Nullable Object> Coroutine<R> of(
            AsyncContextManager<T> manager, AsyncFunction<T, R> body) {
        return new ContextRun<>(manager, body, true);
    }

    /** {@code chaining} is false for a manager that knows itself what its exceptions have replaced. */
    ContextRun(AsyncContextManager<T> manager, AsyncFunction<T, R> body, boolean chaining) {
        this.manager = manager;
        this.body = body;
        this.chaining = chaining;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        Object entered = null;
        if (state == CREATED || state == ENTERING) {
            entered = state == CREATED ? Machine.await(manager.enter(), machine) : machine.resumed();
            if (entered == Machine.SUSPENDED) {
                return machine.suspend(this, ENTERING);
            }
        }
        if (state != EXITING) {
            try {
                Object outcome = state == BODY ? machine.resumed() : begin(entered, machine);
                if (outcome == Machine.SUSPENDED) {
                    return machine.suspend(this, BODY);
                }
                value = outcome;
            } catch (Throwable failure) {
                thrown = failure;
            }
        }
        Object swallowed;
        try {
            swallowed = state == EXITING ? machine.resumed() : Machine.await(manager.exit(thrown), machine);
        } catch (Throwable failure) {
            throw chaining ? Replacement.of(thrown, failure) : failure;
        }
        if (swallowed == Machine.SUSPENDED) {
            return machine.suspend(this, EXITING);
        }
        if (thrown != null && !Boolean.TRUE.equals(swallowed)) {
            throw thrown;
        }
        return value;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a null outcome is a T, for then T is nullable
    private @Nullable Object begin(@Nullable Object entered, Machine machine) throws Exception {
        return Machine.await(body.apply((T) entered), machine);
    }
}
