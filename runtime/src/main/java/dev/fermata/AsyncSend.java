package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A call of anext() or asend().
 *
 * @param <Y> the type of the elements
 */
final class AsyncSend<Y extends @Nullable Object> extends AsyncGeneratorCall<Y> {
    private final boolean sends;

    AsyncSend(AsyncGenerator<Y> generator, @Nullable Object value) {
        super(generator, value, null);
        sends = value != null;
    }

    @Override
    protected String noun() {
        return "anext()/asend()";
    }

    @Override
    boolean runsBody() {
        body.requireIdle("anext()"); // Python says so of asend(), too
        if (sends) {
            body.requireNothingHeld("asend()");
            if (body.isFresh()) {
                throw new IllegalStateException("can't send non-null value to a just-started async generator");
            }
        }
        return !body.holdsElement() && !body.hasEnded();
    }

    @Override
    @Nullable
    Object withoutBody() {
        return body.holdsElement() ? body.takeElement() : ended();
    }

    @Override
    Object ended() {
        throw StopAsyncIteration.INSTANCE;
    }
}
