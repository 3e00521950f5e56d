package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.Construction;
import dev.fermata.processor.transform.analysis.TypedValue;
import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes objects after the suspensions that their arguments contain.
 *
 * <pre>
 *   new T          new T          // initializes the class where Java says so (JLS 15.9.4), and is dropped
 *                  pop
 *                  aconst_null    // stands for the object, in all its copies
 *   dup            dup
 *   arguments      arguments
 *   T.&lt;init&gt;       arguments to temporaries; drop the copies; new T; dup; arguments; T.&lt;init&gt;; put copies back
 * </pre>
 *
 * Which values are copies is known from the site of their {@code new}, not from the shape of the code around it.
 */
final class Constructions {
    private final FunctionPlan plan;
    private final InsnList code;

    private Constructions(FunctionPlan plan) {
        this.plan = plan;
        this.code = plan.analysis().function().method().instructions;
    }

    static void apply(FunctionPlan plan) {
        Constructions step = new Constructions(plan);
        plan.analysis().constructions().forEach(step::construct);
        plan.analysis().displaced().forEach(step::displace);
    }

    private void displace(AbstractInsnNode site) {
        InsnList placeholder = new InsnList();
        placeholder.add(new InsnNode(Opcodes.POP));
        placeholder.add(new InsnNode(Opcodes.ACONST_NULL));
        code.insert(site, placeholder);
    }

    private void construct(Construction construction) {
        MethodInsnNode call = construction.call();
        Type[] arguments = Type.getArgumentTypes(call.desc);
        List<TypedValue> operands = construction.operands();
        int receiver = operands.size() - 1 - arguments.length;
        Temporaries temporaries = new Temporaries(plan.layout().firstTemporary());
        InsnList made = new InsnList();

        int[] argumentSlots = new int[arguments.length];
        for (int index = arguments.length - 1; index >= 0; index--) {
            argumentSlots[index] = temporaries.store(arguments[index], made);
        }
        made.add(new InsnNode(Opcodes.POP));
        int lowest = lowestCopy(construction, receiver);
        int[] operandSlots = new int[receiver];
        for (int index = receiver - 1; index >= lowest; index--) {
            if (construction.makes(operands.get(index))) {
                made.add(new InsnNode(Opcodes.POP));
            } else {
                operandSlots[index] = temporaries.store(type(operands.get(index)), made);
            }
        }
        made.add(new TypeInsnNode(Opcodes.NEW, call.owner));
        made.add(new InsnNode(Opcodes.DUP));
        for (int index = 0; index < arguments.length; index++) {
            made.add(new VarInsnNode(arguments[index].getOpcode(Opcodes.ILOAD), argumentSlots[index]));
        }
        code.insertBefore(call, made);

        InsnList after = new InsnList();
        int object = temporaries.store(Type.getObjectType(call.owner), after);
        for (int slot = 0; slot < construction.locals().size(); slot++) {
            if (construction.makes(construction.locals().get(slot))) {
                after.add(new VarInsnNode(Opcodes.ALOAD, object));
                after.add(new VarInsnNode(Opcodes.ASTORE, slot));
            }
        }
        for (int index = lowest; index < receiver; index++) {
            boolean copy = construction.makes(operands.get(index));
            int load = copy ? Opcodes.ALOAD : type(operands.get(index)).getOpcode(Opcodes.ILOAD);
            after.add(new VarInsnNode(load, copy ? object : operandSlots[index]));
        }
        code.insert(call, after);
    }

    /** The lowest operand below the receiver that is a copy of it; the receiver's own index if there is none. */
    private static int lowestCopy(Construction construction, int receiver) {
        for (int index = 0; index < receiver; index++) {
            if (construction.makes(construction.operands().get(index))) {
                return index;
            }
        }
        return receiver;
    }

    /** A type to load and store a value with. Nulls, and other objects' placeholders, which are nulls, are references. */
    private static Type type(TypedValue value) {
        return switch (value.kind()) {
            case INT, FLOAT, LONG, DOUBLE -> value.requireType();
            case NULL, UNINITIALIZED, REFERENCE, TOP -> Type.getObjectType("java/lang/Object");
        };
    }

    /** Local variables that are used between two instructions of the original code only. */
    private static final class Temporaries {
        private int next;

        Temporaries(int first) {
            next = first;
        }

        int store(Type type, InsnList code) {
            int slot = next;
            next += type.getSize();
            code.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), slot));
            return slot;
        }
    }
}
