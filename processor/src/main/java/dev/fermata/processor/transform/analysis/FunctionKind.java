package dev.fermata.processor.transform.analysis;

/** The kinds of functions that are rewritten. */
public enum FunctionKind {
    /** An {@code @Async} method, or a lambda for an interface whose method is one. */
    COROUTINE(AbiNames.COROUTINE, AbiNames.COROUTINE, "Coroutine"),
    /** A {@code @Yields} method. */
    GENERATOR(AbiNames.GENERATOR, AbiNames.GENERATOR, "Generator"),
    /** As a coroutine function, but it returns an async generator. */
    ASYNC_GENERATOR(AbiNames.ASYNC_GENERATOR, AbiNames.ASYNC_GENERATOR_FRAME, "AsyncGenerator");

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
        return returned.equals(AbiNames.ASYNC_GENERATOR) ? ASYNC_GENERATOR : COROUTINE;
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
     * Tells whether what the function returns is an object of its own, which is made of the frame.
     *
     * @return true if it is; false if it is the frame itself
     */
    public boolean isWrapped() {
        return !returned.equals(base);
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
