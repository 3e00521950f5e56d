package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import dev.fermata.processor.transform.analysis.TypedValue;
import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.PointPlan;
import dev.fermata.processor.transform.plan.Spill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the stack map frames of a body. Each has the receiver, unless its local gets other values, the locals that are live, and behind them the frame, the
 * machine and the entry. A local that is dead where control joins is left out, since it is not restored after a suspension; unless all are
 * kept, and so restored.
 */
final class Frames {
    private final FunctionPlan plan;

    Frames(FunctionPlan plan) {
        this.plan = plan;
    }

    /** Nothing but what every place of the body has, and these operands. */
    FrameNode bare(Object... operands) {
        return frame(empty(), List.of(operands));
    }

    /** At the start of a body, with all that was passed. */
    FrameNode passed() {
        BitSet all = new BitSet();
        all.set(0, plan.layout().frameSlot());
        return entry(all);
    }

    /** At the start of the function's own code. */
    FrameNode entry(BitSet live) {
        MethodNode method = plan.analysis().function().method();
        Object[] slots = empty();
        if (!plan.isStatic() && isKept(0, live)) {
            slots[0] = plan.analysis().owner();
        }
        int slot = plan.isStatic() ? 0 : 1;
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            if (isKept(slot, live)) {
                slots[slot] = item(TypedValue.of(argument));
            }
            slot += argument.getSize();
        }
        return frame(slots, List.of());
    }

    /** At a suspension point, with these above its operands. */
    FrameNode at(PointPlan point, Object... above) {
        Object[] slots = empty();
        for (Spill local : point.locals()) {
            slots[local.position()] = item(local.value());
        }
        List<Object> operands = new ArrayList<>();
        point.operands().forEach(it -> operands.add(item(it.value())));
        operands.addAll(List.of(above));
        return frame(slots, operands);
    }

    /** A frame of the compiler, of which only live locals are kept. */
    FrameNode pruned(FrameNode node, BitSet live, Set<AbstractInsnNode> displaced) {
        Object[] slots = empty();
        int slot = 0;
        for (Object item : node.local) {
            boolean receiver = slot == 0 && plan.keepsReceiver();
            if (receiver || isKept(slot, live)) {
                slots[slot] = placed(item, displaced);
            }
            slot += item.equals(Opcodes.LONG) || item.equals(Opcodes.DOUBLE) ? 2 : 1;
        }
        return frame(slots, node.stack.stream().map(it -> placed(it, displaced)).toList());
    }

    private boolean isKept(int slot, BitSet live) {
        return plan.keepDeadLocals() || live.get(slot);
    }

    /** A null stands for an object under construction that is made later. */
    private static Object placed(Object item, Set<AbstractInsnNode> displaced) {
        if (item instanceof LabelNode label) {
            AbstractInsnNode site = label;
            while (site.getOpcode() < 0) {
                site = site.getNext();
            }
            return displaced.contains(site) ? Opcodes.NULL : item;
        }
        return item;
    }

    private Object[] empty() {
        Object[] slots = new Object[plan.layout().frameSlot()];
        Arrays.fill(slots, Opcodes.TOP);
        if (plan.keepsReceiver()) {
            slots[0] = plan.analysis().owner();
        }
        return slots;
    }

    private FrameNode frame(Object[] slots, List<?> operands) {
        List<Object> locals = new ArrayList<>();
        for (int slot = 0; slot < slots.length; slot++) {
            locals.add(slots[slot]);
            if (slots[slot].equals(Opcodes.LONG) || slots[slot].equals(Opcodes.DOUBLE)) {
                slot++;
            }
        }
        locals.add(plan.className());
        locals.add(AbiNames.MACHINE);
        locals.add(Opcodes.INTEGER);
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), operands.size(), operands.toArray());
    }

    private static Object item(TypedValue value) {
        return switch (value.kind()) {
            case TOP -> Opcodes.TOP;
            case INT -> Opcodes.INTEGER;
            case FLOAT -> Opcodes.FLOAT;
            case LONG -> Opcodes.LONG;
            case DOUBLE -> Opcodes.DOUBLE;
            case NULL, UNINITIALIZED -> Opcodes.NULL;
            case REFERENCE -> value.requireType().getInternalName();
        };
    }
}
