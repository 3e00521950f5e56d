package dev.fermata.processor.check;

/** The names of the runtime that the checks know. The processor does not link to the runtime: it must read code of any version. */
final class RuntimeNames {
    private static final String LANGUAGE = "dev.fermata.";
    private static final String LOOP = LANGUAGE + "asyncio.";

    static final String ASYNC = LANGUAGE + "Async";
    static final String YIELDS = LANGUAGE + "Yields";
    static final String COROUTINE = LANGUAGE + "Coroutine";
    static final String AWAITABLE = LANGUAGE + "Awaitable";
    static final String GENERATOR = LANGUAGE + "Generator";
    static final String ASYNC_GENERATOR = LANGUAGE + "AsyncGenerator";
    static final String ASYNC_ITERABLE = LANGUAGE + "AsyncIterable";
    static final String ASYNC_ITERATOR = LANGUAGE + "AsyncIterator";
    static final String ASYNC_CLOSEABLE = LANGUAGE + "AsyncCloseable";
    static final String TASK_GROUP = LOOP + "TaskGroup";
    static final String ASYNCIO = LOOP + "Asyncio";

    /** Not of the runtime, but what a coroutine function will be able to return. */
    static final String COMPLETABLE_FUTURE = "java.util.concurrent.CompletableFuture";

    static final String COMPLETION_STAGE = "java.util.concurrent.CompletionStage";

    static final String AWAIT = "await";
    static final String SUSPEND = "suspend";
    static final String YIELD = "yield";
    static final String YIELD_FROM = "yieldFrom";
    static final String END = "end";
    static final String HAS_NEXT = "hasNext";
    static final String RUN = "run";
    static final String TIMEOUT = "timeout";
    static final String MOVE_ON_AFTER = "moveOnAfter";

    private RuntimeNames() {}
}
