package dev.fermata.processor.check;

/** The names of methods that the checks know. */
final class KnownNames {
    static final String AWAIT = "await";
    static final String SUSPEND = "suspend";
    static final String YIELD = "yield";
    static final String YIELD_FROM = "yieldFrom";
    static final String END = "end";
    static final String RESULT = "result";
    static final String DONE = "done";
    static final String HAS_NEXT = "hasNext";
    static final String NEXT = "next";
    static final String CLOSE = "close";
    static final String CALL = "call";
    static final String RUN = "run";
    static final String RUN_UNTIL_COMPLETE = "runUntilComplete";
    static final String RUN_FOREVER = "runForever";
    static final String CREATE_TASK = "createTask";
    static final String ANEXT = "anext";
    static final String ASEND = "asend";
    static final String ATHROW = "athrow";
    static final String TIMEOUT = "timeout";
    static final String MOVE_ON_AFTER = "moveOnAfter";
    static final String GATHER = "gather";
    static final String WAIT_FOR = "waitFor";
    static final String SHIELD = "shield";

    private KnownNames() {}
}
