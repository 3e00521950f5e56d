package dev.fermata.processor.transform.analysis;

import dev.fermata.processor.names.RuntimeNames;

/** The names that generated code refers to, as class files have them. */
public final class AbiNames {
    /** Base of generated coroutine classes, and home of the intrinsics. */
    public static final String COROUTINE = RuntimeNames.internal(RuntimeNames.COROUTINE);

    /** Base of generated generator classes, and home of their intrinsics. */
    public static final String GENERATOR = RuntimeNames.internal(RuntimeNames.GENERATOR);

    /** What async generator functions return, and home of their intrinsics. */
    public static final String ASYNC_GENERATOR = RuntimeNames.internal(RuntimeNames.ASYNC_GENERATOR);

    /** Base of generated async generator classes. */
    public static final String ASYNC_GENERATOR_FRAME = RuntimeNames.internal(RuntimeNames.ASYNC_GENERATOR_FRAME);

    /** What can be awaited. */
    public static final String AWAITABLE = RuntimeNames.internal(RuntimeNames.AWAITABLE);

    /** What async iteration runs over. */
    public static final String ASYNC_ITERABLE = RuntimeNames.internal(RuntimeNames.ASYNC_ITERABLE);

    /** What it takes elements from. */
    public static final String ASYNC_ITERATOR = RuntimeNames.internal(RuntimeNames.ASYNC_ITERATOR);

    /** What an async try closes. */
    public static final String ASYNC_CLOSEABLE = RuntimeNames.internal(RuntimeNames.ASYNC_CLOSEABLE);

    /** Makes the frames of awaits that the source does not name. */
    public static final String IMPLICIT_AWAIT = RuntimeNames.internal(RuntimeNames.IMPLICIT_AWAIT);

    /** Starts the bodies of functions that return futures. */
    public static final String FUTURE_CALL = RuntimeNames.internal(RuntimeNames.FUTURE_CALL);

    /** What functions that return futures return. */
    public static final String COMPLETABLE_FUTURE = "java/util/concurrent/CompletableFuture";

    /** What they return, too. */
    public static final String COMPLETION_STAGE = "java/util/concurrent/CompletionStage";

    /** Base of all three. */
    public static final String FRAME = RuntimeNames.internal(RuntimeNames.FRAME);

    /** What runs them. */
    public static final String MACHINE = RuntimeNames.internal(RuntimeNames.MACHINE);

    /** What bodies call that hand over primitives, and those that enter them. */
    public static final String PRIMITIVES = RuntimeNames.internal(RuntimeNames.PRIMITIVES);

    /** The functions that are awaited most are here. */
    public static final String ASYNCIO = "dev/fermata/asyncio/Asyncio";

    /** What an await of a sleep enters. */
    public static final String SLEEP = "dev/fermata/asyncio/Sleep";

    /** The package of what coroutines wait for, with a slash at the end. */
    public static final String SYNC = "dev/fermata/asyncio/sync/";

    /** Marks what was rewritten. */
    public static final String TRANSFORMED_DESCRIPTOR = RuntimeNames.descriptor(RuntimeNames.TRANSFORMED);

    /** Marks a coroutine function. */
    public static final String ASYNC_DESCRIPTOR = RuntimeNames.descriptor(RuntimeNames.ASYNC);

    /** Marks a generator function. */
    public static final String YIELDS_DESCRIPTOR = RuntimeNames.descriptor(RuntimeNames.YIELDS);

    /** The format of the ABI that is written. */
    public static final int FORMAT = 1;

    /** How many calls the machine lets nest on the Java stack. */
    public static final int DEPTH_LIMIT = 200;

    /**
     * What a body that hands over a primitive returns if it has suspended, a long with its sign extended. A small negative number that
     * few programs use, and that machine code compares with in one instruction; as bits of a float or double, a NaN. No part of the
     * ABI: who enters such a body is of the same class file, or was made with it.
     */
    public static final int MARK = 0xFFED1E55;

    /** What bodies return. */
    public static final String OBJECT_DESCRIPTOR = "Ljava/lang/Object;";

    private AbiNames() {}
}
