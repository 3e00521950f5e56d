package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Where control goes from each instruction, exception edges apart from the others, since what flows along them is the state
 * before the instruction.
 */
final class ControlFlow {
    private static final int[] NONE = {};

    private final InsnList instructions;
    private final int[][] successors;
    private final int[][] handlers;

    ControlFlow(MethodNode method) {
        instructions = method.instructions;
        successors = new int[instructions.size()][];
        handlers = handlers(method);
        for (int index = 0; index < successors.length; index++) {
            successors[index] = successors(index, instructions.get(index));
        }
    }

    /** The number of nodes, labels and lines included. */
    int size() {
        return successors.length;
    }

    /** Indexes of the nodes that may be next. */
    int[] successors(int index) {
        return successors[index];
    }

    /** Indexes of the handlers that protect a node. */
    int[] handlers(int index) {
        return handlers[index];
    }

    private int[] successors(int index, AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode jump) {
            int target = instructions.indexOf(jump.label);
            return insn.getOpcode() == Opcodes.GOTO ? new int[] {target} : new int[] {index + 1, target};
        } else if (insn instanceof TableSwitchInsnNode table) {
            return targets(table.labels, table.dflt);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            return targets(lookup.labels, lookup.dflt);
        }
        int opcode = insn.getOpcode();
        boolean ends = opcode == Opcodes.ATHROW || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
        return ends || index + 1 == successors.length ? NONE : new int[] {index + 1};
    }

    private int[] targets(List<LabelNode> labels, LabelNode otherwise) {
        List<LabelNode> all = new ArrayList<>(labels);
        all.add(otherwise);
        return all.stream().mapToInt(instructions::indexOf).distinct().toArray();
    }

    /** One array for each stretch between two borders of ranges, shared by all its instructions. */
    private int[][] handlers(MethodNode method) {
        int[][] result = new int[instructions.size()][];
        int[] current = NONE;
        boolean[] border = new boolean[instructions.size() + 1];
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            border[instructions.indexOf(block.start)] = true;
            border[instructions.indexOf(block.end)] = true;
        }
        for (int index = 0; index < result.length; index++) {
            if (border[index]) {
                current = covering(method, index);
            }
            result[index] = instructions.get(index).getOpcode() < 0 ? NONE : current;
        }
        return result;
    }

    /** The handlers that an exception may reach, up to the first that takes them all: the finally or release of a monitor. */
    private int[] covering(MethodNode method, int index) {
        Set<Integer> covering = new LinkedHashSet<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (instructions.indexOf(block.start) <= index && index < instructions.indexOf(block.end)) {
                covering.add(instructions.indexOf(block.handler));
                if (block.type == null) {
                    break;
                }
            }
        }
        return covering.stream().mapToInt(Integer::intValue).toArray();
    }
}
