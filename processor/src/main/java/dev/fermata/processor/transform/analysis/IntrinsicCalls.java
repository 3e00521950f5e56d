package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds all calls of intrinsics in a method, for those who look whether any was left. */
public final class IntrinsicCalls {
    private IntrinsicCalls() {}

    /**
     * A call.
     *
     * @param text what is called, as it is written in source
     * @param line its line, or 0 if the class file does not tell
     */
    public record Call(String text, int line) {}

    /**
     * Finds them.
     *
     * @param method a method whose calls name the declaring class, see {@link Intrinsic#nameDeclaringClass}
     * @return the calls, in the order of the bytecode
     */
    public static List<Call> in(MethodNode method) {
        List<Call> calls = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            Intrinsic.calledBy(insn).ifPresent(it -> calls.add(new Call(it.text(), Lines.of(insn))));
        }
        return calls;
    }
}
