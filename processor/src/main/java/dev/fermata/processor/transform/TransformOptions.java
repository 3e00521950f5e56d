package dev.fermata.processor.transform;

/**
 * How to transform.
 *
 * @param keepDeadLocals whether variables that are in scope but will not be read again are kept across suspensions, for
 *     debugging
 * @param verify whether the bytes that were written are analysed once more before they are given away
 */
public record TransformOptions(boolean keepDeadLocals, boolean verify) {
    /** What is done when nothing is asked for. */
    public static final TransformOptions DEFAULTS = new TransformOptions(false, true);
}
