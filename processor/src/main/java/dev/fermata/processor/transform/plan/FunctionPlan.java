package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import dev.fermata.processor.transform.analysis.TypedValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What becomes of one function: a stub in its place, a body beside it, and a generated class.
 *
 * @param analysis what is known of it
 * @param className the internal name of the generated class
 * @param bodyName the name of the body
 * @param layout the local variables of the body
 * @param arguments the fields that hold the arguments until the body starts, in their order
 * @param fields all fields but the receiver
 * @param points what its suspension points do, by state
 * @param saveMethods the methods that they save with
 * @param keepsReceiver whether local 0 is the receiver everywhere; javac writes nothing else into it, other compilers do
 * @param keepDeadLocals whether locals that will not be read again are kept, too
 */
public record FunctionPlan(
        FunctionAnalysis analysis,
        String className,
        String bodyName,
        BodyLayout layout,
        List<SpillField> arguments,
        List<SpillField> fields,
        List<PointPlan> points,
        List<SaveMethod> saveMethods,
        boolean keepsReceiver,
        boolean keepDeadLocals) {
    /** The field that holds the object whose method the body is. */
    public static final String RECEIVER = "receiver";

    /**
     * Plans a function.
     *
     * @param analysis what is known of it
     * @param className the internal name for its class
     * @param keepDeadLocals whether to keep locals that will not be read again
     * @return the plan
     */
    public static FunctionPlan of(FunctionAnalysis analysis, String className, boolean keepDeadLocals) {
        MethodNode method = analysis.function().method();
        SpillFields fields = new SpillFields();
        List<SpillField> arguments = new ArrayList<>();
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            arguments.add(fields.take(argument.getDescriptor()));
        }
        boolean keepsReceiver = !isStatic(method) && !overwritesFirstLocal(method);
        int firstLocal = keepsReceiver ? 1 : 0;
        List<PointPlan> points = new ArrayList<>();
        SaveMethods saveMethods = new SaveMethods(className);
        for (SuspensionPoint point : analysis.points()) {
            fields.free();
            List<Spill> operands = new ArrayList<>();
            for (TypedValue operand : point.operands()) {
                operands.add(spill(operands.size(), operand, fields));
            }
            List<Spill> locals = new ArrayList<>();
            BitSet live = point.live();
            for (int slot = firstLocal; slot < point.locals().size(); slot++) {
                TypedValue value = point.locals().get(slot);
                if (value.kind() != TypedValue.Kind.TOP && (keepDeadLocals || live.get(slot))) {
                    boolean read = keepDeadLocals || point.read().get(slot);
                    locals.add(read ? spill(slot, value, fields) : placeholder(slot, value, fields));
                }
            }
            points.add(new PointPlan(points.size() + 1, point, operands, locals, saveMethods.take(operands, locals)));
        }
        return new FunctionPlan(
                analysis,
                className,
                method.name + "$async",
                BodyLayout.of(method, className),
                List.copyOf(arguments),
                fields.all(),
                List.copyOf(points),
                saveMethods.all(),
                keepsReceiver,
                keepDeadLocals);
    }

    /** A local that the verifier asks for and nobody reads: any value does, and a null keeps nothing alive. */
    private static Spill placeholder(int slot, TypedValue value, SpillFields fields) {
        boolean reference = value.kind() == TypedValue.Kind.REFERENCE;
        return reference ? new Spill(slot, value, Optional.empty()) : spill(slot, value, fields);
    }

    private static Spill spill(int position, TypedValue value, SpillFields fields) {
        Optional<SpillField> field = switch (value.kind()) {
            case NULL, UNINITIALIZED, TOP -> Optional.empty();
            case INT, FLOAT, LONG, DOUBLE, REFERENCE ->
                Optional.of(fields.take(value.requireType().getDescriptor()));
        };
        return new Spill(position, value, field);
    }

    private static boolean overwritesFirstLocal(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            int opcode = insn.getOpcode();
            if (insn instanceof VarInsnNode store
                    && store.var == 0
                    && opcode >= Opcodes.ISTORE
                    && opcode <= Opcodes.ASTORE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStatic(MethodNode method) {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    /**
     * Tells whether the function has no receiver.
     *
     * @return true for static methods
     */
    public boolean isStatic() {
        return isStatic(analysis.function().method());
    }

    /**
     * Returns the table of lines for stack traces: the first line of the function, then those of its suspension points.
     *
     * @return one character a line; 0 where the class file does not tell
     */
    public String lines() {
        StringBuilder lines = new StringBuilder().append((char) analysis.firstLine());
        points.forEach(it -> lines.append((char) it.point().line()));
        return lines.toString();
    }
}
