package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import dev.fermata.processor.transform.analysis.TypedValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
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
 * @param tailCalls the calls that enter the body of a function whose coroutine is returned, by return instruction
 * @param fusedCall one of the calls that enter the body without a frame, which it makes itself if it suspends; empty if there
 *     are none
 * @param primitive what the body hands over, if that is a primitive; it is entered by such calls then
 * @param returnsOthers whether it may return what another function has made, which then runs in its place
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
        boolean keepDeadLocals,
        Map<AbstractInsnNode, FusedCall> tailCalls,
        Optional<MethodInsnNode> fusedCall,
        Optional<Primitive> primitive,
        boolean returnsOthers) {
    /** The method of a generated class by which a fused call enters a generator's body. */
    public static final String ENTER = "enter";

    /** The method of a generated class that makes a frame if there is none yet. */
    public static final String LATE = "late";

    /** The field that holds the object whose method the body is. */
    public static final String RECEIVER = "receiver";

    /**
     * From so many points on bytes count and nothing else: at 50 to 80 for a point, the body is larger than what HotSpot compiles
     * (HugeMethodLimit, 8,000 bytes), or nearly. In one of that size its compiler makes the awaitables in any case.
     */
    private static final int MANY_POINTS = 100;

    /**
     * Plans a function.
     *
     * @param analysis what is known of it
     * @param className the internal name for its class
     * @param keepDeadLocals whether to keep locals that will not be read again
     * @param fused the calls that enter bodies of the same class
     * @return the plan
     */
    public static FunctionPlan of(
            FunctionAnalysis analysis, String className, boolean keepDeadLocals, FusedCalls fused) {
        MethodNode method = analysis.function().method();
        Optional<MethodInsnNode> fusedCall = fused.of(method);
        boolean entered = fusedCall.isPresent();
        Optional<Primitive> primitive = fused.primitive(method);
        SpillFields fields = new SpillFields();
        List<SpillField> arguments = new ArrayList<>();
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            arguments.add(fields.take(argument.getDescriptor()));
        }
        boolean keepsReceiver = !isStatic(method) && keepsReceiver(method);
        int firstLocal = keepsReceiver ? 1 : 0;
        List<PointPlan> points = new ArrayList<>();
        SaveMethods saveMethods = new SaveMethods(
                className,
                entered,
                entered && !isStatic(method) ? Optional.of(analysis.owner()) : Optional.empty(),
                primitive);
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
            points.add(new PointPlan(
                    points.size() + 1, point, operands, locals, saveMethods.take(operands, locals), fused.at(point)));
        }
        return new FunctionPlan(
                analysis,
                className,
                bodyName(method),
                BodyLayout.of(method, className, primitive),
                List.copyOf(arguments),
                fields.all(),
                List.copyOf(points),
                saveMethods.all(),
                keepsReceiver,
                keepDeadLocals,
                fused.returns(analysis),
                fusedCall,
                primitive,
                analysis.returns().stream().anyMatch(it -> it.ending() == null));
    }

    /** The name of the body of a function. */
    static String bodyName(MethodNode function) {
        return function.name + "$async";
    }

    /** Whether a function never puts anything else into local 0 than the receiver it got, if it got one. */
    static boolean keepsReceiver(MethodNode function) {
        return isStatic(function) || !overwritesFirstLocal(function);
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
     * Tells whether the body calls any, and so may nest.
     *
     * @return true if it has a suspension point or enters another body when it returns
     */
    public boolean calls() {
        return !points.isEmpty() || !tailCalls.isEmpty();
    }

    /**
     * Tells whether calls enter the body without a frame.
     *
     * @return true if they do
     */
    public boolean entered() {
        return fusedCall.isPresent();
    }

    /**
     * Tells how a point is resumed: by taking the outcome from the machine, or by making the await again, with
     * {@code Machine.RESUMED} for the awaitable.
     *
     * @param point the point
     * @return true if nothing stands for an awaitable
     */
    public boolean isResumedBare(PointPlan point) {
        return point.point().intrinsic().isLeaf() || point.fused().isPresent() || points.size() < MANY_POINTS;
    }

    /**
     * Tells whether the body is that of a generator which neither delegates nor ends in another one: all it does with its
     * chain is to yield, so it can be run without a machine.
     *
     * @return true if it is
     */
    public boolean runsAlone() {
        return analysis.function().kind() == FunctionKind.GENERATOR
                && !returnsOthers
                && points.stream().allMatch(it -> it.point().intrinsic().isLeaf());
    }

    /**
     * Returns the descriptor of {@link #ENTER}: the receiver if there is one, the arguments, the machine, the entry.
     *
     * @return the descriptor
     */
    public String enterDescriptor() {
        return enterDescriptor(analysis.function().method(), analysis.owner());
    }

    static String enterDescriptor(MethodNode function, String owner) {
        String receiver = isStatic(function) ? "" : "L" + owner + ";";
        return "(" + receiver + function.desc.substring(1, function.desc.indexOf(')')) + "L" + AbiNames.MACHINE + ";I)"
                + AbiNames.OBJECT_DESCRIPTOR;
    }

    /**
     * Returns the descriptor of {@link #LATE}: the frame or null, and the receiver if there is one.
     *
     * @return the descriptor
     */
    public String lateDescriptor() {
        String frame = "L" + className + ";";
        return "(" + frame + (isStatic() ? "" : "L" + analysis.owner() + ";") + ")" + frame;
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
