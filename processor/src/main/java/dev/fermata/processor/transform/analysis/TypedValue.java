package dev.fermata.processor.transform.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A verification type (JVMS 4.10.1.2): what the verifier knows of a local or an operand.
 *
 * @param kind which of its kinds
 * @param type the type, where it has one: the class of a reference or of an object under construction
 * @param site the {@code new} instruction of an object under construction
 */
public record TypedValue(
        Kind kind, @Nullable Type type, @Nullable AbstractInsnNode site) implements Value {
    /** The kinds of verification types. */
    public enum Kind {
        /** Nothing usable. */
        TOP,
        /** An int, or anything narrower. */
        INT,
        /** A float. */
        FLOAT,
        /** A long. */
        LONG,
        /** A double. */
        DOUBLE,
        /** The null constant. */
        NULL,
        /** An initialized object or array. */
        REFERENCE,
        /** An object between {@code new} and its constructor. */
        UNINITIALIZED
    }

    static final TypedValue TOP = new TypedValue(Kind.TOP, null, null);
    static final TypedValue INT = new TypedValue(Kind.INT, Type.INT_TYPE, null);
    static final TypedValue FLOAT = new TypedValue(Kind.FLOAT, Type.FLOAT_TYPE, null);
    static final TypedValue LONG = new TypedValue(Kind.LONG, Type.LONG_TYPE, null);
    static final TypedValue DOUBLE = new TypedValue(Kind.DOUBLE, Type.DOUBLE_TYPE, null);
    static final TypedValue NULL = new TypedValue(Kind.NULL, null, null);

    /**
     * Makes the value of a type of the language.
     *
     * @param type a type other than void
     * @return its verification type
     */
    public static TypedValue of(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> INT;
            case Type.FLOAT -> FLOAT;
            case Type.LONG -> LONG;
            case Type.DOUBLE -> DOUBLE;
            default -> new TypedValue(Kind.REFERENCE, type, null);
        };
    }

    static TypedValue reference(String internalName) {
        return new TypedValue(Kind.REFERENCE, Type.getObjectType(internalName), null);
    }

    static TypedValue uninitialized(String internalName, AbstractInsnNode site) {
        return new TypedValue(Kind.UNINITIALIZED, Type.getObjectType(internalName), site);
    }

    /** As the record would have it, but without the method handles that it would be put together of where it is asked. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypedValue value
                && kind == value.kind
                && site == value.site
                && Objects.equals(type, value.type);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + Objects.hashCode(type)) + Objects.hashCode(site);
    }

    @Override
    public int getSize() {
        return kind == Kind.LONG || kind == Kind.DOUBLE ? 2 : 1;
    }

    /**
     * Returns the type of a value that has one.
     *
     * @return the type
     */
    public Type requireType() {
        if (type == null) {
            throw new IllegalStateException("no type: " + kind);
        }
        return type;
    }
}
