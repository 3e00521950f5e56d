package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The variables of the source that the slots of a method stand for, as far as the class file tells: those of its
 * LocalVariableTable (JVMS 4.7.13); where it has none, the parameters that its MethodParameters name (JVMS 4.7.24). The latter
 * says nothing of instructions. Of a parameter that the code writes into, only the argument has the name then: it may be
 * assigned, or its slot may have become another variable's, and nothing tells the two apart.
 */
public final class Variables {
    private final MethodNode method;
    private final Map<Integer, List<LocalVariableNode>> bySlot = new HashMap<>();
    private final Map<Integer, Variable> parameters = new HashMap<>();
    private final BitSet written = new BitSet();

    /**
     * A variable.
     *
     * @param name its name
     * @param descriptor its type
     */
    public record Variable(String name, String descriptor) {
        /** As the record would have it, but without the method handles that it would be put together of where it is asked. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Variable variable
                    && name.equals(variable.name)
                    && descriptor.equals(variable.descriptor);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + descriptor.hashCode();
        }
    }

    private Variables(MethodNode method) {
        this.method = method;
    }

    /**
     * Reads the tables of a method.
     *
     * @param method the method, not changed since it was read, and until the last question
     * @return its variables
     */
    public static Variables of(MethodNode method) {
        Variables variables = new Variables(method);
        if (method.localVariables != null && !method.localVariables.isEmpty()) {
            for (LocalVariableNode variable : method.localVariables) {
                variables
                        .bySlot
                        .computeIfAbsent(variable.index, it -> new ArrayList<>())
                        .add(variable);
            }
        } else if (method.parameters != null) {
            variables.readParameters();
        }
        return variables;
    }

    private void readParameters() {
        Type[] types = Type.getArgumentTypes(method.desc);
        if (types.length != method.parameters.size()) {
            return; // javac counts as the descriptor does; not all compilers do (JVMS 4.7.24)
        }
        int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (int index = 0; index < types.length; index++) {
            String name = method.parameters.get(index).name;
            if (name != null) {
                parameters.put(slot, new Variable(name, types[index].getDescriptor()));
            }
            slot += types[index].getSize();
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof IincInsnNode increment) {
                written.set(increment.var);
            } else if (insn instanceof VarInsnNode store && store.getOpcode() >= Opcodes.ISTORE) {
                written.set(store.var);
            }
        }
    }

    /**
     * Tells which variable a slot is at an instruction.
     *
     * @param slot the slot
     * @param at the instruction
     * @return the variable; empty for a temporary of the compiler, and where the class file does not tell
     */
    public Optional<Variable> at(int slot, AbstractInsnNode at) {
        int index = method.instructions.indexOf(at);
        for (LocalVariableNode variable : bySlot.getOrDefault(slot, List.of())) {
            if (method.instructions.indexOf(variable.start) <= index
                    && index < method.instructions.indexOf(variable.end)) {
                return Optional.of(new Variable(variable.name, variable.desc));
            }
        }
        return Optional.ofNullable(written.get(slot) ? null : parameters.get(slot));
    }

    /**
     * Tells which parameter a slot is when the method is called.
     *
     * @param slot the slot
     * @return the parameter; empty where the class file does not tell
     */
    public Optional<Variable> argument(int slot) {
        AbstractInsnNode start = method.instructions.getFirst();
        while (start.getOpcode() < 0) {
            start = start.getNext();
        }
        return at(slot, start).or(() -> Optional.ofNullable(parameters.get(slot)));
    }
}
