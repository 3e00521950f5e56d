package dev.fermata.processor.transform.analysis;

/**
 * The names of the runtime that generated code refers to, as JVM names. The only place of the transform that knows them:
 * the processor does not link to the runtime, whose version is that of the project being compiled.
 */
public final class AbiNames {
    /** Base of generated coroutine classes, and home of the intrinsics. */
    public static final String COROUTINE = "dev/fermata/Coroutine";

    /** Base of generated generator classes, and home of their intrinsics. */
    public static final String GENERATOR = "dev/fermata/Generator";

    /** What can be awaited. */
    public static final String AWAITABLE = "dev/fermata/Awaitable";

    /** Base of both. */
    public static final String FRAME = "dev/fermata/machine/Frame";

    /** What runs them. */
    public static final String MACHINE = "dev/fermata/machine/Machine";

    /** Marks what was rewritten. */
    public static final String TRANSFORMED_DESCRIPTOR = "Ldev/fermata/machine/Transformed;";

    /** Marks a coroutine function. */
    public static final String ASYNC_DESCRIPTOR = "Ldev/fermata/Async;";

    /** Marks a generator function. */
    public static final String YIELDS_DESCRIPTOR = "Ldev/fermata/Yields;";

    /** The format of the ABI that is written. */
    public static final int FORMAT = 1;

    /** The parameters of a body that follow its own: the frame is of the generated class. */
    public static final String OBJECT_DESCRIPTOR = "Ljava/lang/Object;";

    private AbiNames() {}
}
