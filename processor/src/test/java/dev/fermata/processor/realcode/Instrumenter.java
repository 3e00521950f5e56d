package dev.fermata.processor.realcode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts suspension points into class files that hold none. Each method gets a copy beside it that is a coroutine or generator
 * function, and whose chosen instructions are followed by an await, a yield or a bare suspend; so the originals stay, to be
 * compared with.
 *
 * <p>That the points come from here and not from a predicate inside the analysis proves the same: to the transform a point
 * is a call of an intrinsic between two instructions of code that it did not choose, with whatever is in the locals and on
 * the operand stack at that place, and that is what it gets here. A second source of points in the analysis would be a door
 * that only tests use, and would leave the one that users use unproved.
 */
final class Instrumenter {
    private final ClassNode node = new ClassNode();
    private final Choice choice;
    private final List<Function> functions = new ArrayList<>();

    Instrumenter(byte[] classFile, Choice choice) {
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        this.choice = choice;
        Set<String> names = new HashSet<>();
        node.methods.forEach(it -> names.add(it.name));
        int ordinal = 0;
        for (MethodNode method : node.methods) {
            int points = method.name.startsWith("<") ? 0 : Points.count(method, choice, ordinal);
            if (points > 0) {
                String name = method.name + "$co";
                for (int number = 2; !names.add(name); number++) {
                    name = method.name + "$co" + number;
                }
                functions.add(new Function(method, name, points));
            }
            ordinal++;
        }
    }

    /** The methods that get points. Constructors and initializers get none: a copy of one would be none. */
    List<Function> functions() {
        return List.copyOf(functions);
    }

    ClassNode node() {
        return node;
    }

    /** Writes the class with copies of these methods. */
    byte[] instrument(Collection<Function> wanted) {
        Map<String, String> copies = new HashMap<>();
        wanted.forEach(it -> copies.put(it.original().name + it.original().desc, it.copy()));
        List<MethodNode> originals = List.copyOf(node.methods);
        try {
            for (Function function : wanted) {
                node.methods.add(copy(function, originals.indexOf(function.original()), copies));
            }
            ClassWriter writer = new ClassWriter(0);
            node.accept(writer);
            return writer.toByteArray();
        } finally {
            node.methods = new ArrayList<>(originals);
        }
    }

    private MethodNode copy(Function function, int ordinal, Map<String, String> copies) {
        MethodNode original = function.original();
        int dropped = Opcodes.ACC_BRIDGE | Opcodes.ACC_FINAL | Opcodes.ACC_VARARGS;
        MethodNode copy = new MethodNode(
                Opcodes.ASM9,
                original.access & ~dropped,
                function.copy(),
                original.desc.substring(0, original.desc.indexOf(')') + 1) + "L"
                        + choice.kind().returned() + ";",
                null,
                original.exceptions.toArray(new String[0]));
        original.accept(copy);
        if (copy.visibleAnnotations == null) {
            copy.visibleAnnotations = new ArrayList<>();
        }
        copy.visibleAnnotations.add(new AnnotationNode(choice.kind().annotation()));
        new Points(node, choice, ordinal, copies).insert(original, copy);
        return copy;
    }

    /** Whether control leaves an instruction for the next. */
    static boolean fallsThrough(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return opcode >= 0
                && opcode != Opcodes.GOTO
                && opcode != Opcodes.ATHROW
                && opcode != Opcodes.TABLESWITCH
                && opcode != Opcodes.LOOKUPSWITCH
                && opcode != Opcodes.JSR
                && opcode != Opcodes.RET
                && !(opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    }
}
