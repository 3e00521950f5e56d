package dev.fermata;

import org.jspecify.annotations.Nullable;

/** A call of hasNext() with next() right behind it: the element, or {@link ImplicitAwait#END}. Nothing is held between. */
final class AsyncElement extends AsyncGeneratorCall<@Nullable Object> {
    AsyncElement(AsyncGenerator<?> generator) {
        super(generator, null, null);
    }

    @Override
    protected String noun() {
        return "hasNext()";
    }

    @Override
    boolean runsBody() {
        body.requireIdle("hasNext()");
        return !body.holdsElement() && !body.hasEnded();
    }

    @Override
    @Nullable
    Object withoutBody() {
        return body.holdsElement() ? body.takeElement() : ended();
    }

    @Override
    Object ended() {
        return ImplicitAwait.END;
    }
}
