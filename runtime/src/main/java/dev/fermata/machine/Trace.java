package dev.fermata.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private static final String CHAIN = Chain.class.getName();

    /** How many throwables that hang on one are looked at: enough for a group of a task group, and not for a million. */
    private static final int RELATED_LIMIT = 256;

    private static final StackTraceElement BOUNDARY = new StackTraceElement(MACHINE, "awaited", "by what follows", -1);

    private static final StackTraceElement[] NONE = new StackTraceElement[0];

    private Trace() {}

    /**
     * Adds the places where {@code awaiting} and the frames above it are suspended, below those of the failed frame's body.
     *
     * @param before what the chain threw or was given before, if it was anything: it has its callers, and so has what hangs on
     *     it. So frames that each wrap what the one below has thrown do not look at all of that again.
     */
    static void extend(Throwable thrown, Frame failed, Frame awaiting, @Nullable Throwable before) {
        try {
            StackTraceElement[] places = places(awaiting);
            if (places.length == 0) {
                return; // most of the cost is to ask for the trace, which is then decoded
            }
            insert(thrown, failed, places);
            if (thrown.getCause() != null || thrown.getSuppressed().length > 0) {
                related(thrown, before).forEach(it -> insert(it, failed, places));
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
            StackTraceElement[] places = places(leaf);
            StackTraceElement[] trace = places.length == 0 ? places : thrown.getStackTrace();
            if (trace.length == 0 || trace.length + 1 + places.length > Machine.TRACE_LIMIT) {
                return;
            }
            StackTraceElement[] whole = Arrays.copyOf(trace, trace.length + 1 + places.length);
            whole[trace.length] = BOUNDARY;
            System.arraycopy(places, 0, whole, trace.length + 1, places.length);
            List<StackTraceElement> added = Arrays.asList(whole).subList(trace.length, whole.length);
            if (Collections.indexOfSubList(Arrays.asList(trace), first ? List.of(BOUNDARY) : added) < 0) {
                thrown.setStackTrace(whole);
            }
        } catch (RuntimeException overridden) {
            // As above.
        }
    }

    /** The places of the frames of a suspended chain that have a source, leaf first; so many as fit into a trace. */
    static StackTraceElement[] places(Frame leaf) {
        int length = 0;
        for (Frame frame = leaf; frame != null && length < Machine.TRACE_LIMIT; frame = frame.awaiter) {
            length++;
        }
        StackTraceElement[] places = new StackTraceElement[length];
        int count = 0;
        for (Frame frame = leaf; frame != null && count < length; frame = frame.awaiter) {
            StackTraceElement place = frame.location(frame.state());
            if (place != null) {
                places[count++] = place;
            }
        }
        return count == length ? places : count == 0 ? NONE : Arrays.copyOf(places, count);
    }

    /** Causes and suppressed ones, theirs, and so on, each once, but for what hangs on {@code before} only. */
    private static Set<Throwable> related(Throwable thrown, @Nullable Throwable before) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> left = new ArrayList<>(List.of(thrown));
        while (!left.isEmpty() && found.size() < RELATED_LIMIT) {
            Throwable next = left.remove(left.size() - 1);
            if (next != before && found.add(next)) {
                if (next.getCause() != null) {
                    left.add(next.getCause());
                }
                left.addAll(Arrays.asList(next.getSuppressed()));
            }
        }
        found.remove(thrown);
        return found;
    }

    private static void insert(Throwable thrown, Frame failed, StackTraceElement[] places) {
        StackTraceElement[] trace = thrown.getStackTrace(); // empty if it is not writable, or does without
        for (int at = 2; at < trace.length; at++) {
            if (is(trace[at], "resume") && is(trace[at - 1], "start") && isStep(trace[at - 2], failed)) {
                StackTraceElement[] whole = Arrays.copyOf(trace, trace.length + places.length);
                System.arraycopy(places, 0, whole, at, places.length);
                System.arraycopy(trace, at, whole, at + places.length, trace.length - at);
                thrown.setStackTrace(whole);
                return;
            }
        }
    }

    private static boolean is(StackTraceElement element, String method) {
        String name = element.getClassName();
        return element.getMethodName().equals(method) && (name.equals(MACHINE) || name.equals(CHAIN));
    }

    private static boolean isStep(StackTraceElement element, Frame frame) {
        Class<?> type = frame.getClass();
        while (type != Object.class && !element.getClassName().equals(type.getName())) {
            type = type.getSuperclass(); // a hand-written frame may inherit its step
        }
        return type != Object.class && element.getMethodName().equals("step");
    }
}
