package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.SaveMethod;
import dev.fermata.processor.transform.plan.SpillField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * Makes the generated class of a function: it holds the receiver, the arguments until the body starts, and what the body
 * spills. It is synthetic, so that coverage tools leave it out; the body, which has the user's lines, is not.
 */
final class FrameClassEmitter {
    private static final String STEP = "(L" + AbiNames.MACHINE + ";I)" + AbiNames.OBJECT_DESCRIPTOR;
    private static final String SUSPEND = "(L" + AbiNames.FRAME + ";I)" + AbiNames.OBJECT_DESCRIPTOR;
    private static final String LOCATE = "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;I)"
            + "Ljava/lang/StackTraceElement;";

    private final ClassNode host;
    private final FunctionPlan plan;
    private final String function;
    private final GeneratorClass generator;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private FrameClassEmitter(ClassNode host, FunctionPlan plan, String function) {
        this.host = host;
        this.plan = plan;
        this.function = function;
        this.generator = new GeneratorClass(plan);
    }

    /**
     * Makes it.
     *
     * @param function the function's own name, which the body does not have any more
     */
    static byte[] emit(ClassNode host, FunctionPlan plan, String function) {
        return new FrameClassEmitter(host, plan, function).emit();
    }

    private byte[] emit() {
        String base = plan.analysis().function().kind().base();
        writer.visit(
                host.version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                plan.className(),
                null,
                base,
                null);
        writer.visitSource(host.sourceFile, null);
        writer.visitNestHost(host.nestHostClass == null ? host.name : host.nestHostClass);
        Marker.visit(writer);
        if (!plan.isStatic()) {
            writer.visitField(0, FunctionPlan.RECEIVER, receiver(), null, null).visitEnd();
        }
        for (SpillField field : plan.fields()) {
            writer.visitField(0, field.name(), field.descriptor(), null, null).visitEnd();
        }
        constructor(base);
        step();
        for (SaveMethod save : plan.saveMethods()) {
            if (save.exists()) {
                save(save);
            }
            if (save.clearsTogether()) {
                clear(0, save.clearing(), save.references());
            }
        }
        if (plan.entered() && !plan.points().isEmpty()) {
            late();
        }
        generator.addMethods(writer, (host.access & Opcodes.ACC_INTERFACE) != 0);
        location();
        LocalsEmitter.emit(writer, plan);
        release();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private String receiver() {
        return "L" + host.name + ";";
    }

    private void constructor(String base) {
        MethodVisitor code = writer.visitMethod(0, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        generator.callConstructor(code, base);
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    /**
     * Calls the body: with the arguments, which are then dropped, at the start; with zeroes in their place later. In one
     * place: where one of two is rarely taken, the JIT compiler does not inline it, and the frame escapes to it.
     */
    private void step() {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PROTECTED, "step", STEP, null, null);
        code.visitCode();
        List<SpillField> arguments = plan.layout().argumentsInFrame() ? List.of() : plan.arguments();
        List<Object> operands = new ArrayList<>();
        generator.begin(code, operands);
        if (!plan.isStatic()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, plan.className(), FunctionPlan.RECEIVER, receiver());
            operands.add(host.name);
        }
        Label resume = new Label();
        if (!plan.points().isEmpty()) {
            code.visitVarInsn(Opcodes.ILOAD, 2);
            code.visitJumpInsn(Opcodes.IFNE, resume);
        }
        arguments.forEach(it -> take(code, it));
        if (!plan.runsAlone()) {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "entry", "()I", false);
            code.visitVarInsn(Opcodes.ISTORE, 2);
        }
        if (!plan.points().isEmpty()) {
            Label call = new Label();
            if (!arguments.isEmpty()) {
                code.visitJumpInsn(Opcodes.GOTO, call);
            }
            code.visitLabel(resume);
            frame(code, operands);
            if (!arguments.isEmpty()) {
                arguments.forEach(it -> code.visitInsn(zero(it)));
                arguments.forEach(it -> operands.add(item(Type.getType(it.descriptor()))));
                code.visitLabel(call);
                frame(code, operands);
            }
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.ILOAD, 2);
        callBody(code);
        generator.end(code);
        end(code);
    }

