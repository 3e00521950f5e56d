package dev.fermata.processor.transform.plan;

/**
 * A field of a generated class.
 *
 * @param name its name
 * @param descriptor its type
 */
public record SpillField(String name, String descriptor) {
    /**
     * Tells whether it has to be cleared when its value is taken out, so that the frame keeps nothing alive.
     *
     * @return true for references
     */
    public boolean isReference() {
        return descriptor.charAt(0) == 'L' || descriptor.charAt(0) == '[';
    }
}
