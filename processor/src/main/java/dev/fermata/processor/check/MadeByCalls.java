package dev.fermata.processor.check;

import dev.fermata.processor.check.DroppedValue.Made;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Remembers what methods make: a module calls the same few again and again, and each look compares the names of types. */
final class MadeByCalls {
    private final Map<Element, Optional<Made>> known = new HashMap<>();

    /** Returns what a method makes; see {@link Made#by}. */
    Optional<Made> by(@Nullable Element called) {
        if (called == null) {
            return Optional.empty();
        }
        Optional<Made> made = known.get(called);
        if (made == null) {
            made = Made.by(called);
            known.put(called, made);
        }
        return made;
    }
}
