package dev.fermata.processor.transform.analysis;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A method that cannot be rewritten, with the true reason; it becomes a rejection at the entry of the transform. */
public final class CannotRewrite extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How the reasons begin that are the fault of whatever wrote the class file: no virtual machine would take the code as it is. */
    private static final String BAD_CODE = "has code that does not verify";

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

    /** Makes one for code that does not verify before it is rewritten. */
    public static CannotRewrite badCode(int line, @Nullable String detail) {
        return new CannotRewrite(line, BAD_CODE + ": " + detail);
    }

    /** Tells whether a reason says that the code did not verify before it was rewritten. */
    public static boolean isBadCode(String reason) {
        return reason.startsWith(BAD_CODE);
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
