package dev.fermata.processor.transform.analysis;

import org.objectweb.asm.tree.analysis.Value;

/**
 * Where a value may come from: what the code that made it said of its type. Stack map frames do not tell: javac declares the
 * iterator of every {@code for} a plain one.
 *
 * @param getSize its size on the operand stack
 * @param async whether something that gives asynchronous iterators may have made it
 * @param plain whether something else may have
 */
record Origin(int getSize, boolean async, boolean plain) implements Value {
    /** Nothing: null, a variable without value. */
    static final Origin NONE = new Origin(1, false, false);

    /** An asynchronous iterator, or an array of such. */
    static final Origin ASYNC = new Origin(1, true, false);

    /** Anything else of one slot. */
    static final Origin PLAIN = new Origin(1, false, true);

    /** Anything of two slots. */
    static final Origin WIDE = new Origin(2, false, true);

    /** What comes from either. A slot that is wide there and not here has no value that could be read. */
    Origin or(Origin other) {
        boolean more = other.async && !async || other.plain && !plain || other.getSize < getSize;
        return more ? new Origin(Math.min(getSize, other.getSize), async || other.async, plain || other.plain) : this;
    }
}
