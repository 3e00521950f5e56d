package dev.fermata.processor.names;

/** The names of the runtime's types, as the language has them, and their forms in class files (JVMS 4.2.1, 4.3.2). */
public final class RuntimeNames {
    private static final String LANGUAGE = "dev.fermata.";
    private static final String MACHINERY = LANGUAGE + "machine.";
    private static final String LOOP = LANGUAGE + "asyncio.";

    /** Marks a coroutine function. */
    public static final String ASYNC = LANGUAGE + "Async";

    /** Marks a generator function. */
    public static final String YIELDS = LANGUAGE + "Yields";

    /** Asks for companions of a type. */
    public static final String BRIDGE = LANGUAGE + "Bridge";

    /** What coroutine functions return; home of await. */
    public static final String COROUTINE = LANGUAGE + "Coroutine";

    /** What can be awaited. */
    public static final String AWAITABLE = LANGUAGE + "Awaitable";

    /** What generator functions return; home of yield. */
    public static final String GENERATOR = LANGUAGE + "Generator";

    /** What async generator functions return. */
    public static final String ASYNC_GENERATOR = LANGUAGE + "AsyncGenerator";

    /** Superclass of the generated classes of async generator functions. */
    public static final String ASYNC_GENERATOR_FRAME = LANGUAGE + "AsyncGeneratorFrame";

    /** What an async for runs over. */
    public static final String ASYNC_ITERABLE = LANGUAGE + "AsyncIterable";

    /** What it takes elements from. */
    public static final String ASYNC_ITERATOR = LANGUAGE + "AsyncIterator";

    /** What an async try closes. */
    public static final String ASYNC_CLOSEABLE = LANGUAGE + "AsyncCloseable";

    /** What cancels a task. */
    public static final String CANCELLED_ERROR = LANGUAGE + "CancelledError";

    /** What generated code calls where the source awaits without saying so. */
    public static final String IMPLICIT_AWAIT = LANGUAGE + "ImplicitAwait";

    /** What calling a function that returns a future does. */
    public static final String FUTURE_CALL = LOOP + "FutureCall";

    /** Base of all that is generated. */
    public static final String FRAME = MACHINERY + "Frame";

    /** What runs it. */
    public static final String MACHINE = MACHINERY + "Machine";

    /** Beside it, for what is not an object. */
    public static final String PRIMITIVES = MACHINERY + "Primitives";

    /** Marks what was rewritten. */
    public static final String TRANSFORMED = MACHINERY + "Transformed";

    /** A scope of tasks. */
    public static final String TASK_GROUP = LOOP + "TaskGroup";

    /** The loop. */
    public static final String EVENT_LOOP = LOOP + "EventLoop";

    /** The facade of the loop. */
    public static final String ASYNCIO = LOOP + "Asyncio";

    /** Runs several coroutines on one loop, one after the other. */
    public static final String RUNNER = LOOP + "Runner";

    /** Runs coroutines for threads that wait. */
    public static final String BLOCKING_CALLER = LOOP + "BlockingCaller";

    /** Runs through async generators for them. */
    public static final String BLOCKING_ITERATOR = LOOP + "BlockingIterator";

    private RuntimeNames() {}

    /**
     * Returns the internal name of a class.
     *
     * @param name its name; none of the runtime is nested
     * @return the name with slashes
     */
    public static String internal(String name) {
        return name.replace('.', '/');
    }

    /**
     * Returns the descriptor of a class.
     *
     * @param name its name
     * @return the descriptor
     */
    public static String descriptor(String name) {
        return "L" + internal(name) + ";";
    }
}
