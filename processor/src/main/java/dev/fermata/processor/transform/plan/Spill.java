package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.TypedValue;
import java.util.Optional;

/**
 * A value that outlives a suspension.
 *
 * @param position the slot of a local; the index of an operand, from the bottom
 * @param value its type
 * @param field where it is kept; empty for a null constant, which is made again, for an object under construction, in whose
 *     place a null stands until it is made, and for a reference that must be defined and will not be read
 */
public record Spill(int position, TypedValue value, Optional<SpillField> field) {}
