package dev.fermata.processor.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Where a body puts the fields of its frame when it is resumed, found by following the code that was written, from the switch
 * over states to the call that gives what the body is resumed with.
 */
final class RestoreBlocks {
    private RestoreBlocks() {}

    /**
     * A place that a field is put in.
     *
     * @param local the slot of a local, or -1 for an operand
     */
    record Place(int local) {
        boolean isOperand() {
            return local < 0;
        }
    }

    /** The places by name of the field, by state. */
    static Map<Integer, Map<String, Place>> of(MethodNode body, String frameClass) throws AnalyzerException {
        Map<Integer, Map<String, Place>> blocks = new TreeMap<>();
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof TableSwitchInsnNode states) {
                for (int state = 1; state <= states.max; state++) {
                    blocks.put(state, block(body, states, state, frameClass));
                }
                return blocks;
            }
        }
        return blocks;
    }

    private static Map<String, Place> block(MethodNode body, TableSwitchInsnNode states, int state, String frameClass)
            throws AnalyzerException {
        Frame<SourceValue> now = new Frame<>(body.maxLocals, body.maxStack);
        for (int slot = 0; slot < body.maxLocals; slot++) {
            now.setLocal(slot, new SourceValue(1));
        }
        Moves moves = new Moves();
        AbstractInsnNode insn = next(states, state);
        while (!isDelivery(insn)) {
            if (insn.getOpcode() >= 0) {
                now.execute(insn, moves);
            }
            insn = next(insn, state);
        }
        Map<String, Place> places = new TreeMap<>();
        for (int slot = 0; slot < now.getLocals(); slot++) {
            for (String field : fields(now.getLocal(slot), frameClass)) {
                places.put(field, new Place(slot));
            }
        }
        for (int index = 0; index < now.getStackSize(); index++) {
            for (String field : fields(now.getStack(index), frameClass)) {
                places.put(field, new Place(-1));
            }
        }
        return places;
    }

    /** Points that restore the same values do it together, and part afterwards. */
    private static AbstractInsnNode next(AbstractInsnNode insn, int state) {
        if (insn instanceof TableSwitchInsnNode table) {
            boolean listed = table.min <= state && state <= table.max;
            return listed ? table.labels.get(state - table.min) : table.dflt;
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            int key = lookup.keys.indexOf(state);
            return key < 0 ? lookup.dflt : lookup.labels.get(key);
        }
        return insn instanceof JumpInsnNode jump && insn.getOpcode() == Opcodes.GOTO ? jump.label : insn.getNext();
    }

    private static boolean isDelivery(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && (call.owner.equals("dev/fermata/machine/Primitives")
                        || call.owner.equals("dev/fermata/machine/Machine")
                                && (call.name.equals("resumed") || call.name.equals("await")));
    }

    private static List<String> fields(SourceValue value, String frameClass) {
        List<String> fields = new ArrayList<>();
        for (AbstractInsnNode source : value.insns) {
            if (source instanceof FieldInsnNode field && field.owner.equals(frameClass)) {
                fields.add(field.name);
            }
        }
        return fields;
    }

    /** Follows values through moves. */
    private static final class Moves extends SourceInterpreter {
        Moves() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
            return value;
        }
    }
}
