package dev.fermata.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the trace of an exception that was thrown after a resume read like a thread's: the callers that await are not on
 * the Java stack any more, so they are added to the exception itself. No copy is thrown in its place: the identity of an
 * exception, and the fields of its class, are the user's.
 */
final class Trace {
    private static final String MACHINE = Machine.class.getName();

    private Trace() {}

    /** Adds the places where {@code awaiting} and the frames above it are suspended, below the frames of the leaf. */
    static void extend(Throwable thrown, Frame awaiting) {
        StackTraceElement[] trace = thrown.getStackTrace();
        if (trace.length == 0) {
            return; // not writable, or a throwable that does without
        }
        int cut = 0;
        while (cut < trace.length && !isResume(trace[cut])) {
            cut++;
        }
        List<StackTraceElement> whole = new ArrayList<>(List.of(trace).subList(0, cut));
        whole.addAll(Machine.places(awaiting));
        whole.addAll(List.of(trace).subList(cut, trace.length));
        thrown.setStackTrace(whole.toArray(new StackTraceElement[0]));
    }

    private static boolean isResume(StackTraceElement element) {
        return element.getMethodName().equals("resume")
                && element.getClassName().equals(MACHINE);
    }
}
