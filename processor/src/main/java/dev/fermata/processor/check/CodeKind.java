package dev.fermata.processor.check;

/** What a stretch of code is rewritten into, and so what it may do. */
enum CodeKind {
    /** Ordinary code: nothing suspends in it. */
    PLAIN,
    /** The code of a coroutine function. */
    COROUTINE,
    /** The code of a coroutine function that starts at the call and returns a future. */
    FUTURE,
    /** The code of a generator function. */
    GENERATOR,
    /** The code of an async generator function: both async and generator code. */
    ASYNC_GENERATOR,
    /** Types that would tell are missing. Javac reports that; we say nothing of such code. */
    UNKNOWN;

    boolean isAsync() {
        return this == COROUTINE || this == FUTURE || this == ASYNC_GENERATOR;
    }

    boolean isGenerator() {
        return this == GENERATOR || this == ASYNC_GENERATOR;
    }

    /** Whether a call of an intrinsic does what it says here. */
    boolean allows(Intrinsic intrinsic) {
        return switch (intrinsic) {
            case AWAIT, SUSPEND -> isAsync();
            case YIELD, YIELD_FROM -> this == GENERATOR;
            case ASYNC_YIELD -> this == ASYNC_GENERATOR;
        };
    }
}
