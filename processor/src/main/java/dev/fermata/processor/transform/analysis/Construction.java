package dev.fermata.processor.transform.analysis;

import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A constructor call whose object was under construction at a suspension: {@code new T(.., await(..))}. An object that is
 * not initialized can be kept in no field (JVMS 4.10.1.9), so it has to be made after the suspension.
 *
 * @param site the {@code new} instruction
 * @param call the constructor call
 * @param locals the types of the locals before the call, one for each slot
 * @param operands the types of the operands before the call, the object and its arguments last
 */
public record Construction(
        AbstractInsnNode site, MethodInsnNode call, List<TypedValue> locals, List<TypedValue> operands) {
    /** Copies the lists. */
    public Construction {
        locals = List.copyOf(locals);
        operands = List.copyOf(operands);
    }

    /**
     * Tells whether a value is the object.
     *
     * @param value a value
     * @return true if it is a copy of the reference to it
     */
    public boolean makes(TypedValue value) {
        return value.site() == site;
    }
}
