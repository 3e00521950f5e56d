package dev.fermata;

import org.jspecify.annotations.Nullable;

/** A call of aclose(). */
final class AsyncClose extends AsyncGeneratorCall<Void> {
    AsyncClose(AsyncGenerator<?> generator) {
        super(generator, null, new GeneratorExit());
    }

    @Override
    protected String noun() {
        return "aclose()/athrow()";
    }

    @Override
    boolean runsBody() {
        if (body.hasEnded()) {
            return false;
        }
        body.requireIdle("aclose()");
        if (body.isClosing()) {
            throw StopAsyncIteration.INSTANCE; // the body has ignored an aclose() before; Python has it so
        }
        if (body.isFresh()) {
            body.end();
            return false;
        }
        body.takeElement();
        body.startsClosing();
        return true;
    }

    @Override
    @Nullable
    Object withoutBody() {
        return null;
    }

    @Override
    Object yielded(@Nullable Object element) {
        throw new IllegalStateException("async generator ignored GeneratorExit");
    }

    @Override
    @Nullable
    Object ended() {
        return null;
    }

    /** The usual end: nobody in the body caught it. */
    @Override
    @Nullable
    Object threw(Throwable thrown) throws Throwable {
        if (thrown instanceof GeneratorExit) {
            return null;
        }
        throw thrown;
    }
}
