package dev.fermata.processor.bridge;

import dev.fermata.processor.diagnostic.Line;
import java.util.List;
import javax.lang.model.element.Element;

/** What becomes of a type that carries {@code @Bridge}. */
public sealed interface BridgeOutcome {
    /** Its companions. */
    record Companions(List<Companion> companions) implements BridgeOutcome {
        /** Copies the list. */
        public Companions {
            companions = List.copyOf(companions);
        }
    }

    /** All that is wrong with it. */
    record Refused(List<Refusal> refusals) implements BridgeOutcome {
        /** Copies the list. */
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * It names a type that does not exist: another processor may be about to write it.
     *
     * @param missing the name of the type
     * @param holder the name of the top-level type in which it is named
     */
    record Incomplete(String missing, String holder) implements BridgeOutcome {}

    /**
     * A type to be written.
     *
     * @param name its qualified name
     * @param source the text of its file
     */
    record Companion(String name, String source) {}

    /**
     * Something that cannot be bridged.
     *
     * @param at where it is reported
     * @param what what is wrong; and why
     * @param cure what to write instead
     */
    record Refusal(Element at, Line what, Line cure) {}
}
