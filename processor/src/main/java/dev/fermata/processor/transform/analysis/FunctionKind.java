package dev.fermata.processor.transform.analysis;

/** The kinds of functions that are rewritten. */
public enum FunctionKind {
    /** An {@code @Async} method, or a lambda for an interface whose method is one. */
    COROUTINE(AbiNames.COROUTINE, "Coroutine"),
    /** A {@code @Yields} method. */
    GENERATOR(AbiNames.GENERATOR, "Generator");

    private final String base;
    private final String suffix;

    FunctionKind(String base, String suffix) {
        this.base = base;
        this.suffix = suffix;
    }

    /**
     * Returns what the function returns, which is the superclass of its generated class.
     *
     * @return an internal name
     */
    public String base() {
        return base;
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
        return this == COROUTINE;
    }
}
