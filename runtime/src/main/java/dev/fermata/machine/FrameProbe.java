package dev.fermata.machine;

/**
 * What {@code dev.fermata.inspect} may ask a frame. Not for humans, who ask {@code Inspect}: the states themselves are
 * between the machine and the frames, so this tells them apart and does not hand out their numbers.
 */
public final class FrameProbe {
    private FrameProbe() {}

    /**
     * Tells whether nothing of the body has run.
     *
     * @param frame the frame
     * @return true if it is fresh
     */
    public static boolean isCreated(Frame frame) {
        return frame.state == Frame.CREATED;
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
     * Tells whether the body has ended.
     *
     * @param frame the frame
     * @return true if it returned, threw, or was closed
     */
    public static boolean isClosed(Frame frame) {
        return frame.state == Frame.CLOSED;
    }
}
