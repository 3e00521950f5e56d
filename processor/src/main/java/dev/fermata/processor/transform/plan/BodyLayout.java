package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * The local variables of a body, which has the parameters of its function and three more:
 *
 * <pre>
 *   0 ..          this, if it is an instance method
 *   ..            the function's parameters, in the slots that its code knows
 *   passedSlot    the frame, the machine, the state, as passed; free for the code's own variables after the prologue
 *   ..            the code's own variables
 *   frameSlot     the frame
 *   frameSlot+1   the machine
 *   frameSlot+2   the entry, see Machine.entry: the state, as passed; once the body runs, its depth
 *   frameSlot+3   temporaries of the emitter
 * </pre>
 *
 * A function whose parameters leave no room for three more (JVMS 4.3.3: 255 slots) gets a body without them, which takes
 * them from the frame.
 *
 * @param argumentsInFrame whether the body has to take its arguments from the frame
 * @param passedSlot the slot of the first of the three
 * @param frameSlot the slot where the frame is while the body runs
 * @param descriptor the descriptor of the body
 */
public record BodyLayout(boolean argumentsInFrame, int passedSlot, int frameSlot, String descriptor) {
    private static final int MOST_SLOTS = 255;
    private static final int PASSED = 3;

    static BodyLayout of(MethodNode method, String className, Optional<Primitive> primitive) {
        int receiver = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        int arguments = (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - 1 + receiver;
        boolean inFrame = arguments + PASSED > MOST_SLOTS;
        int passed = inFrame ? receiver : arguments;
        String parameters = inFrame ? "(" : method.desc.substring(0, method.desc.indexOf(')'));
        String descriptor = parameters + "L" + className + ";L" + AbiNames.MACHINE + ";I)"
                + primitive.map(it -> it.bits().getDescriptor()).orElse(AbiNames.OBJECT_DESCRIPTOR);
        boolean stays = !inFrame && method.maxLocals == arguments;
        int frame = stays ? passed : Math.max(method.maxLocals, passed + PASSED);
        return new BodyLayout(inFrame, passed, frame, descriptor);
    }

    /**
     * Returns the slot where the machine is while the body runs.
     *
     * @return the slot
     */
    public int machineSlot() {
        return frameSlot + 1;
    }

    /**
     * Returns the slot where the state is until the body has started or resumed, and then its depth, negated.
     *
     * @return the slot
     */
    public int entrySlot() {
        return frameSlot + 2;
    }

    /**
     * Returns the first slot that the emitter may use for temporaries.
     *
     * @return the slot
     */
    public int firstTemporary() {
        return frameSlot + PASSED;
    }
}
