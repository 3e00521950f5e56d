package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.SpillField;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes what stands in a function's place: it binds the arguments and runs nothing, unless it is to return a future. Name, descriptor, modifiers,
 * annotations, signature, parameter names and exceptions stay as they were.
 *
 * <p>It has no lines. They are the body's: a breakpoint on the first of them would otherwise stop at the call, too, when
 * nothing of that line runs; and a debugger that steps into the call steps past code without lines, to the body.
 */
final class StubEmitter {
    private StubEmitter() {}

    static MethodNode emit(FunctionPlan plan) {
        MethodNode function = plan.analysis().function().method();
        MethodNode stub = new MethodNode(
                Opcodes.ASM9,
                function.access,
                function.name,
                function.desc,
                function.signature,
                function.exceptions.toArray(new String[0]));
        stub.parameters = function.parameters;
        stub.visibleAnnotations = function.visibleAnnotations;
        stub.invisibleAnnotations = function.invisibleAnnotations;
        stub.visibleTypeAnnotations = function.visibleTypeAnnotations;
        stub.invisibleTypeAnnotations = function.invisibleTypeAnnotations;
        stub.visibleAnnotableParameterCount = function.visibleAnnotableParameterCount;
        stub.visibleParameterAnnotations = function.visibleParameterAnnotations;
        stub.invisibleAnnotableParameterCount = function.invisibleAnnotableParameterCount;
        stub.invisibleParameterAnnotations = function.invisibleParameterAnnotations;
        stub.attrs = function.attrs;

        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        InsnList code = stub.instructions;
        code.add(start);
        code.add(new TypeInsnNode(Opcodes.NEW, plan.className()));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, plan.className(), "<init>", "()V"));
        int slot = 0;
        if (!plan.isStatic()) {
            String receiver = "L" + plan.analysis().owner() + ";";
            bind(plan, code, new SpillField(FunctionPlan.RECEIVER, receiver), slot++);
        }
        for (SpillField argument : plan.arguments()) {
            bind(plan, code, argument, slot);
            slot += Type.getType(argument.descriptor()).getSize();
        }
        code.add(made(plan.analysis().function().kind()));
        code.add(new InsnNode(Opcodes.ARETURN));
        code.add(end);
        stub.localVariables = parameters(function, slot, start, end);
        stub.maxLocals = slot;
        return stub;
    }

    /** What the function returns is the frame itself, or an object of its own that is made of it. */
    private static InsnList made(FunctionKind kind) {
        InsnList code = new InsnList();
        switch (kind) {
            case COROUTINE, GENERATOR -> {}
            case ASYNC_GENERATOR ->
                code.add(new MethodInsnNode(
                        Opcodes.INVOKESTATIC,
                        AbiNames.ASYNC_GENERATOR,
                        "of",
                        "(L" + AbiNames.ASYNC_GENERATOR_FRAME + ";)L" + AbiNames.ASYNC_GENERATOR + ";"));
            case FUTURE, STAGE ->
                code.add(new MethodInsnNode(
                        Opcodes.INVOKESTATIC,
                        AbiNames.FUTURE_CALL,
                        "start",
                        "(L" + AbiNames.COROUTINE + ";)L" + AbiNames.COMPLETABLE_FUTURE + ";"));
        }
        return code;
    }

    private static void bind(FunctionPlan plan, InsnList code, SpillField field, int slot) {
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Type.getType(field.descriptor()).getOpcode(Opcodes.ILOAD), slot));
        code.add(new FieldInsnNode(Opcodes.PUTFIELD, plan.className(), field.name(), field.descriptor()));
    }

    /** The parameters' names, which debuggers and frameworks read from the table of local variables. */
    private static List<LocalVariableNode> parameters(MethodNode function, int slots, LabelNode start, LabelNode end) {
        List<LocalVariableNode> parameters = new ArrayList<>();
        if (function.localVariables != null) {
            for (LocalVariableNode variable : function.localVariables) {
                boolean fromStart = function.instructions.indexOf(variable.start) == firstLabel(function);
                if (variable.index < slots && fromStart) {
                    parameters.add(new LocalVariableNode(
                            variable.name, variable.desc, variable.signature, start, end, variable.index));
                }
            }
        }
        return parameters;
    }

    private static int firstLabel(MethodNode function) {
        int index = 0;
        while (!(function.instructions.get(index) instanceof LabelNode)) {
            index++;
        }
        return index;
    }
}
