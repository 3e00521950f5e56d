package dev.fermata.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the trace of an exception that was thrown after a resume read like a thread's: the callers that await are not on
 * the Java stack any more, so they are added to the exception itself. No copy is thrown in its place: the identity of an
 * exception, and the fields of its class, are the user's.
 *
 * <pre>
 *   leaf.body, leaf.step, Machine.start, Machine.resume, driver ..      as it was thrown
 *   leaf.body, leaf.step, Machine.start, caller, .., root, Machine.resume, driver ..
 * </pre>
 *
 * <p>Once, because an exception comes by more than once: it is caught, something is awaited, and it is thrown again; or it is
 * a constant that is thrown in every chain. So callers are added only between start() and resume(), which stand together in
 * a trace that has none yet, and only above the step of the very frame that failed: otherwise the exception was thrown in
 * another run, and has the callers of that one on its own stack or has got them then.
 */
final class Trace {
    private static final String MACHINE = Machine.class.getName();

    private Trace() {}

    /** Adds the places where {@code awaiting} and the frames above it are suspended, below those of the failed frame's body. */
    static void extend(Throwable thrown, Frame failed, Frame awaiting) {
        StackTraceElement[] trace = thrown.getStackTrace(); // empty if it is not writable, or does without
        for (int at = 2; at < trace.length; at++) {
            if (is(trace[at], "resume") && is(trace[at - 1], "start") && isStep(trace[at - 2], failed)) {
                List<StackTraceElement> whole = new ArrayList<>(List.of(trace));
                whole.addAll(at, Machine.places(awaiting));
                thrown.setStackTrace(whole.toArray(new StackTraceElement[0]));
                return;
            }
        }
    }

    private static boolean is(StackTraceElement element, String method) {
        return element.getMethodName().equals(method) && element.getClassName().equals(MACHINE);
    }

    private static boolean isStep(StackTraceElement element, Frame frame) {
        Class<?> type = frame.getClass();
        while (type != Object.class && !element.getClassName().equals(type.getName())) {
            type = type.getSuperclass(); // a hand-written frame may inherit its step
        }
        return type != Object.class && element.getMethodName().equals("step");
    }
}
