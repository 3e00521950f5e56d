package dev.fermata.processor.realcode;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Inserts suspension points into one method. A point passes what is on top of the operand stack through the await, or leaves
 * it below; a call of a static method of the same class may be replaced by an await of its copy. Either way the value is
 * the same afterwards if whoever drives sends back what was yielded.
 */
final class Points {
    private static final String COROUTINE = "dev/fermata/Coroutine";
    private static final String GENERATOR = "dev/fermata/Generator";
    private static final String SCRIPT = "dev/fermata/processor/realcode/Script";
    private static final String OBJECT = "java/lang/Object";

    /** What the widest form needs above the operands that are there. */
    private static final int ROOM = 3;

    private final ClassNode owner;
    private final Choice choice;
    private final int ordinal;
    private final Map<String, String> copies;
    private int form;

    /** With the names of the copies of this class by name and descriptor of their originals. */
    Points(ClassNode owner, Choice choice, int ordinal, Map<String, String> copies) {
        this.owner = owner;
        this.choice = choice;
        this.ordinal = ordinal;
        this.copies = copies;
        this.form = ordinal;
    }

    static int count(MethodNode method, Choice choice, int ordinal) {
        int index = ordinal;
        int count = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (isSite(insn, choice) && choice.takes(index++)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isSite(AbstractInsnNode insn, Choice choice) {
        return choice.sites() == Choice.Sites.CALLS
                ? insn instanceof MethodInsnNode || insn instanceof InvokeDynamicInsnNode
                : Instrumenter.fallsThrough(insn);
    }

    void insert(MethodNode original, MethodNode copy) {
        Type result = Type.getReturnType(original.desc);
        int index = ordinal;
        for (AbstractInsnNode insn : copy.instructions.toArray()) {
            int opcode = insn.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                copy.instructions.insertBefore(insn, ending(result));
                copy.instructions.set(insn, new InsnNode(Opcodes.ARETURN));
            } else if (isSite(insn, choice) && choice.takes(index++)) {
                insertAfter(copy.instructions, insn);
            }
        }
        copy.maxStack += ROOM;
    }

    private InsnList ending(Type result) {
        InsnList code = box(result);
        String returned = "L" + choice.kind().returned() + ";";
        switch (choice.kind()) {
            case COROUTINE ->
                // The first is a tail call.
                code.add(
                        form++ % 3 == 0
                                ? call(SCRIPT, "point", "(Ljava/lang/Object;)" + returned)
                                : call(COROUTINE, "result", "(Ljava/lang/Object;)" + returned));
            case GENERATOR -> code.add(call(GENERATOR, "end", "(Ljava/lang/Object;)" + returned));
            case ASYNC_GENERATOR -> {
                code.add(new InsnNode(Opcodes.POP));
                code.add(call(choice.kind().returned(), "end", "()" + returned));
            }
        }
        return code;
    }

    private void insertAfter(InsnList code, AbstractInsnNode insn) {
        Type result = insn instanceof MethodInsnNode call
                ? Type.getReturnType(call.desc)
                : insn instanceof InvokeDynamicInsnNode dynamic ? Type.getReturnType(dynamic.desc) : Type.VOID_TYPE;
        String copy = insn instanceof MethodInsnNode call
                        && call.getOpcode() == Opcodes.INVOKESTATIC
                        && call.owner.equals(owner.name)
                        && choice.kind() == Choice.Kind.COROUTINE
                ? copies.get(call.name + call.desc)
                : null;
        InsnList point = new InsnList();
        if (copy != null) {
            MethodInsnNode call = (MethodInsnNode) insn;
            String arguments = call.desc.substring(0, call.desc.indexOf(')') + 1);
            point.add(new MethodInsnNode(
                    Opcodes.INVOKESTATIC, call.owner, copy, arguments + "L" + COROUTINE + ";", call.itf));
            point.add(call(COROUTINE, "await", "(Ldev/fermata/Awaitable;)Ljava/lang/Object;"));
            point.add(unbox(result));
        } else if (result.getSort() != Type.VOID && isNameable(result)) {
            point.add(box(result));
            point.add(pause());
            point.add(unbox(result));
        } else {
            point.add(new InsnNode(Opcodes.ACONST_NULL));
            point.add(pause());
            point.add(new InsnNode(Opcodes.POP));
        }
        code.insert(insn, point);
        if (copy != null) {
            code.remove(insn);
        }
    }

    /** From an object to the object that is sent back: by each of the intrinsics in turn. */
    private InsnList pause() {
        InsnList code = new InsnList();
        if (choice.kind() == Choice.Kind.GENERATOR) {
            code.add(call(GENERATOR, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;"));
            return code;
        }
        switch (form++ % 6) {
            case 1 -> {
                code.add(call(SCRIPT, "stage", "(Ljava/lang/Object;)Ljava/util/concurrent/CompletionStage;"));
                code.add(call(COROUTINE, "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;"));
            }
            case 3 -> {
                boolean yields = choice.kind() == Choice.Kind.ASYNC_GENERATOR;
                String owner = yields ? choice.kind().returned() : COROUTINE;
                code.add(call(owner, yields ? "yield" : "suspend", "(Ljava/lang/Object;)Ljava/lang/Object;"));
            }
            case 5 -> {
                code.add(call(SCRIPT, "point", "(Ljava/lang/Object;)L" + COROUTINE + ";"));
                code.add(new LdcInsnNode(Type.getObjectType("java/lang/Exception")));
                code.add(call(COROUTINE, "await", "(Ldev/fermata/Awaitable;Ljava/lang/Class;)Ljava/lang/Object;"));
            }
            default -> {
                code.add(call(SCRIPT, "point", "(Ljava/lang/Object;)L" + COROUTINE + ";"));
                code.add(call(COROUTINE, "await", "(Ldev/fermata/Awaitable;)Ljava/lang/Object;"));
            }
        }
        return code;
    }

    /** Whether a cast to a type may stand in this class: a cast is access-checked, the descriptor of a method is not. */
    private boolean isNameable(Type type) {
        if (type.getSort() == Type.ARRAY) {
            return isNameable(type.getElementType());
        }
        return type.getSort() != Type.OBJECT
                || type.getInternalName().equals(owner.name)
                || type.getInternalName().equals("java/lang/Object")
                || type.getInternalName().equals("java/lang/String");
    }

    private static InsnList box(Type type) {
        InsnList code = new InsnList();
        if (type.getSort() == Type.VOID) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
        } else if (type.getSort() < Type.ARRAY) {
            String boxed = boxed(type);
            code.add(call(boxed, "valueOf", "(" + type.getDescriptor() + ")L" + boxed + ";"));
        }
        return code;
    }

    private static InsnList unbox(Type type) {
        InsnList code = new InsnList();
        if (type.getSort() == Type.VOID) {
            code.add(new InsnNode(Opcodes.POP));
        } else if (type.getSort() < Type.ARRAY) {
            String boxed = boxed(type);
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, boxed));
            code.add(new MethodInsnNode(
                    Opcodes.INVOKEVIRTUAL, boxed, type.getClassName() + "Value", "()" + type.getDescriptor()));
        } else if (!type.getInternalName().equals(OBJECT)) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
        }
        return code;
    }

    private static String boxed(Type type) {
        return "java/lang/"
                + switch (type.getSort()) {
                    case Type.BOOLEAN -> "Boolean";
                    case Type.CHAR -> "Character";
                    case Type.BYTE -> "Byte";
                    case Type.SHORT -> "Short";
                    case Type.INT -> "Integer";
                    case Type.FLOAT -> "Float";
                    case Type.LONG -> "Long";
                    default -> "Double";
                };
    }

    private static MethodInsnNode call(String owner, String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor);
    }
}
