package dev.fermata.inspect;

/** How far a coroutine or generator has come: Python's {@code CORO_*} and {@code GEN_*}. */
public enum CoroutineState {
    /** Nothing of its body has run. */
    CREATED,

    /** Its body is on a thread's stack. */
    RUNNING,

    /** It is stopped at an await or a yield. */
    SUSPENDED,

    /** It returned, threw, or was closed. */
    CLOSED
}