    private void frame(MethodVisitor code, List<Object> operands) {
        Object[] locals = {plan.className(), AbiNames.MACHINE, Opcodes.INTEGER};
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, operands.size(), operands.toArray());
    }

    /** What stands for a type in a stack map frame. */
    static Object item(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }

    private void take(MethodVisitor code, SpillField field) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, plan.className(), field.name(), field.descriptor());
        if (field.isReference()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitFieldInsn(Opcodes.PUTFIELD, plan.className(), field.name(), field.descriptor());
        }
    }

    private static int zero(SpillField field) {
        return switch (Type.getType(field.descriptor()).getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.ICONST_0;
            case Type.FLOAT -> Opcodes.FCONST_0;
            case Type.LONG -> Opcodes.LCONST_0;
            case Type.DOUBLE -> Opcodes.DCONST_0;
            default -> Opcodes.ACONST_NULL;
        };
    }

    private void callBody(MethodVisitor code) {
        boolean isInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
        int opcode = Opcodes.INVOKESTATIC;
        if (!plan.isStatic()) {
            // Not invokespecial: the body is private in another class, whose nestmate may call it as any method (JEP
            // 181).
            opcode = isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        }
        code.visitMethodInsn(opcode, host.name, plan.bodyName(), plan.layout().descriptor(), isInterface);
        plan.primitive().ifPresent(it -> PrimitiveOutcomes.box(it, 1).accept(code));
        generator.afterBody(code);
        code.visitInsn(Opcodes.ARETURN);
    }

    private void save(SaveMethod save) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, save.name(), save.descriptor(), null, null);
        code.visitCode();
        int receiver = save.receiver().isPresent() ? 1 : 0;
        int frame = (Type.getArgumentsAndReturnSizes(save.descriptor()) >> 2) - 1 - 3 - receiver;
        if (save.makesFrame()) {
            code.visitVarInsn(Opcodes.ALOAD, frame);
            if (save.receiver().isPresent()) {
                code.visitVarInsn(Opcodes.ALOAD, frame + 3);
            }
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, plan.className(), FunctionPlan.LATE, plan.lateDescriptor(), false);
            code.visitVarInsn(Opcodes.ASTORE, frame);
        }
        int slot = 0;
        for (Optional<SpillField> field : save.fields()) {
            Type type = Type.getType(SaveMethod.argument(field));
            if (field.isPresent()) {
                code.visitVarInsn(Opcodes.ALOAD, frame);
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
                put(code, field.get());
            }
            slot += type.getSize();
        }
        if (plan.runsAlone()) {
            code.visitVarInsn(Opcodes.ALOAD, frame);
            code.visitVarInsn(Opcodes.ALOAD, frame + 1);
            code.visitVarInsn(Opcodes.ILOAD, frame + 2);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, AbiNames.MACHINE, "suspend", Spilling.SUSPEND_ALONE, false);
        } else {
            code.visitVarInsn(Opcodes.ALOAD, frame + 1);
            code.visitVarInsn(Opcodes.ALOAD, frame);
            code.visitVarInsn(Opcodes.ILOAD, frame + 2);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "suspend", SUSPEND, false);
        }
        if (plan.primitive().isPresent()) {
            PrimitiveOutcomes.leaveSuspended(plan.primitive().get(), frame + 1).accept(code);
        } else {
            code.visitInsn(Opcodes.ARETURN);
        }
        end(code);
    }

    /** Makes the frame of a body that was entered without one. */
    private void late() {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_STATIC, FunctionPlan.LATE, plan.lateDescriptor(), null, null);
        code.visitCode();
        Label make = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitJumpInsn(Opcodes.IFNULL, make);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(make);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitTypeInsn(Opcodes.NEW, plan.className());
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, plan.className(), "<init>", "()V", false);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, plan.className(), "begun", "()V", false);
        if (!plan.isStatic()) {
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.PUTFIELD, plan.className(), FunctionPlan.RECEIVER, receiver());
        }
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private void clear(int access, String name, List<SpillField> references) {
        MethodVisitor code = writer.visitMethod(access, name, "()V", null, null);
        code.visitCode();
        for (SpillField field : references) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.ACONST_NULL);
            put(code, field);
        }
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private void put(MethodVisitor code, SpillField field) {
        code.visitFieldInsn(Opcodes.PUTFIELD, plan.className(), field.name(), field.descriptor());
    }

    private void location() {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PROTECTED, "location", "(I)Ljava/lang/StackTraceElement;", null, null);
        code.visitCode();
        code.visitLdcInsn(host.name.replace('/', '.'));
        code.visitLdcInsn(function);
        if (host.sourceFile == null) {
            code.visitInsn(Opcodes.ACONST_NULL);
        } else {
            code.visitLdcInsn(host.sourceFile);
        }
        code.visitLdcInsn(plan.lines());
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, AbiNames.FRAME, "locate", LOCATE, false);
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    /** Drops what the constructor's caller put in, for a body that never starts or has ended. */
    private void release() {
        List<SpillField> references = new ArrayList<>();
        if (!plan.isStatic()) {
            references.add(new SpillField(FunctionPlan.RECEIVER, receiver()));
        }
        plan.arguments().stream().filter(SpillField::isReference).forEach(references::add);
        if (references.isEmpty()) {
            return;
        }
        clear(Opcodes.ACC_PROTECTED, "release", references);
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
