package dev.fermata.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

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
 *
 * <p>What hangs on it, as a cause or suppressed, may have been caught in the body that threw it, and so has not got its
 * callers; it gets them with it.
 *
 * <pre>
 *   as it was thrown elsewhere .., Machine.awaited, caller, ..
 * </pre>
 *
 * <p>What was thrown elsewhere, in another task or thread, and is only delivered here, has no place to put callers into. They
 * are added below, behind an element that says so.
 */
final class Trace {
    private static final String MACHINE = Machine.class.getName();

    /** How many throwables that hang on one are looked at: enough for a group of a task group, and not for a million. */
    private static final int RELATED_LIMIT = 256;

    private static final StackTraceElement BOUNDARY = new StackTraceElement(MACHINE, "awaited", "by what follows", -1);

    private Trace() {}

    /** Adds the places where {@code awaiting} and the frames above it are suspended, below those of the failed frame's body. */
    static void extend(Throwable thrown, Frame failed, Frame awaiting) {
        try {
            insert(thrown, failed, awaiting);
            if (thrown.getCause() != null || thrown.getSuppressed().length > 0) {
                related(thrown).forEach(it -> insert(it, failed, awaiting));
            }
        } catch (RuntimeException overridden) {
            // An exception whose class answers such questions by throwing: it keeps the trace that it has.
        }
    }

    /**
     * Adds the places where those who wait at {@code leaf} are suspended to what was thrown elsewhere.
     *
     * @param first whether only if nobody has been added yet
     */
    static void append(Throwable thrown, Frame leaf, boolean first) {
        try {
            List<StackTraceElement> trace = Arrays.asList(thrown.getStackTrace());
            List<StackTraceElement> places = Machine.places(leaf);
            if (trace.isEmpty() || places.isEmpty() || trace.size() + 1 + places.size() > Machine.TRACE_LIMIT) {
                return;
            }
            List<StackTraceElement> added = new ArrayList<>();
            added.add(BOUNDARY);
            added.addAll(places);
            if (Collections.indexOfSubList(trace, first ? List.of(BOUNDARY) : added) < 0) {
                List<StackTraceElement> whole = new ArrayList<>(trace);
                whole.addAll(added);
                thrown.setStackTrace(whole.toArray(new StackTraceElement[0]));
            }
        } catch (RuntimeException overridden) {
            // As above.
        }
    }

    /** Causes and suppressed ones, theirs, and so on, each once. */
    private static Set<Throwable> related(Throwable thrown) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> left = new ArrayList<>(List.of(thrown));
        while (!left.isEmpty() && found.size() < RELATED_LIMIT) {
            Throwable next = left.remove(left.size() - 1);
            if (found.add(next)) {
                if (next.getCause() != null) {
                    left.add(next.getCause());
                }
                left.addAll(Arrays.asList(next.getSuppressed()));
            }
        }
        found.remove(thrown);
        return found;
    }

    private static void insert(Throwable thrown, Frame failed, Frame awaiting) {
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
