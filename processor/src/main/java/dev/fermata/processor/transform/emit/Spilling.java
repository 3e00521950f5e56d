package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.PointPlan;
import dev.fermata.processor.transform.plan.Spill;
import dev.fermata.processor.transform.plan.SpillField;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Code that moves values between the body and the fields of its frame. */
final class Spilling {
    private final FunctionPlan plan;

    Spilling(FunctionPlan plan) {
        this.plan = plan;
    }

    /** Empties the operand stack, then keeps the locals: {@code .., operands -> ..} */
    InsnList save(PointPlan point) {
        InsnList code = new InsnList();
        for (int index = point.operands().size() - 1; index >= 0; index--) {
            Spill operand = point.operands().get(index);
            if (operand.field().isEmpty()) {
                code.add(new InsnNode(Opcodes.POP));
                continue;
            }
            code.add(loadFrame());
            if (operand.value().getSize() == 2) {
                code.add(new InsnNode(Opcodes.DUP_X2));
                code.add(new InsnNode(Opcodes.POP));
            } else {
                code.add(new InsnNode(Opcodes.SWAP));
            }
            code.add(field(Opcodes.PUTFIELD, operand.field().get()));
        }
        for (Spill local : point.locals()) {
            local.field().ifPresent(field -> {
                code.add(loadFrame());
                code.add(new VarInsnNode(type(field).getOpcode(Opcodes.ILOAD), local.position()));
                code.add(field(Opcodes.PUTFIELD, field));
            });
        }
        return code;
    }

    /** The reverse: {@code .. -> .., operands} */
    InsnList restore(PointPlan point) {
        InsnList code = new InsnList();
        for (Spill local : point.locals()) {
            code.add(take(local));
            int store =
                    local.field().map(it -> type(it).getOpcode(Opcodes.ISTORE)).orElse(Opcodes.ASTORE);
            code.add(new VarInsnNode(store, local.position()));
        }
        point.operands().forEach(it -> code.add(take(it)));
        return code;
    }

    /** Moves the arguments from the frame to their slots. */
    InsnList restoreArguments() {
        InsnList code = new InsnList();
        int slot = plan.isStatic() ? 0 : 1;
        for (SpillField argument : plan.arguments()) {
            code.add(take(argument));
            code.add(new VarInsnNode(type(argument).getOpcode(Opcodes.ISTORE), slot));
            slot += type(argument).getSize();
        }
        return code;
    }

    private InsnList take(Spill spill) {
        if (spill.field().isPresent()) {
            return take(spill.field().get());
        }
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        return code;
    }

    /** Pushes a field and clears it: the frame must not keep alive what the body may drop. */
    private InsnList take(SpillField field) {
        InsnList code = new InsnList();
        code.add(loadFrame());
        code.add(field(Opcodes.GETFIELD, field));
        if (field.isReference()) {
            code.add(loadFrame());
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            code.add(field(Opcodes.PUTFIELD, field));
        }
        return code;
    }

    private VarInsnNode loadFrame() {
        return new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot());
    }

    private FieldInsnNode field(int opcode, SpillField field) {
        return new FieldInsnNode(opcode, plan.className(), field.name(), field.descriptor());
    }

    private static Type type(SpillField field) {
        return Type.getType(field.descriptor());
    }
}
