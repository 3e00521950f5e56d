package dev.fermata.processor.transform.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * What each instruction does to verification types (JVMS 4.10.1.9). ASM's own interpreters either forget classes
 * (BasicInterpreter) or load them (SimpleVerifier); this one needs neither, since it never merges: where paths join, the
 * class file says what the type is.
 */
final class TypedInterpreter extends Interpreter<TypedValue> {
    TypedInterpreter() {
        super(Opcodes.ASM9);
    }

    @Override
    public @Nullable TypedValue newValue(@Nullable Type type) {
        if (type == null) {
            return TypedValue.TOP;
        }
        return type.getSort() == Type.VOID ? null : TypedValue.of(type);
    }

    @Override
    public TypedValue newOperation(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.ACONST_NULL -> TypedValue.NULL;
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> TypedValue.LONG;
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> TypedValue.FLOAT;
            case Opcodes.DCONST_0, Opcodes.DCONST_1 -> TypedValue.DOUBLE;
            case Opcodes.LDC -> constant(((LdcInsnNode) insn).cst);
            case Opcodes.GETSTATIC -> TypedValue.of(Type.getType(((FieldInsnNode) insn).desc));
            case Opcodes.NEW -> TypedValue.uninitialized(((TypeInsnNode) insn).desc, insn);
            default -> TypedValue.INT;
        };
    }

    private static TypedValue constant(Object constant) {
        if (constant instanceof Integer) {
            return TypedValue.INT;
        } else if (constant instanceof Float) {
            return TypedValue.FLOAT;
        } else if (constant instanceof Long) {
            return TypedValue.LONG;
        } else if (constant instanceof Double) {
            return TypedValue.DOUBLE;
        } else if (constant instanceof String) {
            return TypedValue.reference("java/lang/String");
        } else if (constant instanceof Handle) {
            return TypedValue.reference("java/lang/invoke/MethodHandle");
        } else if (constant instanceof ConstantDynamic dynamic) {
            return TypedValue.of(Type.getType(dynamic.getDescriptor()));
        }
        boolean methodType = constant instanceof Type type && type.getSort() == Type.METHOD;
        return TypedValue.reference(methodType ? "java/lang/invoke/MethodType" : "java/lang/Class");
    }

    @Override
    public TypedValue copyOperation(AbstractInsnNode insn, TypedValue value) {
        return value;
    }

    @Override
    public @Nullable TypedValue unaryOperation(AbstractInsnNode insn, TypedValue value) {
        return switch (insn.getOpcode()) {
            case Opcodes.INEG, Opcodes.IINC, Opcodes.L2I, Opcodes.F2I, Opcodes.D2I -> TypedValue.INT;
            case Opcodes.I2B, Opcodes.I2C, Opcodes.I2S, Opcodes.ARRAYLENGTH, Opcodes.INSTANCEOF -> TypedValue.INT;
            case Opcodes.LNEG, Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> TypedValue.LONG;
            case Opcodes.FNEG, Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> TypedValue.FLOAT;
            case Opcodes.DNEG, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> TypedValue.DOUBLE;
            case Opcodes.GETFIELD -> TypedValue.of(Type.getType(((FieldInsnNode) insn).desc));
            case Opcodes.NEWARRAY -> TypedValue.of(primitiveArray(((IntInsnNode) insn).operand));
            case Opcodes.ANEWARRAY -> TypedValue.of(arrayOf(Type.getObjectType(((TypeInsnNode) insn).desc)));
            case Opcodes.CHECKCAST -> TypedValue.reference(((TypeInsnNode) insn).desc);
            default -> null;
        };
    }

    private static Type primitiveArray(int code) {
        return Type.getType(
                switch (code) {
                    case Opcodes.T_BOOLEAN -> "[Z";
                    case Opcodes.T_CHAR -> "[C";
                    case Opcodes.T_BYTE -> "[B";
                    case Opcodes.T_SHORT -> "[S";
                    case Opcodes.T_INT -> "[I";
                    case Opcodes.T_FLOAT -> "[F";
                    case Opcodes.T_DOUBLE -> "[D";
                    default -> "[J";
                });
    }

    private static Type arrayOf(Type element) {
        return Type.getType("[" + element.getDescriptor());
    }

    @Override
    public @Nullable TypedValue binaryOperation(AbstractInsnNode insn, TypedValue first, TypedValue second) {
        return switch (insn.getOpcode()) {
            case Opcodes.AALOAD -> element(first);
            case Opcodes.LALOAD, Opcodes.LADD, Opcodes.LSUB, Opcodes.LMUL, Opcodes.LDIV, Opcodes.LREM ->
                TypedValue.LONG;
            case Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR, Opcodes.LAND, Opcodes.LOR, Opcodes.LXOR -> TypedValue.LONG;
            case Opcodes.FALOAD, Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM ->
                TypedValue.FLOAT;
            case Opcodes.DALOAD, Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM ->
                TypedValue.DOUBLE;
            case Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE, Opcodes.IF_ICMPLT, Opcodes.IF_ICMPGE -> null;
            case Opcodes.IF_ICMPGT, Opcodes.IF_ICMPLE, Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE, Opcodes.PUTFIELD -> null;
            default -> TypedValue.INT;
        };
    }

    /** The component type of an array; null of null, as the verifier has it. */
    private static TypedValue element(TypedValue array) {
        if (array.kind() == TypedValue.Kind.NULL) {
            return TypedValue.NULL;
        }
        return TypedValue.of(Type.getType(array.requireType().getDescriptor().substring(1)));
    }

    @Override
    public @Nullable TypedValue ternaryOperation(
            AbstractInsnNode insn, TypedValue first, TypedValue second, TypedValue third) {
        return null;
    }

    @Override
    public @Nullable TypedValue naryOperation(AbstractInsnNode insn, List<? extends TypedValue> values) {
        if (insn instanceof MultiANewArrayInsnNode array) {
            return TypedValue.of(Type.getType(array.desc));
        }
        String descriptor = insn instanceof InvokeDynamicInsnNode dynamic ? dynamic.desc : ((MethodInsnNode) insn).desc;
        return newValue(Type.getReturnType(descriptor));
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, TypedValue value, TypedValue expected) {}

    @Override
    public TypedValue merge(TypedValue first, TypedValue second) {
        throw new IllegalStateException("paths are not merged here; stack map frames say what holds after a join");
    }
}
