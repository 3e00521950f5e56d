package dev.fermata.processor.transform;

import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.StateGraph;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import dev.fermata.processor.transform.analysis.Variables;
import dev.fermata.processor.transform.analysis.Variables.Variable;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.PointPlan;
import dev.fermata.processor.transform.plan.Spill;
import dev.fermata.processor.transform.plan.SpillField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Draws the outline of a function from its plan. It must be asked before the function is emitted, which changes its code. */
final class Outlines {
    private static final String CAPTURED = "val$";

    private final ClassNode host;
    private final FunctionPlan plan;
    private final MethodNode method;
    private final Variables variables;

    private Outlines(ClassNode host, FunctionPlan plan) {
        this.host = host;
        this.plan = plan;
        this.method = plan.analysis().function().method();
        this.variables = Variables.of(method);
    }

    static FunctionOutline of(ClassNode host, FunctionPlan plan) {
        return new Outlines(host, plan).outline();
    }

    private FunctionOutline outline() {
        FunctionAnalysis analysis = plan.analysis();
        List<FunctionOutline.Field> fields = new ArrayList<>();
        List<String> descriptors = new ArrayList<>();
        if (!plan.isStatic()) {
            descriptors.add("L" + host.name + ";");
            fields.add(new FunctionOutline.Field(FunctionPlan.RECEIVER, typeName(descriptors.get(0))));
        }
        for (SpillField field : plan.fields()) {
            descriptors.add(field.descriptor());
            fields.add(new FunctionOutline.Field(field.name(), typeName(field.descriptor())));
        }
        TreeSet<Integer> lines = new TreeSet<>();
        method.instructions.forEach(insn -> {
            if (insn instanceof LineNumberNode line) {
                lines.add(line.line);
            }
        });
        return new FunctionOutline(
                host.name,
                method.name,
                method.desc,
                Stream.of(Type.getArgumentTypes(method.desc))
                        .map(Type::getClassName)
                        .toList(),
                analysis.function().kind(),
                plan.isStatic(),
                Objects.requireNonNullElse(host.sourceFile, ""),
                List.copyOf(lines),
                lambdas(),
                plan.className(),
                fields,
                FrameSize.of(analysis.function().kind(), descriptors),
                plan.points().stream().map(this::point).toList(),
                StateGraph.of(analysis));
    }

    private List<String> lambdas() {
        List<String> names = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof InvokeDynamicInsnNode dynamic) {
                for (Object argument : dynamic.bsmArgs) {
                    if (argument instanceof Handle body && body.getOwner().equals(host.name)) {
                        names.add(body.getName());
                    }
                }
            }
        }
        return names;
    }

    private FunctionOutline.Point point(PointPlan plan) {
        SuspensionPoint point = plan.point();
        List<FunctionOutline.Spilled> spilled = new ArrayList<>();
        plan.operands().forEach(it -> spilled(it, Optional.empty()).ifPresent(spilled::add));
        plan.locals()
                .forEach(it ->
                        spilled(it, variables.at(it.position(), point.call())).ifPresent(spilled::add));
        return new FunctionOutline.Point(plan.state(), point.intrinsic(), point.line(), operand(point), spilled);
    }

    private static Optional<FunctionOutline.Spilled> spilled(Spill spill, Optional<Variable> variable) {
        return spill.field()
                .map(field -> new FunctionOutline.Spilled(
                        variable.map(Variable::name),
                        typeName(variable.map(Variable::descriptor).orElse(field.descriptor())),
                        field.name()));
    }

    private static String typeName(String descriptor) {
        return Type.getType(descriptor).getClassName();
    }

    private Optional<String> operand(SuspensionPoint point) {
        AbstractInsnNode insn = before(point.call());
        if (point.intrinsic() == Intrinsic.AWAIT_THROWING) {
            insn = insn == null ? null : before(insn); // the class of the exception, which is a constant
        }
        while (insn != null && insn.getOpcode() == Opcodes.CHECKCAST) {
            insn = before(insn);
        }
        if (insn instanceof MethodInsnNode call) {
            return producer(call);
        } else if (insn instanceof FieldInsnNode field) {
            // javac's name for a variable that a local or anonymous class has captured
            return Optional.of(field.name.startsWith(CAPTURED) ? field.name.substring(CAPTURED.length()) : field.name);
        } else if (insn instanceof VarInsnNode load) {
            return variables.at(load.var, load).map(Variable::name).filter(name -> !name.equals("this"));
        }
        return Optional.empty();
    }

    private static Optional<String> producer(MethodInsnNode call) {
        if (call.name.equals("<init>")) {
            String name = call.owner.substring(call.owner.lastIndexOf('/') + 1);
            return Optional.of("new " + name.substring(name.lastIndexOf('$') + 1) + "()");
        }
        boolean boxing = call.name.equals("valueOf")
                && call.owner.startsWith("java/lang/")
                && Type.getArgumentTypes(call.desc)[0].getSort() < Type.ARRAY;
        return boxing ? Optional.empty() : Optional.of(call.name + "()");
    }

    private static @Nullable AbstractInsnNode before(AbstractInsnNode insn) {
        AbstractInsnNode node = insn.getPrevious();
        while (node != null && node.getOpcode() < 0) {
            node = node.getPrevious();
        }
        return node;
    }
}
