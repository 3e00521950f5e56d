package dev.fermata.processor.transform;

/**
 * How to transform.
 *
 * @param keepDeadLocals whether variables that are in scope but will not be read again are kept across suspensions, for
 *     debugging
 * @param verify whether the bytes that were written are analysed once more before they are given away
 * @param outline whether to tell what became of each function, which costs time
 */
public record TransformOptions(boolean keepDeadLocals, boolean verify, boolean outline) {
    /** What is done when nothing is asked for. */
    public static final TransformOptions DEFAULTS = new TransformOptions(false, true);

    /** Those that tell nothing but the class files. */
    public TransformOptions(boolean keepDeadLocals, boolean verify) {
        this(keepDeadLocals, verify, false);
    }
}
