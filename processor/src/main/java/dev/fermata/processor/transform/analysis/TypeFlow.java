package dev.fermata.processor.transform.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The verification types before chosen instructions. One pass from top to bottom, as the JVM's own type checker makes it
 * (JVMS 4.10.1.6): at every join the class file has a stack map frame, which is the truth, and between two frames types
 * follow from the instructions. So no class hierarchy is needed, nothing is merged, and the compiler's own choice of a
 * type is kept. The rejected alternative, a fixpoint with merges, has to ask for common superclasses of classes that the
 * running compile has not written yet.
 */
final class TypeFlow {
    private final String owner;
    private final MethodNode method;
    private final TypedInterpreter interpreter = new TypedInterpreter();

    private TypeFlow(String owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
    }

    /** Returns the frames before the instructions that {@code wanted} accepts, unreachable ones left out. */
    static Map<AbstractInsnNode, Frame<TypedValue>> before(
            String owner, MethodNode method, Predicate<AbstractInsnNode> wanted) throws CannotRewrite {
        return new TypeFlow(owner, method).run(wanted);
    }

    private Map<AbstractInsnNode, Frame<TypedValue>> run(Predicate<AbstractInsnNode> wanted) throws CannotRewrite {
        Map<AbstractInsnNode, Frame<TypedValue>> frames = new HashMap<>();
        Set<LabelNode> handlers =
                method.tryCatchBlocks.stream().map(block -> block.handler).collect(Collectors.toSet());
        Frame<TypedValue> current = entry();
        boolean handler = false;
        for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
            if (insn instanceof FrameNode declared) {
                current = declared(declared);
            }
            handler |= insn instanceof LabelNode label && handlers.contains(label);
            if (insn.getOpcode() < 0) {
                continue;
            }
            if (current == null) {
                throw new CannotRewrite(Lines.of(insn), "has code without a stack map frame");
            }
            if (handler && current.getStackSize() != 1) {
                // javac 17 writes this; it would be a VerifyError when the class is used, and not say which compiler to
                // blame.
                throw CannotRewrite.badCode(Lines.of(insn), "a handler with operands below its exception");
            }
            handler = false;
            if (wanted.test(insn)) {
                frames.put(insn, new Frame<>(current));
            }
            current = after(insn, current);
        }
        return frames;
    }

    private Frame<TypedValue> entry() {
        Frame<TypedValue> frame = empty();
        int slot = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            frame.setLocal(slot++, TypedValue.reference(owner));
        }
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            frame.setLocal(slot, TypedValue.of(argument));
            slot += argument.getSize();
        }
        return frame;
    }

    private Frame<TypedValue> empty() {
        Frame<TypedValue> frame = new Frame<>(method.maxLocals, method.maxStack);
        for (int slot = 0; slot < method.maxLocals; slot++) {
            frame.setLocal(slot, TypedValue.TOP);
        }
        return frame;
    }

    private Frame<TypedValue> declared(FrameNode node) throws CannotRewrite {
        Frame<TypedValue> frame = empty();
        int slot = 0;
        for (Object item : node.local) {
            TypedValue value = value(item);
            frame.setLocal(slot, value);
            slot += value.getSize();
        }
        for (Object item : node.stack) {
            frame.push(value(item));
        }
        return frame;
    }

    private TypedValue value(Object item) throws CannotRewrite {
        if (item instanceof String name) {
            return TypedValue.reference(name);
        } else if (item instanceof LabelNode label) {
            AbstractInsnNode site = label;
            while (site.getOpcode() < 0) {
                site = site.getNext();
            }
            return TypedValue.uninitialized(((TypeInsnNode) site).desc, site);
        } else if (item.equals(Opcodes.INTEGER)) {
            return TypedValue.INT;
        } else if (item.equals(Opcodes.FLOAT)) {
            return TypedValue.FLOAT;
        } else if (item.equals(Opcodes.LONG)) {
            return TypedValue.LONG;
        } else if (item.equals(Opcodes.DOUBLE)) {
            return TypedValue.DOUBLE;
        } else if (item.equals(Opcodes.NULL)) {
            return TypedValue.NULL;
        } else if (item.equals(Opcodes.TOP)) {
            return TypedValue.TOP;
        }
        throw new CannotRewrite(0, "is a constructor, whose object does not exist before super()");
    }

    /** The frame after an instruction, or null if control does not fall through. */
    private @Nullable Frame<TypedValue> after(AbstractInsnNode insn, Frame<TypedValue> frame) throws CannotRewrite {
        int opcode = insn.getOpcode();
        if (opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)
                || insn instanceof TableSwitchInsnNode
                || insn instanceof LookupSwitchInsnNode) {
            return null;
        }
        if (opcode == Opcodes.JSR || opcode == Opcodes.RET) {
            throw new CannotRewrite(Lines.of(insn), "uses subroutines, which class files have not had since Java 6");
        }
        TypedValue constructed = constructed(insn, frame);
        try {
            frame.execute(insn, interpreter);
        } catch (AnalyzerException | IndexOutOfBoundsException broken) {
            throw CannotRewrite.badCode(Lines.of(insn), broken.getMessage());
        }
        if (constructed != null) {
            initialize(frame, constructed);
        }
        return frame;
    }

    private static @Nullable TypedValue constructed(AbstractInsnNode insn, Frame<TypedValue> frame) {
        if (insn instanceof MethodInsnNode call && call.name.equals("<init>")) {
            return receiver(call, frame);
        }
        return null;
    }

    /** The object that a constructor call initializes, found below its arguments. */
    static TypedValue receiver(MethodInsnNode call, Frame<TypedValue> before) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        return before.getStack(before.getStackSize() - 1 - arguments);
    }

    /** All copies of an object are initialized when its constructor returns. */
    private static void initialize(Frame<TypedValue> frame, TypedValue constructed) {
        TypedValue initialized = TypedValue.of(constructed.requireType());
        for (int slot = 0; slot < frame.getLocals(); slot++) {
            if (frame.getLocal(slot).equals(constructed)) {
                frame.setLocal(slot, initialized);
            }
        }
        for (int index = 0; index < frame.getStackSize(); index++) {
            if (frame.getStack(index).equals(constructed)) {
                frame.setStack(index, initialized);
            }
        }
    }

    /** The values of a frame's operands, bottom first. */
    static List<TypedValue> operands(Frame<TypedValue> frame) {
        return IntStream.range(0, frame.getStackSize())
                .mapToObj(frame::getStack)
                .toList();
    }
}
