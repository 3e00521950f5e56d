package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.Primitive;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Pieces of code of bodies that hand over a primitive, and of those that enter them, see ADR 6.
 *
 * <p>Such a body returns {@link AbiNames#MARK} where others return SUSPENDED, and may return that as a value of the user's, too. So
 * it sets a field of the machine right before, if it has suspended, see dev.fermata.machine.Primitives. Who has entered it clears
 * that by the next instructions; or in a call, with a handler around it that clears it as well, for a call may find the stack
 * exhausted.
 */
final class PrimitiveOutcomes {
    private PrimitiveOutcomes() {}

    /** {@code .., value -> .., bits} */
    static InsnList toBits(Primitive primitive) {
        InsnList code = new InsnList();
        if (primitive == Primitive.FLOAT) {
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, primitive.box(), "floatToRawIntBits", "(F)I"));
        } else if (primitive == Primitive.DOUBLE) {
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, primitive.box(), "doubleToRawLongBits", "(D)J"));
        }
        return code;
    }

    /** {@code .., bits -> .., value} */
    static InsnList fromBits(Primitive primitive) {
        InsnList code = new InsnList();
        if (primitive == Primitive.FLOAT) {
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, primitive.box(), "intBitsToFloat", "(I)F"));
        } else if (primitive == Primitive.DOUBLE) {
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, primitive.box(), "longBitsToDouble", "(J)D"));
        }
        return code;
    }

    /** {@code .. -> .., bits} */
    static AbstractInsnNode mark(Primitive primitive) {
        return isWide(primitive) ? new LdcInsnNode((long) AbiNames.MARK) : new LdcInsnNode(AbiNames.MARK);
    }

    /** {@code .., bits -> .., bits, bits} */
    static InsnNode duplicate(Primitive primitive) {
        return new InsnNode(isWide(primitive) ? Opcodes.DUP2 : Opcodes.DUP);
    }

    /** {@code .., bits -> ..} */
    static InsnList drop(Primitive primitive) {
        InsnList code = new InsnList();
        code.add(new InsnNode(isWide(primitive) ? Opcodes.POP2 : Opcodes.POP));
        return code;
    }

    /** Goes to a label if two are equal: {@code .., bits, bits -> ..} */
    static InsnList jumpIfEqual(Primitive primitive, LabelNode label) {
        InsnList code = new InsnList();
        if (isWide(primitive)) {
            code.add(new InsnNode(Opcodes.LCMP));
        }
        code.add(new JumpInsnNode(isWide(primitive) ? Opcodes.IFEQ : Opcodes.IF_ICMPEQ, label));
        return code;
    }

    /** Two that are not equal: {@code .. -> .., bits, bits} */
    static InsnList different(Primitive primitive) {
        InsnList code = new InsnList();
        code.add(new InsnNode(isWide(primitive) ? Opcodes.LCONST_0 : Opcodes.ICONST_0));
        code.add(new InsnNode(isWide(primitive) ? Opcodes.LCONST_1 : Opcodes.ICONST_1));
        return code;
    }

    /** {@code .., bits ->} */
    static InsnNode leave(Primitive primitive) {
        return new InsnNode(primitive.bits().getOpcode(Opcodes.IRETURN));
    }

    /** What stands for the bits in a stack map frame. */
    static Object item(Primitive primitive) {
        return FrameClassEmitter.item(primitive.bits());
    }

    /** Returns from a body that has suspended: {@code .., SUSPENDED ->} */
    static InsnList leaveSuspended(Primitive primitive, int machineSlot) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.POP));
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(new InsnNode(Opcodes.ICONST_1));
        code.add(suspended(Opcodes.PUTFIELD));
        code.add(mark(primitive));
        code.add(leave(primitive));
        return code;
    }

    /** Makes what other bodies return: {@code .., bits -> .., outcome} */
    static InsnList box(Primitive primitive, int machineSlot) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(suspended(Opcodes.GETFIELD));
        code.add(clear(machineSlot));
        code.add(primitives("boxed" + primitive.text(), "(" + bits(primitive) + "Z)" + AbiNames.OBJECT_DESCRIPTOR));
        return code;
    }

    /** Takes what the body is resumed with: {@code .. -> .., bits} */
    static InsnList resumed(Primitive primitive, int machineSlot) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(primitives("resumed" + primitive.text(), "(L" + AbiNames.MACHINE + ";)" + bits(primitive)));
        return code;
    }

    /** Of a body that has returned the mark, before its caller suspends: {@code .., bits -> ..} */
    static InsnList marked(Primitive primitive, int machineSlot) {
        String kind = primitive.hasMark() ? primitive.text() : Primitive.INT.text();
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(primitives("marked" + kind, "(" + bits(primitive) + "L" + AbiNames.MACHINE + ";)V"));
        return code;
    }

    /** {@code .. -> ..} */
    static InsnList clear(int machineSlot) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(new InsnNode(Opcodes.ICONST_0));
        code.add(suspended(Opcodes.PUTFIELD));
        return code;
    }

    private static MethodInsnNode primitives(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, AbiNames.PRIMITIVES, name, descriptor);
    }

    private static FieldInsnNode suspended(int opcode) {
        return new FieldInsnNode(opcode, AbiNames.MACHINE, "suspended", "Z");
    }

    private static String bits(Primitive primitive) {
        return primitive.bits().getDescriptor();
    }

    private static boolean isWide(Primitive primitive) {
        return primitive.bits().getSize() == 2;
    }
}
