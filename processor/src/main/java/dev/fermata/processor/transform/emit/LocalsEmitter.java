package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.NamedLocals;
import dev.fermata.processor.transform.plan.SpillField;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The method of a generated class that tells the locals of a suspended frame: the parts of the table of their names, and
 * then the values that it tells of, by index.
 *
 * <pre>
 *   switch index: 1 -&gt; s0, 2 -&gt; s3 ..; otherwise the table
 * </pre>
 *
 * One method for both, since each takes some fifty bytes in every generated class beside its code. No reflection, which would
 * need no code at all, and would have to be configured for native images. The method is smaller than the code of the body that
 * saves and restores the same fields, so it has room where that has.
 */
final class LocalsEmitter {
    private LocalsEmitter() {}

    /** Writes it, if there is a variable whose name is known. */
    static void emit(ClassWriter writer, FunctionPlan plan) {
        NamedLocals locals = NamedLocals.of(plan);
        if (locals.isEmpty()) {
            return;
        }
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PROTECTED, "local", "(I)" + AbiNames.OBJECT_DESCRIPTOR, null, null);
        code.visitCode();
        int others = locals.table().size() - 1 + locals.fields().size();
        Label[] targets = Stream.generate(Label::new).limit(others).toArray(Label[]::new);
        Label table = new Label();
        if (others > 0) {
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitTableSwitchInsn(1, others, table, targets);
        }
        int next = 0;
        for (String part : locals.table()) {
            if (others > 0) {
                begin(code, next == 0 ? table : targets[next - 1]);
            }
            code.visitLdcInsn(part);
            code.visitInsn(Opcodes.ARETURN);
            next++;
        }
        for (SpillField field : locals.fields()) {
            begin(code, targets[next++ - 1]);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, plan.className(), field.name(), field.descriptor());
            box(field, code);
            code.visitInsn(Opcodes.ARETURN);
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void begin(MethodVisitor code, Label label) {
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }

    private static void box(SpillField field, MethodVisitor code) {
        String taken = switch (Type.getType(field.descriptor()).getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> "I";
            case Type.LONG, Type.FLOAT, Type.DOUBLE -> field.descriptor();
            default -> "";
        };
        if (!taken.isEmpty()) {
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, AbiNames.FRAME, "box", "(" + taken + ")" + AbiNames.OBJECT_DESCRIPTOR, false);
        }
    }
}
