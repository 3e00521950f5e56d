package dev.fermata.processor.transform.plan;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A primitive type that a body hands over as it is, and not in its box.
 *
 * <p>The body returns an int or a long, which can be compared with the mark of a suspension by one instruction: a float or double
 * goes as its raw bits. As it is, it would have to be compared by its bits in any case, for the mark should be a number that nobody
 * uses, and those are NaN.
 */
public enum Primitive {
    /** Boolean. */
    BOOLEAN(Type.BOOLEAN_TYPE, "java/lang/Boolean"),
    /** Byte. */
    BYTE(Type.BYTE_TYPE, "java/lang/Byte"),
    /** Short. */
    SHORT(Type.SHORT_TYPE, "java/lang/Short"),
    /** Character. */
    CHAR(Type.CHAR_TYPE, "java/lang/Character"),
    /** Integer. */
    INT(Type.INT_TYPE, "java/lang/Integer"),
    /** Long. */
    LONG(Type.LONG_TYPE, "java/lang/Long"),
    /** Float. */
    FLOAT(Type.FLOAT_TYPE, "java/lang/Float"),
    /** Double. */
    DOUBLE(Type.DOUBLE_TYPE, "java/lang/Double");

    private final Type type;
    private final String box;

    Primitive(Type type, String box) {
        this.type = type;
        this.box = box;
    }

    /**
     * Returns the type itself.
     *
     * @return a primitive type
     */
    public Type type() {
        return type;
    }

    /**
     * Returns what the names of the runtime's methods for it end with.
     *
     * @return the name of the type, with a capital
     */
    public String text() {
        String name = type.getClassName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * Returns the class of its boxes.
     *
     * @return an internal name
     */
    public String box() {
        return box;
    }

    /**
     * Returns what the body returns.
     *
     * @return the type int or long
     */
    public Type bits() {
        return type.getSize() == 2 ? Type.LONG_TYPE : Type.INT_TYPE;
    }

    /**
     * Tells whether a value may be the mark of a suspension: that is an int which is none of the smaller types.
     *
     * @return true if it may
     */
    public boolean hasMark() {
        return switch (this) {
            case BOOLEAN, BYTE, SHORT, CHAR -> false;
            case INT, LONG, FLOAT, DOUBLE -> true;
        };
    }

    /**
     * Makes a call that boxes a value.
     *
     * @return a call of {@code valueOf}
     */
    public MethodInsnNode boxing() {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";", false);
    }

    private MethodInsnNode unboxing() {
        return new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL, box, type.getClassName() + "Value", "()" + type.getDescriptor(), false);
    }

    /**
     * Tells what a call boxes.
     *
     * @param insn an instruction
     * @return the type, if it is a call that does nothing but box a value
     */
    static Optional<Primitive> boxedBy(@Nullable AbstractInsnNode insn) {
        return Arrays.stream(values()).filter(it -> it.isBoxing(insn)).findAny();
    }

    /**
     * Tells whether an instruction does nothing but box a value.
     *
     * @param insn the instruction
     * @return true if it does
     */
    public boolean isBoxing(@Nullable AbstractInsnNode insn) {
        return isSame(insn, boxing());
    }

    /**
     * Tells what an instruction casts to.
     *
     * @param insn an instruction
     * @return the type, if it is a cast to the class of its boxes
     */
    static Optional<Primitive> castTo(@Nullable AbstractInsnNode insn) {
        return Arrays.stream(values()).filter(it -> it.isCast(insn)).findAny();
    }

    /**
     * Tells whether an instruction is a cast to the class of the boxes.
     *
     * @param insn the instruction
     * @return true if it is
     */
    public boolean isCast(@Nullable AbstractInsnNode insn) {
        return insn instanceof TypeInsnNode cast && cast.getOpcode() == Opcodes.CHECKCAST && cast.desc.equals(box);
    }

    /**
     * Tells whether an instruction takes a value out of its box.
     *
     * @param insn the instruction
     * @return true if it does
     */
    public boolean isUnboxing(@Nullable AbstractInsnNode insn) {
        return isSame(insn, unboxing());
    }

    private static boolean isSame(@Nullable AbstractInsnNode insn, MethodInsnNode expected) {
        return insn instanceof MethodInsnNode call
                && call.getOpcode() == expected.getOpcode()
                && call.owner.equals(expected.owner)
                && call.name.equals(expected.name)
                && call.desc.equals(expected.desc);
    }
}
