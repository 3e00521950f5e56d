package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * A call of athrow().
 *
 * @param <Y> the type of the elements
 */
final class AsyncThrow<Y extends @Nullable Object> extends AsyncGeneratorCall<Y> {
    private final Throwable thrown;

    AsyncThrow(AsyncGenerator<Y> generator, Throwable thrown) {
        super(generator, null, thrown);
        this.thrown = thrown;
    }

    @Override
    protected String noun() {
        return "aclose()/athrow()";
    }

    @Override
    boolean runsBody() throws Throwable {
        if (body.hasEnded()) {
            return false;
        }
        body.requireIdle("athrow()");
        body.requireNothingHeld("athrow()");
        if (body.isClosing()) {
            throw StopAsyncIteration.INSTANCE;
        }
        if (body.isFresh()) {
            body.end();
            throw AsyncGeneratorFrame.converted(thrown);
        }
        return true;
    }

    @Override
    @Nullable
    Object withoutBody() {
        return null;
    }

    @Override
    Object ended() {
        throw StopAsyncIteration.INSTANCE;
    }
}
