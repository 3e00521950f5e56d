package dev.fermata.processor.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the processor can report. The order is that of the specification; it decides between diagnostics at one
 * position.
 */
public enum DiagnosticId {
    /** {@code await} or {@code suspend} where nothing can suspend. */
    AWAIT_OUTSIDE_ASYNC("AwaitOutsideAsync", Kind.MANDATORY),
    /** A coroutine or generator function that returns something else. */
    ASYNC_RETURN_TYPE("AsyncReturnType", Kind.MANDATORY),
    /** {@code @Async} or {@code @Yields} on a method that cannot have it. */
    ASYNC_MODIFIERS("AsyncModifiers", Kind.MANDATORY),
    /** A suspension that holds a monitor. */
    AWAIT_IN_SYNCHRONIZED("AwaitInSynchronized", Kind.MANDATORY),
    /** A yield that nobody takes. */
    YIELD_OUTSIDE_GENERATOR("YieldOutsideGenerator", Kind.MANDATORY),
    /** A yield out of the body of a task group or timeout. */
    YIELD_IN_SCOPE("YieldInScope", Kind.MANDATORY),
    /** A generator function that returns another generator. */
    GENERATOR_RETURN("GeneratorReturn", Kind.MANDATORY),
    /** A loop over an asynchronous source where nothing can suspend. */
    ASYNC_ITERATION_OUTSIDE_ASYNC("AsyncIterationOutsideAsync", Kind.MANDATORY),
    /** A loop or try whose type the compiler does not keep. */
    ASYNC_INTERSECTION("AsyncIntersection", Kind.MANDATORY),
    /** {@code @Bridge} on what cannot have companions. */
    BRIDGE_TARGET("BridgeTarget", Kind.MANDATORY),

    /** A resource that has to be awaited where nothing can suspend. */
    ASYNC_CLOSE_OUTSIDE_ASYNC("AsyncCloseOutsideAsync", Kind.OPTIONAL),
    /** A coroutine or generator that is made and never run. */
    COROUTINE_NOT_AWAITED("CoroutineNotAwaited", Kind.OPTIONAL),
    /** A coroutine or generator function that returns null. */
    NULL_COROUTINE("NullCoroutine", Kind.OPTIONAL),
    /** A coroutine that is run a second time. */
    AWAITED_TWICE("AwaitedTwice", Kind.OPTIONAL),
    /** A loop that is run by a coroutine of a running one. */
    NESTED_RUN("NestedRun", Kind.OPTIONAL),
    /** A suspension that holds a lock of threads. */
    LOCK_ACROSS_AWAIT("LockAcrossAwait", Kind.OPTIONAL),

    /** A task that is started and let go. */
    DROPPED_TASK("DroppedTask", Kind.OPTIONAL, Severity.WARNING),
    /** A call in async code that keeps the thread of the loop waiting. */
    BLOCKING_CALL("BlockingCall", Kind.OPTIONAL, Severity.WARNING),
    /** Code around an await that stops the error by which a task is cancelled. */
    CANCELLATION_SWALLOWED("CancellationSwallowed", Kind.OPTIONAL, Severity.WARNING),
    /** A value of a thread that is used on both sides of an await. */
    THREAD_LOCAL_ACROSS_AWAIT("ThreadLocalAcrossAwait", Kind.OPTIONAL, Severity.WARNING),
    /** A field that is read before an await and written after it. */
    LOST_UPDATE("LostUpdate", Kind.OPTIONAL, Severity.WARNING),
    /** A coroutine that is returned out of a try and runs after it. */
    RETURN_BYPASSES_TRY("ReturnBypassesTry", Kind.OPTIONAL, Severity.WARNING),
    /** An annotation of another library that has the name of ours. */
    FOREIGN_ASYNC("ForeignAsync", Kind.OPTIONAL, Severity.WARNING),

    /** A coroutine function that need not be one. */
    ASYNC_WITHOUT_AWAIT("AsyncWithoutAwait", Kind.OPTIONAL, Severity.NOTE),
    /** A clean-up that a cancellation may cut short. */
    AWAIT_IN_FINALLY("AwaitInFinally", Kind.OPTIONAL, Severity.NOTE),

    /** A class that should have been rewritten was not. */
    NOT_TRANSFORMED("NotTransformed", Kind.BUILD),
    /** The compiler is not javac. */
    UNSUPPORTED_COMPILER("UnsupportedCompiler", Kind.BUILD),
    /** The guard of the runtime saw coroutine functions and no processor. */
    PROCESSOR_NOT_RUNNING("ProcessorNotRunning", Kind.BUILD),
    /** An option under our prefix that means nothing. */
    UNKNOWN_OPTION("UnknownOption", Kind.BUILD);

    private enum Kind {
        MANDATORY,
        OPTIONAL,
        BUILD
    }

    private final String text;
    private final Kind kind;
    private final Severity defaultSeverity;

    /** One that is an error unless it is optional and an option says otherwise. */
    DiagnosticId(String text, Kind kind) {
        this(text, kind, Severity.ERROR);
    }

    DiagnosticId(String text, Kind kind, Severity defaultSeverity) {
        this.text = text;
        this.kind = kind;
        this.defaultSeverity = defaultSeverity;
    }

    /** Returns the id as it stands in messages, options and {@code @SuppressWarnings}, and as the name of its page. */
    public String text() {
        return text;
    }

    /** Tells whether it is a check of the source, as opposed to news about the build. */
    public boolean isCheck() {
        return kind != Kind.BUILD;
    }

    /** Tells whether options and annotations can change it. */
    public boolean isOptional() {
        return kind == Kind.OPTIONAL;
    }

    Severity defaultSeverity() {
        return defaultSeverity;
    }

    static Optional<DiagnosticId> ofCheck(String text) {
        return Arrays.stream(values())
                .filter(id -> id.isCheck() && id.text.equals(text))
                .findFirst();
    }

    static List<String> checkNames() {
        List<String> names = new ArrayList<>();
        for (DiagnosticId id : values()) {
            if (id.isCheck()) {
                names.add(id.text);
            }
        }
        return names;
    }
}
