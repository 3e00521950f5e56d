package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The forms in which {@link Asyncio} offers a {@link TimedCoroutine}. */
final class TimeLimits {
    private TimeLimits() {}

    static <T extends @Nullable Object> Coroutine<T> timeout(@Nullable Duration delay, AsyncFunction<Timeout, T> body) {
        return failing(fromNow(delay), body);
    }

    static <T extends @Nullable Object> Coroutine<T> timeoutAt(long nanos, AsyncFunction<Timeout, T> body) {
        OptionalLong when = OptionalLong.of(nanos);
        return failing(now -> when, body);
    }

    static <T extends @Nullable Object> Coroutine<Boolean> moveOnAfter(
            @Nullable Duration delay, AsyncSupplier<T> body) {
        return new TimedCoroutine<T, Boolean>(
                fromNow(delay), ignoring(body), value -> false, (timeout, cancelled) -> true);
    }

    static <T extends @Nullable Object> Coroutine<T> moveOnAfter(
            @Nullable Duration delay, T otherwise, AsyncSupplier<T> body) {
        return new TimedCoroutine<T, T>(
                fromNow(delay), ignoring(body), value -> value, (timeout, cancelled) -> otherwise);
    }

    /**
     * A limit that is up already lets nothing begin: a coroutine is made a task and cancelled before its first step, a
     * promise that has its outcome gives it.
     */
    static <T extends @Nullable Object> Coroutine<T> waitFor(Awaitable<T> awaitable, @Nullable Duration delay) {
        Objects.requireNonNull(awaitable, "an awaitable was expected, got null");
        if (delay == null) {
            return awaitable.asCoroutine();
        }
        if (delay.isZero() || delay.isNegative()) {
            return new ExpiredWait<>(awaitable);
        }
        return timeout(delay, timeout -> awaitable.asCoroutine());
    }

    static <T extends @Nullable Object> AsyncFunction<Timeout, T> ignoring(AsyncSupplier<T> body) {
        Objects.requireNonNull(body, "body");
        return timeout -> body.get();
    }

    private static <T extends @Nullable Object> Coroutine<T> failing(
            LongFunction<OptionalLong> limit, AsyncFunction<Timeout, T> body) {
        return new TimedCoroutine<T, T>(
                limit, Objects.requireNonNull(body, "body"), value -> value, (timeout, cancelled) -> {
                    throw timeout.error(cancelled);
                });
    }

    /** Counted from when the body begins. */
    private static LongFunction<OptionalLong> fromNow(@Nullable Duration delay) {
        return now -> delay == null ? OptionalLong.empty() : OptionalLong.of(now + LoopTime.nanos(delay));
    }
}
