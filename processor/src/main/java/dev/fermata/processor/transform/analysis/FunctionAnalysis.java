package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What is known of one function before anything is changed.
 *
 * @param owner the internal name of its class
 * @param function the function
 * @param firstLine the first line of its code, or 0
 * @param points its suspension points, in the order of the bytecode
 * @param displaced the {@code new} instructions whose objects are under construction at a suspension
 * @param constructions the constructor calls of those objects
 * @param returns its return instructions
 * @param liveness which locals are live where
 */
public record FunctionAnalysis(
        String owner,
        AsyncFunction function,
        int firstLine,
        List<SuspensionPoint> points,
        Set<AbstractInsnNode> displaced,
        List<Construction> constructions,
        List<ReturnPoint> returns,
        Liveness liveness) {
    /**
     * Analyses a function.
     *
     * @param owner the internal name of its class
     * @param function the function
     * @param isSubclass tells whether the first class, given by its internal name, is a subclass of the second
     * @return what is known of it
     * @throws CannotRewrite if it cannot be rewritten
     */
    public static FunctionAnalysis of(String owner, AsyncFunction function, BiPredicate<String, String> isSubclass)
            throws CannotRewrite {
        MethodNode method = function.method();
        requireRewritable(function);
        ControlFlow flow = new ControlFlow(method);
        Liveness liveness = Liveness.of(method, flow);
        Liveness values = liveness.ofValues(method, flow);
        ImplicitAwaits implicit = ImplicitAwaits.of(owner, function, isSubclass);
        Map<AbstractInsnNode, Frame<TypedValue>> frames = TypeFlow.before(
                owner, method, it -> isOfInterest(it) || implicit.at(it).isPresent());
        HeldMonitors monitors = new HeldMonitors(method.instructions, flow);

        List<SuspensionPoint> points = new ArrayList<>();
        Set<AbstractInsnNode> displaced = new HashSet<>();
        List<ReturnPoint> returns = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            Frame<TypedValue> frame = frames.get(insn);
            if (frame == null) {
                continue;
            }
            Intrinsic intrinsic =
                    Intrinsic.calledBy(insn).or(() -> implicit.at(insn)).orElse(null);
            if (intrinsic != null) {
                if (!intrinsic.legalIn(function.kind())) {
                    throw new CannotRewrite(Lines.of(insn), "is no place for " + intrinsic.text());
                }
                if (monitors.anyBefore(insn)) {
                    throw new CannotRewrite(Lines.of(insn), "holds a monitor across " + intrinsic.text());
                }
                points.add(point(
                        (MethodInsnNode) insn,
                        intrinsic,
                        frame,
                        liveness.before(insn),
                        values.before(insn),
                        implicit.stepAt(insn)));
                displaced.addAll(underConstruction(frame));
            } else if (insn.getOpcode() == Opcodes.ARETURN) {
                boolean plain =
                        frame.getStackSize() == 1 && flow.handlers(method.instructions.indexOf(insn)).length > 0;
                returns.add(ReturnPoint.of(insn, function.kind(), plain, method.instructions, flow));
            }
        }
        return new FunctionAnalysis(
                owner,
                function,
                Lines.first(method),
                List.copyOf(points),
                Set.copyOf(displaced),
                constructions(method.instructions, frames, displaced),
                List.copyOf(returns),
                liveness);
    }

    private static void requireRewritable(AsyncFunction function) throws CannotRewrite {
        MethodNode method = function.method();
        int line = Lines.first(method);
        if (function.shared()) {
            throw new CannotRewrite(
                    line, "is the body of an equal plain lambda, too, merged by javac; compile with -g");
        }
        if (method.name.startsWith("<")) {
            throw new CannotRewrite(line, "is a constructor or initializer, which cannot suspend");
        }
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            throw new CannotRewrite(line, "is synchronized: its monitor would be held across suspensions");
        }
        String returned = Type.getReturnType(method.desc).getInternalName();
        if (!returned.equals(function.kind().returned())) {
            throw new CannotRewrite(
                    line,
                    "returns " + Type.getReturnType(method.desc).getClassName() + " and not "
                            + Type.getObjectType(function.kind().returned()).getClassName());
        }
    }

    private static boolean isOfInterest(AbstractInsnNode insn) {
        return Intrinsic.calledBy(insn).isPresent()
                || insn.getOpcode() == Opcodes.ARETURN
                || (insn instanceof MethodInsnNode call && call.name.equals("<init>"));
    }

    private static SuspensionPoint point(
            MethodInsnNode call,
            Intrinsic intrinsic,
            Frame<TypedValue> frame,
            BitSet live,
            BitSet read,
            Optional<IterationStep> step) {
        List<TypedValue> operands = TypeFlow.operands(frame);
        int taken = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
        return new SuspensionPoint(
                call,
                intrinsic,
                Lines.of(call),
                locals(frame),
                operands.subList(0, operands.size() - taken),
                live,
                read,
                step);
    }

    private static List<TypedValue> locals(Frame<TypedValue> frame) {
        return IntStream.range(0, frame.getLocals()).mapToObj(frame::getLocal).toList();
    }

    private static Set<AbstractInsnNode> underConstruction(Frame<TypedValue> frame) {
        Set<AbstractInsnNode> sites = new HashSet<>();
        for (TypedValue value : TypeFlow.operands(frame)) {
            if (value.site() != null) {
                sites.add(value.site());
            }
        }
        for (TypedValue value : locals(frame)) {
            if (value.site() != null) {
                sites.add(value.site());
            }
        }
        return sites;
    }

    private static List<Construction> constructions(
            InsnList instructions, Map<AbstractInsnNode, Frame<TypedValue>> frames, Set<AbstractInsnNode> displaced) {
        List<Construction> constructions = new ArrayList<>();
        for (AbstractInsnNode insn : instructions) {
            Frame<TypedValue> frame = frames.get(insn);
            if (frame != null && insn instanceof MethodInsnNode call && call.name.equals("<init>")) {
                AbstractInsnNode site = TypeFlow.receiver(call, frame).site();
                if (site != null && displaced.contains(site)) {
                    constructions.add(new Construction(site, call, locals(frame), TypeFlow.operands(frame)));
                }
            }
        }
        return constructions;
    }
}
