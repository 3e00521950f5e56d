package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.PointPlan;
import dev.fermata.processor.transform.plan.Spill;
import dev.fermata.processor.transform.plan.SpillField;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Code that moves values between the body and the fields of its frame. */
final class Spilling {
    private static final String SUSPEND = "(L" + AbiNames.FRAME + ";I)" + AbiNames.OBJECT_DESCRIPTOR;

    /** For bodies that may have no machine. */
    static final String SUSPEND_ALONE =
            "(L" + AbiNames.FRAME + ";L" + AbiNames.MACHINE + ";I)" + AbiNames.OBJECT_DESCRIPTOR;

    private final FunctionPlan plan;

    Spilling(FunctionPlan plan) {
        this.plan = plan;
    }

    /** Keeps operands and locals, and leaves what the machine answers: {@code .., operands -> .., SUSPENDED} */
    InsnList suspend(PointPlan point) {
        InsnList code = new InsnList();
        if (plan.entered() && point.isSavedInPart()) {
            code.add(loadFrame());
            receiver(code);
            code.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC, plan.className(), FunctionPlan.LATE, plan.lateDescriptor()));
            code.add(new VarInsnNode(Opcodes.ASTORE, plan.layout().frameSlot()));
        }
        for (int index = point.operands().size() - 1; index >= point.passedOperands(); index--) {
            saveOperand(point.operands().get(index), code);
        }
        List<Spill> locals = point.saved();
        for (Spill local : locals.subList(point.passedLocals(), locals.size())) {
            code.add(loadFrame());
            code.add(load(local));
            code.add(field(Opcodes.PUTFIELD, local.field().orElseThrow()));
        }
        if (!point.save().exists() && plan.runsAlone()) {
            code.add(loadFrame());
            code.add(loadMachine());
            code.add(constant(point.state()));
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, AbiNames.MACHINE, "suspend", SUSPEND_ALONE));
            return code;
        }
        if (!point.save().exists()) {
            code.add(loadMachine());
            code.add(loadFrame());
            code.add(constant(point.state()));
            code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "suspend", SUSPEND));
            return code;
        }
        locals.subList(0, point.passedLocals()).forEach(it -> code.add(load(it)));
        code.add(loadFrame());
        code.add(loadMachine());
        code.add(constant(point.state()));
        if (point.save().receiver().isPresent()) {
            receiver(code);
        }
        code.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                plan.className(),
                point.save().name(),
                point.save().descriptor()));
        return code;
    }

    private void receiver(InsnList code) {
        if (!plan.isStatic()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        }
    }

    private void saveOperand(Spill operand, InsnList code) {
        if (operand.field().isEmpty()) {
            code.add(new InsnNode(Opcodes.POP));
            return;
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

    /** The reverse: {@code .. -> .., operands} */
    InsnList restore(PointPlan point) {
        boolean together = point.save().clearsTogether();
        InsnList code = new InsnList();
        int taken = 0;
        for (Spill local : point.locals()) {
            boolean cleared = together && local.field().isPresent() && taken++ < point.passedLocals();
            code.add(take(local, !cleared));
            int store =
                    local.field().map(it -> type(it).getOpcode(Opcodes.ISTORE)).orElse(Opcodes.ASTORE);
            code.add(new VarInsnNode(store, local.position()));
        }
        for (int index = 0; index < point.operands().size(); index++) {
            code.add(take(point.operands().get(index), !(together && index < point.passedOperands())));
        }
        if (together) {
            code.add(loadFrame());
            code.add(new MethodInsnNode(
                    Opcodes.INVOKEVIRTUAL, plan.className(), point.save().clearing(), "()V"));
        }
        return code;
    }

    /** Moves the arguments from the frame to their slots. */
    InsnList restoreArguments() {
        InsnList code = new InsnList();
        int slot = plan.isStatic() ? 0 : 1;
        for (SpillField argument : plan.arguments()) {
            code.add(take(argument, true));
            code.add(new VarInsnNode(type(argument).getOpcode(Opcodes.ISTORE), slot));
            slot += type(argument).getSize();
        }
        return code;
    }

    private InsnList take(Spill spill, boolean clears) {
        if (spill.field().isEmpty()) {
            InsnList code = new InsnList();
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            return code;
        }
        return take(spill.field().get(), clears);
    }

    /** Pushes a field and clears it: the frame must not keep alive what the body may drop. */
    private InsnList take(SpillField field, boolean clears) {
        InsnList code = new InsnList();
        code.add(loadFrame());
        code.add(field(Opcodes.GETFIELD, field));
        if (clears && field.isReference()) {
            code.add(loadFrame());
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            code.add(field(Opcodes.PUTFIELD, field));
        }
        return code;
    }

    private VarInsnNode load(Spill local) {
        return new VarInsnNode(type(local.field().orElseThrow()).getOpcode(Opcodes.ILOAD), local.position());
    }

    private VarInsnNode loadMachine() {
        return new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot());
    }

    private VarInsnNode loadFrame() {
        return new VarInsnNode(Opcodes.ALOAD, plan.layout().frameSlot());
    }

    private FieldInsnNode field(int opcode, SpillField field) {
        return new FieldInsnNode(opcode, plan.className(), field.name(), field.descriptor());
    }

    private static AbstractInsnNode constant(int number) {
        if (number <= Byte.MAX_VALUE) {
            return new IntInsnNode(Opcodes.BIPUSH, number);
        }
        return number <= Short.MAX_VALUE ? new IntInsnNode(Opcodes.SIPUSH, number) : new LdcInsnNode(number);
    }

    private static Type type(SpillField field) {
        return Type.getType(field.descriptor());
    }
}
