package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.TypedValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that outlives a suspension.
 *
 * @param position the slot of a local; the index of an operand, from the bottom
 * @param value its type
 * @param field where it is kept; empty for a null constant, which is made again, for an object under construction, in whose
 *     place a null stands until it is made, and for a reference that must be defined and will not be read
 */
public record Spill(int position, TypedValue value, Optional<SpillField> field) {
    /** As the record would have it, see {@link SpillField#equals}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spill spill
                && position == spill.position
                && value.equals(spill.value)
                && field.equals(spill.field);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * position + value.hashCode()) + field.hashCode();
    }
}
