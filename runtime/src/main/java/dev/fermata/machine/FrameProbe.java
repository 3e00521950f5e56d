package dev.fermata.machine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code dev.fermata.inspect} may ask a frame. Not for humans, who ask {@code Inspect}: the states themselves are
 * between the machine and the frames, so this tells them apart and does not hand out their numbers.
 */
public final class FrameProbe {
    private FrameProbe() {}

    /**
     * Tells whether a rewritten function has made a frame: those know their function, hand-written ones most often do not.
     *
     * @param frame the frame
     * @return whether
     */
    public static boolean isGenerated(Frame frame) {
        try {
            return frame.location(Frame.CREATED) != null;
        } catch (RuntimeException notYet) { // a hand-written one
            return false;
        }
    }

    /**
     * Tells whether nothing of the body has run.
     *
     * @param frame the frame
     * @return true if it is fresh
     */
    public static boolean isCreated(Frame frame) {
        return frame.state() == Frame.CREATED;
    }

    /**
     * Tells whether all of these are fresh frames, and none of them is there twice. Each has a mark while this runs, and nothing
     * else does meanwhile: a hash table, the alternative, took as long as to make the tasks of a gather.
     *
     * @param objects some objects, in a list that is quick to be asked for any of them
     * @return whether; false also where the origin of one is tracked
     */
    public static boolean areFreshAndDistinct(List<?> objects) {
        int met = 0;
        while (met < objects.size() && objects.get(met) instanceof Frame frame && frame.state == Frame.CREATED) {
            frame.state = Frame.MET;
            met++;
        }
        for (int index = 0; index < met; index++) {
            ((Frame) objects.get(index)).state = Frame.CREATED;
        }
        return met == objects.size();
    }

    /**
     * Tells whether the body is on a stack.
     *
     * @param frame the frame
     * @return true if it is; false for a frame that awaits, after a resume, one that is
     */
    public static boolean isRunning(Frame frame) {
        return frame.state == Frame.RUNNING;
    }

    /**
     * Returns the variables that a frame keeps.
     *
     * @param frame the frame
     * @return their values by their names, in the order of their slots; the arguments if it is fresh; empty if its body is on a
     *     stack or has ended
     */
    public static Map<String, @Nullable Object> locals(Frame frame) {
        return Locals.of(frame);
    }

    /**
     * Returns the root of the chain that a suspended frame is in: a driver's own frame, if there is one.
     *
     * @param frame the frame
     * @return the frame that nobody awaits
     */
    public static Frame root(Frame frame) {
        Frame root = frame;
        while (root.awaiter != null) {
            root = root.awaiter;
        }
        return root;
    }

    /**
     * Returns the leaf of the chain that a frame drives.
     *
     * @param root the frame
     * @return the leaf, or null if it drives none
     */
    public static @Nullable Frame driven(Frame root) {
        return root.driven();
    }

    /**
     * Finds what a frame awaits.
     *
     * @param leaf the leaf of the chain that it is in
     * @param frame the frame
     * @return what users know as awaited; null if the frame is the leaf, or is not in the chain
     */
    public static @Nullable Object awaited(Frame leaf, Frame frame) {
        for (@Nullable Frame below = leaf; below != null; below = below.awaiter) {
            if (below.awaiter == frame) {
                return below.shownAs();
            }
        }
        return null;
    }

    /**
     * Returns the place that a frame has come to.
     *
     * @param frame the frame
     * @return the place of its suspension point, that of the function if it is fresh, one without a line while it runs; null if it
     *     has ended or has no source
     */
    public static @Nullable StackTraceElement place(Frame frame) {
        return isClosed(frame) ? null : frame.location(frame.state());
    }

    /**
     * Returns how many callers of coroutine functions are remembered in this thread.
     *
     * @return the number, 0 if none are
     */
    public static int originDepth() {
        return Origins.depth();
    }

    /**
     * Sets how many callers of coroutine functions are remembered in this thread.
     *
     * @param depth the number, 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public static void setOriginDepth(int depth) {
        Origins.setDepth(depth);
    }

    /**
     * Returns where a coroutine was made.
     *
     * @param frame its frame
     * @return the callers of its function, innermost first; empty if they were not remembered
     */
    public static List<StackTraceElement> origin(Frame frame) {
        return Origins.of(frame);
    }

    /**
     * Takes the coroutines that were remembered and are gone without having begun. Any thread; each is given out once.
     *
     * @return for each what there is to say, with its origin for a trace
     */
    public static List<RuntimeException> takeDropped() {
        return Origins.takeDropped();
    }

    /**
     * Takes the coroutines that were remembered in this thread and have not begun, gone or not: at a time when none of them can
     * begin any more, as at the end of a test. Each is given out once.
     *
     * @return for each what there is to say, in the order in which they were made
     */
    public static List<RuntimeException> takeUnbegun() {
        return Origins.takeUnbegun();
    }

    /**
     * Tells whether the body has ended.
     *
     * @param frame the frame
     * @return true if it returned, threw, or was closed
     */
    public static boolean isClosed(Frame frame) {
        return frame.state == Frame.CLOSED;
    }
}
