package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.machine.Machine;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs a body under a {@link Timeout}.
 *
 * <pre>
 *   the body ..                       in time          out of time           out of time, and others have cancelled
 *   returns                           its value        its value             its value
 *   throws CancelledError             that             what `late` makes     that
 *   throws anything else              that             that, with the timeout     that
 *                                                      suppressed (asyncio: in
 *                                                      its context)
 * </pre>
 */
final class TimedCoroutine<T extends @Nullable Object, R extends @Nullable Object> extends Coroutine<R> {
    private static final int BODY = 1;

    private final Timeout timeout = new Timeout();
    private final LongFunction<OptionalLong> limit;
    private final AsyncFunction<Timeout, T> body;
    private final Function<T, R> inTime;
    private final BiFunction<Timeout, CancelledError, R> late;

    TimedCoroutine(
            LongFunction<OptionalLong> limit,
            AsyncFunction<Timeout, T> body,
            Function<T, R> inTime,
            BiFunction<Timeout, CancelledError, R> late) {
        this.limit = limit;
        this.body = body;
        this.inTime = inTime;
        this.late = late;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // a null outcome is a T, for then T is nullable
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        Object value;
        if (state == CREATED) {
            timeout.enter(CancelScope.enter(timeout, "timeout()"), limit);
        }
        try {
            value = state == CREATED ? Machine.await(body.apply(timeout), machine) : machine.resumed();
        } catch (Throwable thrown) {
            return left(timeout.leave(), thrown);
        }
        if (value == Machine.SUSPENDED) {
            return machine.suspend(this, BODY);
        }
        timeout.leave();
        return inTime.apply((T) value);
    }

    private R left(Timeout.Verdict verdict, Throwable thrown) throws Throwable {
        if (verdict == Timeout.Verdict.OUT_OF_TIME && thrown instanceof CancelledError cancelled) {
            return late.apply(timeout, cancelled);
        }
        if (verdict == Timeout.Verdict.OUT_OF_TIME) {
            AsyncTimeoutException expired = timeout.error(null);
            thrown.addSuppressed(expired);
            if (thrown instanceof ExceptionGroup group) {
                group.exceptions().forEach(it -> it.addSuppressed(expired));
            }
        }
        throw thrown;
    }
}
