package dev.fermata.processor.transform.analysis;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Which instructions may throw, by what their descriptions in JVMS 6.5 name. */
final class Throwing {
    private Throwing() {}

    /** False for moves between locals and operands, constants that need no linking, most arithmetic, and jumps. */
    static boolean mayThrow(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return switch (opcode) {
            case Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM -> true;
            default ->
                isBetween(opcode, Opcodes.LDC, Opcodes.LDC)
                        || isBetween(opcode, Opcodes.IALOAD, Opcodes.SALOAD)
                        || isBetween(opcode, Opcodes.IASTORE, Opcodes.SASTORE)
                        || isBetween(opcode, Opcodes.IRETURN, Opcodes.MULTIANEWARRAY);
        };
    }

    private static boolean isBetween(int opcode, int first, int last) {
        return first <= opcode && opcode <= last;
    }
}
