package dev.fermata;

import org.jspecify.annotations.Nullable;

/** A call of hasNext(), as async code makes it: the end of the iteration is an outcome and no exception. */
final class AsyncAdvance extends AsyncGeneratorCall<Boolean> {
    AsyncAdvance(AsyncGenerator<?> generator) {
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
    Object withoutBody() {
        return body.holdsElement();
    }

    @Override
    Object yielded(@Nullable Object element) {
        body.hold(element);
        return true;
    }

    @Override
    Object ended() {
        return false;
    }
}
