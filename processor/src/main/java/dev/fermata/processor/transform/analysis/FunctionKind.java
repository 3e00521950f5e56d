package dev.fermata.processor.transform.analysis;

import java.util.Map;

/** The kinds of functions that are rewritten. */
public enum FunctionKind {
    /** An {@code @Async} method, or a lambda for an interface whose method is one. */
    COROUTINE(AbiNames.COROUTINE, AbiNames.COROUTINE, "Coroutine"),
    /** A {@code @Yields} method. */
    GENERATOR(AbiNames.GENERATOR, AbiNames.GENERATOR, "Generator"),
    /** As a coroutine function, but it returns an async generator. */
    ASYNC_GENERATOR(AbiNames.ASYNC_GENERATOR, AbiNames.ASYNC_GENERATOR_FRAME, "AsyncGenerator"),
    /** As a coroutine function, but it starts at the call and returns the future of its outcome. */
    FUTURE(AbiNames.COMPLETABLE_FUTURE, AbiNames.COROUTINE, "Coroutine"),
    /** The same, but declared to return the interface. */
    STAGE(AbiNames.COMPLETION_STAGE, AbiNames.COROUTINE, "Coroutine");

    private static final Map<String, FunctionKind> ASYNC = Map.of(
            AbiNames.ASYNC_GENERATOR, ASYNC_GENERATOR,
            AbiNames.COMPLETABLE_FUTURE, FUTURE,
            AbiNames.COMPLETION_STAGE, STAGE);

    private final String returned;
    private final String base;
    private final String suffix;

    FunctionKind(String returned, String base, String suffix) {
        this.returned = returned;
        this.base = base;
        this.suffix = suffix;
    }

    /** The kind of an async method or lambda, which what it returns tells. */
    static FunctionKind ofAsync(String returned) {
        return ASYNC.getOrDefault(returned, COROUTINE);
    }

    /**
     * Returns what the function returns.
     *
     * @return an internal name
     */
    public String returned() {
        return returned;
    }

    /**
     * Returns the superclass of its generated class.
     *
     * @return an internal name
     */
    public String base() {
        return base;
    }

    /**
     * Tells whether calling the function starts its body.
     *
     * @return true if it does; false if somebody has to drive what it returns
     */
    public boolean startsAtCall() {
        return this == FUTURE || this == STAGE;
    }

    /**
     * Returns what the names of generated classes end in.
     *
     * @return a simple name
     */
    public String suffix() {
        return suffix;
    }

    /** Whether its body may await. */
    boolean isAsync() {
        return this != GENERATOR;
    }
}
