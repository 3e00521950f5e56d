package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.PointPlan;
import dev.fermata.processor.transform.plan.Spill;
import dev.fermata.processor.transform.plan.SpillField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The part of a body that takes values back from the frame, in front of the function's own code and so outside its
 * protected ranges and before its first line number: no breakpoint is there.
 *
 * <pre>
 *   tableswitch state: 1 -&gt; resume1, ..; otherwise throw
 * resume1:                                     // one for all points with the same values in the same places
 *   restore locals and operands
 *   Machine.RESUMED                            // of an await in a body of many, see FunctionPlan
 *   entry = machine.entry()                    // unless it runs alone, and awaits nothing
 *   switch state: 1 -&gt; again1, 3 -&gt; again3      // or goto, if there is only one such point
 * resume2: ..
 * </pre>
 *
 * A restoring block for each point would be simpler, and some ten bytes a value longer; a method has 64 KB.
 */
final class Resumptions {
    private final FunctionPlan plan;
    private final Frames frames;
    private final Spilling spilling;
    private final List<LabelNode> entries;
    private final Map<Shape, List<PointPlan>> groups = new LinkedHashMap<>();

    /** What points have in common that are resumed by the same code. */
    private record Shape(boolean bare, List<Spill> operands, List<Spill> locals) {
        static Shape of(FunctionPlan plan, PointPlan point) {
            return new Shape(plan.isResumedBare(point), point.operands(), point.locals());
        }

        /** As the record would have it, see {@link SpillField#equals}. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shape shape
                    && bare == shape.bare
                    && operands.equals(shape.operands)
                    && locals.equals(shape.locals);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Boolean.hashCode(bare) + operands.hashCode()) + locals.hashCode();
        }
    }

    /**
     * Groups the points.
     *
     * @param entries where they are entered again, by state, from 1
     */
    Resumptions(FunctionPlan plan, Frames frames, Spilling spilling, List<LabelNode> entries) {
        this.plan = plan;
        this.frames = frames;
        this.spilling = spilling;
        this.entries = entries;
        for (PointPlan point : plan.points()) {
            groups.computeIfAbsent(Shape.of(plan, point), it -> new ArrayList<>())
                    .add(point);
        }
    }

    /** Goes to {@code unknown} in a state that does not exist, and resumes in the others. */
    InsnList code(LabelNode unknown) {
        LabelNode[] targets = new LabelNode[plan.points().size()];
        InsnList blocks = new InsnList();
        for (List<PointPlan> group : groups.values()) {
            LabelNode resume = new LabelNode();
            group.forEach(it -> targets[it.state() - 1] = resume);
            blocks.add(resume);
            blocks.add(frames.bare());
            add(group, blocks);
        }
        InsnList code = new InsnList();
        code.add(state());
        code.add(new TableSwitchInsnNode(1, targets.length, unknown, targets));
        code.add(blocks);
        return code;
    }

    private void add(List<PointPlan> group, InsnList code) {
        PointPlan first = group.get(0);
        code.add(spilling.restore(first));
        if (!plan.isResumedBare(first)) {
            code.add(new FieldInsnNode(Opcodes.GETSTATIC, AbiNames.MACHINE, "RESUMED", "L" + AbiNames.FRAME + ";"));
        }
        if (group.size() > 1) {
            code.add(state());
        }
        if (!plan.runsAlone()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, plan.layout().machineSlot()));
            code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, AbiNames.MACHINE, "entry", "()I"));
            code.add(new VarInsnNode(Opcodes.ISTORE, plan.layout().entrySlot()));
        }
        if (group.size() > 1) {
            choose(group, code);
        } else {
            code.add(new JumpInsnNode(Opcodes.GOTO, entry(first)));
        }
    }

    /** The smaller of the two kinds of switches; the last of the group is where all other states, which cannot be, go. */
    private void choose(List<PointPlan> group, InsnList code) {
        int lowest = group.get(0).state();
        int highest = group.get(group.size() - 1).state();
        LabelNode last = entry(group.get(group.size() - 1));
        if (highest - lowest < 2 * group.size()) {
            LabelNode[] targets = new LabelNode[highest - lowest + 1];
            Arrays.fill(targets, last);
            group.forEach(it -> targets[it.state() - lowest] = entry(it));
            code.add(new TableSwitchInsnNode(lowest, highest, last, targets));
        } else {
            code.add(new LookupSwitchInsnNode(
                    last,
                    group.stream().mapToInt(PointPlan::state).toArray(),
                    group.stream().map(this::entry).toArray(LabelNode[]::new)));
        }
    }

    private LabelNode entry(PointPlan point) {
        return entries.get(point.state() - 1);
    }

    private VarInsnNode state() {
        return new VarInsnNode(Opcodes.ILOAD, plan.layout().entrySlot());
    }
}
