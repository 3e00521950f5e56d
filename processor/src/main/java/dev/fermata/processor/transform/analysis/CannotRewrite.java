package dev.fermata.processor.transform.analysis;

import java.io.Serial;

/** A method that cannot be rewritten, with the true reason; it becomes a rejection at the entry of the transform. */
public final class CannotRewrite extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Makes one.
     *
     * @param line the line of what stands in the way, or 0
     * @param reason half a sentence, of which the method is the subject
     */
    public CannotRewrite(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /**
     * Returns the line.
     *
     * @return the line of what stands in the way, or 0
     */
    public int line() {
        return line;
    }

    /**
     * Returns the reason.
     *
     * @return half a sentence, of which the method is the subject
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
