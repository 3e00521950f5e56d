package dev.fermata.machine;

import java.lang.StackWalker.StackFrame;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where coroutines were made, and which of them were dropped without having begun: for those who look for a mistake, as
 * Python's {@code sys.set_coroutine_origin_tracking_depth}.
 *
 * <p>While nobody does, a coroutine pays the read of one field when it is made, and nothing later. While somebody does, its state is
 * {@link Frame#TRACKED} in place of CREATED, which sends whoever starts or closes it the slow way round, past {@link #begun}.
 *
 * <p>The fields are static, as nothing else in this library: the constructor of a coroutine has no loop to ask. The depth is
 * that of the thread, as in CPython.
 */
final class Origins {
    /** Whether any thread has a depth. Plain: a thread that sets one sees it. */
    private static boolean on;

    /** Null is 0. */
    private static final ThreadLocal<@Nullable Integer> DEPTH = new ThreadLocal<>();

    private static final ReferenceQueue<Frame> GONE = new ReferenceQueue<>();
    private static final Map<Object, Origin> MADE = new ConcurrentHashMap<>();
    private static final AtomicLong COUNT = new AtomicLong();

    /** How many threads have a depth. */
    private static int threads;

    private Origins() {}

    static boolean areTracked() {
        return on;
    }

    static int depth() {
        Integer depth = DEPTH.get();
        return depth == null ? 0 : depth;
    }

    static void setDepth(int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException("depth: " + depth + " (expected: 0, which is off, or more)");
        }
        int before = depth();
        if (depth == 0) {
            DEPTH.remove();
        } else {
            DEPTH.set(depth);
        }
        synchronized (MADE) {
            threads += Integer.signum(depth) - Integer.signum(before);
            on = threads > 0;
        }
    }

    /** Notes where a frame is made, in its constructor; tells whether it is tracked. */
    static boolean made(Frame frame) {
        int depth = depth();
        if (depth == 0) {
            return false;
        }
        StackTraceElement function = functionOf(frame);
        List<StackTraceElement> callers = Callers.STACK.walk(frames -> frames.dropWhile(Origins::isRuntime)
                .dropWhile(it -> isConstructor(it) || isFunction(it, function))
                .limit(depth)
                .map(StackFrame::toStackTraceElement)
                .toList());
        String name = function == null
                ? frame.getClass().getName()
                : function.getClassName() + "." + function.getMethodName();
        Origin origin = new Origin(frame, name, callers);
        MADE.put(origin, origin);
        return true;
    }

    /** A tracked frame is started or closed, so it was not forgotten. */
    static void begun(Frame frame) {
        Origin origin = MADE.get(new Sought(frame));
        if (origin != null) {
            origin.begun = true;
        }
    }

    /** Where a frame was made, innermost first; empty if it was not tracked. */
    static List<StackTraceElement> of(Frame frame) {
        Origin origin = MADE.get(new Sought(frame));
        return origin == null ? List.of() : origin.callers;
    }

    /** Takes those that the garbage collector has found and that had not begun, each once, as what there is to say of them. */
    static List<RuntimeException> takeDropped() {
        List<RuntimeException> dropped = new ArrayList<>();
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            if (gone instanceof Origin origin && MADE.remove(origin) != null && !origin.begun) {
                dropped.add(origin.neverAwaited());
            }
        }
        return dropped;
    }

    /** Takes those that this thread has made and that have not begun, whether somebody still refers to them or not, in the order in which they were made. */
    static List<RuntimeException> takeUnbegun() {
        long thread = Thread.currentThread().getId();
        return MADE.values().stream()
                .filter(origin -> origin.thread == thread && !origin.begun && MADE.remove(origin) != null)
                .sorted(Comparator.comparingLong(origin -> origin.number))
                .map(Origin::neverAwaited)
                .toList();
    }

    /** Hand-written frames may not be able to tell before their fields are set. */
    private static @Nullable StackTraceElement functionOf(Frame frame) {
        try {
            return frame.location(Frame.CREATED);
        } catch (RuntimeException notYet) {
            return null;
        }
    }

    /** Frames of this library, and not of tests in packages of the same name. */
    private static boolean isRuntime(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return type.getName().startsWith("dev.fermata.")
                && type.getProtectionDomain().getCodeSource()
                        == Origins.class.getProtectionDomain().getCodeSource();
    }

    private static boolean isConstructor(StackFrame frame) {
        return Frame.class.isAssignableFrom(frame.getDeclaringClass())
                && frame.getMethodName().equals("<init>");
    }

    /** The function itself is no caller: its body has not begun. */
    private static boolean isFunction(StackFrame frame, @Nullable StackTraceElement function) {
        return function != null
                && frame.getClassName().equals(function.getClassName())
                && frame.getMethodName().equals(function.getMethodName());
    }

    /** By itself, so that only who tracks pays for it: this class is in the path of every program's start. */
    private static final class Callers {
        static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    }

    /** Refers to a frame weakly; equal to what refers to the same one. */
    private static final class Origin extends WeakReference<Frame> {
        private final int hash;
        private final long thread = Thread.currentThread().getId();
        private final long number = COUNT.incrementAndGet();
        private final String name;
        private final List<StackTraceElement> callers;
        private volatile boolean begun;

        Origin(Frame frame, String name, List<StackTraceElement> callers) {
            super(frame, GONE);
            this.hash = System.identityHashCode(frame);
            this.name = name;
            this.callers = callers;
        }

        RuntimeException neverAwaited() {
            RuntimeException said = new IllegalStateException(
                    "coroutine " + name + " was never awaited; await it, make a task of it, or close() it");
            said.setStackTrace(callers.toArray(new StackTraceElement[0]));
            return said;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this || other instanceof Sought sought && refersTo(sought.frame);
        }
    }

    /** What a frame's origin is looked up by. */
    private static final class Sought {
        private final Frame frame;

        Sought(Frame frame) {
            this.frame = frame;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(frame);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Origin origin && origin.refersTo(frame);
        }
    }
}
