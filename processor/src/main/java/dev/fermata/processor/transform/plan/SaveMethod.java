package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A static method of a generated class that puts values into its fields and suspends. Points that keep values in the same
 * fields share it. Written into the body instead, the same code would take seven bytes a value at each point, of the 64 KB
 * that a method has (JVMS 4.7.3); a call takes two.
 *
 * @param name its name
 * @param className the internal name of the generated class
 * @param fields where its arguments go, in their order; empty for an argument that is always null
 * @param makesFrame whether it makes the frame if there is none yet
 * @param receiver the type of the last argument, which is for the frame that is made; empty if there is none
 * @param primitive what the body hands over, if that is a primitive: then this returns the mark, see {@link AbiNames#MARK}
 */
public record SaveMethod(
        String name,
        String className,
        List<Optional<SpillField>> fields,
        boolean makesFrame,
        Optional<String> receiver,
        Optional<Primitive> primitive) {
    /** Copies the list. */
    public SaveMethod {
        fields = List.copyOf(fields);
    }

    /**
     * Returns the type of an argument.
     *
     * @param field where it goes
     * @return a descriptor
     */
    public static String argument(Optional<SpillField> field) {
        return field.isPresent() ? field.get().descriptor() : AbiNames.OBJECT_DESCRIPTOR;
    }

    /**
     * Returns its descriptor: the values, the frame, the machine and the state, perhaps the receiver.
     *
     * @return the descriptor
     */
    public String descriptor() {
        StringBuilder descriptor = new StringBuilder("(");
        for (Optional<SpillField> field : fields) {
            descriptor.append(argument(field));
        }
        descriptor
                .append('L')
                .append(className)
                .append(";L")
                .append(AbiNames.MACHINE)
                .append(";I");
        if (receiver.isPresent()) {
            descriptor.append('L').append(receiver.get()).append(';');
        }
        return descriptor
                .append(')')
                .append(primitive.map(it -> it.bits().getDescriptor()).orElse(AbiNames.OBJECT_DESCRIPTOR))
                .toString();
    }

    /**
     * Tells whether it is there at all: to suspend without values, the machine is called.
     *
     * @return true if it has something to do
     */
    public boolean exists() {
        return makesFrame || !fields.isEmpty();
    }

    /**
     * Returns the name of the method that clears its reference fields, which has neither arguments nor result.
     *
     * @return the name
     */
    public String clearing() {
        return name + "$clear";
    }

    /**
     * Returns the fields that have to be cleared when values are taken out.
     *
     * @return the fields of reference types
     */
    public List<SpillField> references() {
        List<SpillField> references = new ArrayList<>();
        for (Optional<SpillField> field : fields) {
            if (field.isPresent() && field.get().isReference()) {
                references.add(field.get());
            }
        }
        return references;
    }

    /**
     * Tells whether its fields are cleared by that method; to clear a single one in the body takes no more room.
     *
     * @return true if there are several references
     */
    public boolean clearsTogether() {
        return references().size() > 1;
    }
}
