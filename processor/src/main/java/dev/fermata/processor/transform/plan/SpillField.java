package dev.fermata.processor.transform.plan;

import org.jspecify.annotations.Nullable;

/**
 * A field of a generated class.
 *
 * @param name its name
 * @param descriptor its type
 */
public record SpillField(String name, String descriptor) {
    /**
     * As the record would have it. That, though, is put together of method handles where it is first asked for (JEP 395), which for the
     * keys of the plan took a fifth of what the first class of a compile costs.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpillField field && name.equals(field.name) && descriptor.equals(field.descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + descriptor.hashCode();
    }

    /**
     * Tells whether it has to be cleared when its value is taken out, so that the frame keeps nothing alive.
     *
     * @return true for references
     */
    public boolean isReference() {
        return descriptor.charAt(0) == 'L' || descriptor.charAt(0) == '[';
    }
}
