package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * What a generator needs to drive more than its own frame, or to send and to raise: made when it first does. Most generators
 * never do, and those that another one delegates to are driven by the outermost.
 */
final class GeneratorChain {
    final Machine machine = new Machine();

    /** The frame that suspended last, to be resumed next; null as long as that is the root. */
    @Nullable
    Frame leaf;

    /** Whether the chain is on some stack. The frames alone do not tell: all but the leaf are suspended after a resume. */
    boolean running;

    /** The frame to be resumed next. */
    Frame leaf(Generator<?> root) {
        Frame last = leaf;
        return last == null ? root : last;
    }
}
