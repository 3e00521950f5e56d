package dev.fermata.processor.transform.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What each instruction does to origins: most make a value that no iterator can be. */
final class OriginInterpreter extends Interpreter<Origin> {
    static final String ITERATOR = "java/util/Iterator";

    private final AsyncTypes types;

    OriginInterpreter(AsyncTypes types) {
        super(Opcodes.ASM9);
        this.types = types;
    }

    @Override
    public @Nullable Origin newValue(@Nullable Type type) {
        if (type == null) {
            return Origin.NONE;
        }
        return type.getSort() == Type.VOID ? null : of(type);
    }

    private Origin of(Type type) {
        if (type.getSize() == 2) {
            return Origin.WIDE;
        }
        return types.holdsIterator(type) ? Origin.ASYNC : Origin.PLAIN;
    }

    @Override
    public Origin newOperation(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.ACONST_NULL -> Origin.NONE;
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> Origin.WIDE;
            case Opcodes.LDC -> constant(((LdcInsnNode) insn).cst);
            case Opcodes.GETSTATIC -> of(Type.getType(((FieldInsnNode) insn).desc));
            case Opcodes.NEW -> of(Type.getObjectType(((TypeInsnNode) insn).desc));
            default -> Origin.PLAIN;
        };
    }

    private Origin constant(Object constant) {
        if (constant instanceof ConstantDynamic dynamic) {
            return of(Type.getType(dynamic.getDescriptor()));
        }
        return constant instanceof Long || constant instanceof Double ? Origin.WIDE : Origin.PLAIN;
    }

    @Override
    public Origin copyOperation(AbstractInsnNode insn, Origin value) {
        return value;
    }

    @Override
    public @Nullable Origin unaryOperation(AbstractInsnNode insn, Origin value) {
        return switch (insn.getOpcode()) {
            case Opcodes.GETFIELD -> of(Type.getType(((FieldInsnNode) insn).desc));
            case Opcodes.ANEWARRAY -> of(Type.getObjectType(((TypeInsnNode) insn).desc));
            case Opcodes.CHECKCAST -> cast(Type.getObjectType(((TypeInsnNode) insn).desc), value);
            case Opcodes.LNEG, Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> Origin.WIDE;
            case Opcodes.DNEG, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> Origin.WIDE;
            default -> Origin.PLAIN;
        };
    }

    /** A cast to Iterator says nothing that was not known; one to something else forgets. */
    private Origin cast(Type target, Origin value) {
        return target.getInternalName().equals(ITERATOR) ? value : of(target);
    }

    @Override
    public @Nullable Origin binaryOperation(AbstractInsnNode insn, Origin first, Origin second) {
        return switch (insn.getOpcode()) {
            case Opcodes.AALOAD -> first;
            case Opcodes.LALOAD, Opcodes.LADD, Opcodes.LSUB, Opcodes.LMUL, Opcodes.LDIV, Opcodes.LREM -> Origin.WIDE;
            case Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR, Opcodes.LAND, Opcodes.LOR, Opcodes.LXOR -> Origin.WIDE;
            case Opcodes.DALOAD, Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM -> Origin.WIDE;
            default -> Origin.PLAIN;
        };
    }

    @Override
    public @Nullable Origin ternaryOperation(AbstractInsnNode insn, Origin first, Origin second, Origin third) {
        return null;
    }

    @Override
    public @Nullable Origin naryOperation(AbstractInsnNode insn, List<? extends Origin> values) {
        if (insn instanceof MultiANewArrayInsnNode array) {
            return of(Type.getType(array.desc));
        }
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return newValue(Type.getReturnType(dynamic.desc));
        }
        MethodInsnNode call = (MethodInsnNode) insn;
        return types.givesIterators(call) ? Origin.ASYNC : newValue(Type.getReturnType(call.desc));
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Origin value, Origin expected) {}

    @Override
    public Origin merge(Origin first, Origin second) {
        return first.or(second);
    }
}
