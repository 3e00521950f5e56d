package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the generated class of a generator function does more than others: it notes what the body returns, converts what would
 * read as the end of an iteration (PEP 479), and has a machine made if the body needs one and is run without.
 *
 * <pre>
 *   step(machine, state):
 *     machine = machine(machine)       // if the body delegates
 *     try:
 *       return body(..)                        // left(body(..)), if what it returns may be another's
 *     catch NoSuchElementException:
 *       throw converted(it)
 * </pre>
 *
 * Here and not in the superclass, whose code all generators share: so the JIT compiler finds the body behind the class of the
 * generator, and inlines it into a loop that runs over one.
 */
final class GeneratorClass {
    /** The method that hands an element over. */
    static final String GIVE = "give";

    private static final String MACHINE_PARAMETER = "L" + AbiNames.MACHINE + ";";
    private static final String EXCEPTION = "java/util/NoSuchElementException";

    private final FunctionPlan plan;
    private final boolean isGenerator;
    private final Label start = new Label();

    GeneratorClass(FunctionPlan plan) {
        this.plan = plan;
        this.isGenerator = plan.analysis().function().kind() == FunctionKind.GENERATOR;
    }

    /** The descriptor of {@link #GIVE}: the element, the frame or null, and the machine or null. */
    static String giveDescriptor(FunctionPlan plan) {
        return "(" + AbiNames.OBJECT_DESCRIPTOR + "L" + plan.className() + ";" + MACHINE_PARAMETER + ")V";
    }

    /** With the object on the stack: one whose chain changes its root has a machine from the start. */
    void callConstructor(MethodVisitor code, String base) {
        boolean alone = isGenerator && !plan.returnsOthers();
        if (alone) {
            code.visitInsn(Opcodes.ICONST_1);
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, base, "<init>", alone ? "(Z)V" : "()V", false);
    }

    /** At the start of step(): leaves the generator itself on the stack. */
    void begin(MethodVisitor code, List<Object> operands) {
        if (!isGenerator) {
            return;
        }
        if (!plan.runsAlone() && !plan.returnsOthers()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    plan.className(),
                    "machine",
                    "(" + MACHINE_PARAMETER + ")" + MACHINE_PARAMETER,
                    false);
            code.visitVarInsn(Opcodes.ASTORE, 1);
        }
        code.visitLabel(start);
        if (plan.returnsOthers()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            operands.add(plan.className());
        }
    }

    /** With what the body came to on the stack. A body that ends itself notes what it returns, see {@link Returns}. */
    void afterBody(MethodVisitor code) {
        if (isGenerator && plan.returnsOthers()) {
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    plan.className(),
                    "left",
                    "(" + AbiNames.OBJECT_DESCRIPTOR + ")" + AbiNames.OBJECT_DESCRIPTOR,
                    false);
        }
    }

    /** At the end of step(). */
    void end(MethodVisitor code) {
        if (isGenerator) {
            Object[] locals = {plan.className(), AbiNames.MACHINE, Opcodes.INTEGER};
            convert(code, start, locals);
        }
    }

    private static void convert(MethodVisitor code, Label start, Object[] locals) {
        Label end = new Label();
        code.visitTryCatchBlock(start, end, end, EXCEPTION);
        code.visitLabel(end);
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {EXCEPTION});
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                AbiNames.GENERATOR,
                "converted",
                "(L" + EXCEPTION + ";)Ljava/lang/IllegalStateException;",
                false);
        code.visitInsn(Opcodes.ATHROW);
    }

    /** Writes the methods that only generators have. */
    void addMethods(ClassWriter writer, boolean isInterface) {
        if (plan.runsAlone() && !plan.points().isEmpty()) {
            give(writer);
        }
        if (isGenerator && plan.entered()) {
            enter(writer, isInterface);
        }
    }

    private void give(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, GIVE, giveDescriptor(plan), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                AbiNames.GENERATOR,
                "yields",
                "(" + AbiNames.OBJECT_DESCRIPTOR + "L" + AbiNames.GENERATOR + ";" + MACHINE_PARAMETER + ")V",
                false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** What a fused call enters: the body without a frame, and PEP 479 as in step(). */
    private void enter(ClassWriter writer, boolean isInterface) {
        String owner = plan.analysis().owner();
        String descriptor = plan.enterDescriptor();
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, FunctionPlan.ENTER, descriptor, null, null);
        code.visitCode();
        code.visitLabel(start);
        Type[] arguments = Type.getArgumentTypes(descriptor);
        Object[] locals = new Object[arguments.length];
        int slot = 0;
        for (int index = 0; index < arguments.length; index++) {
            if (index == arguments.length - 2) {
                code.visitInsn(Opcodes.ACONST_NULL); // the frame
            }
            Type type = arguments[index];
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            slot += type.getSize();
            locals[index] = FrameClassEmitter.item(type);
        }
        int opcode =
                plan.isStatic() ? Opcodes.INVOKESTATIC : isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        code.visitMethodInsn(opcode, owner, plan.bodyName(), plan.layout().descriptor(), isInterface);
        code.visitInsn(Opcodes.ARETURN);
        convert(code, start, locals);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
