package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The runtime's functions that have an entry: a static method that does what the function's coroutine does, and takes receiver,
 * arguments and machine. An await of such a call enters that, see ADR 6.
 *
 * <p>None of the functions can be overridden, and the entries are part of the ABI: whatever runs the generated code has them.
 */
final class RuntimeEntries {
    private static final String QUEUE = AbiNames.SYNC + "AsyncQueue";
    private static final String LOCK = AbiNames.SYNC + "AsyncLock";
    private static final String SEMAPHORE = AbiNames.SYNC + "AsyncSemaphore";
    private static final String BOUNDED_SEMAPHORE = AbiNames.SYNC + "BoundedAsyncSemaphore";
    private static final String EVENT = AbiNames.SYNC + "AsyncEvent";

    /** The class that has the function, which its entry takes, by what a call of it looks like. */
    private static final Map<String, String> RECEIVERS = Map.of(
            QUEUE + ".get()", QUEUE,
            QUEUE + ".put(Ljava/lang/Object;)", QUEUE,
            LOCK + ".acquire()", LOCK,
            SEMAPHORE + ".acquire()", SEMAPHORE,
            BOUNDED_SEMAPHORE + ".acquire()", SEMAPHORE,
            EVENT + ".waitFor()", EVENT);

    private RuntimeEntries() {}

    /** The call that an await of what {@code call} returns makes in its place. */
    static Optional<FusedCall> of(MethodInsnNode call) {
        String parameters = call.desc.substring(0, call.desc.indexOf(')') + 1);
        String receiver = RECEIVERS.get(call.owner + "." + call.name + parameters);
        if (receiver == null || call.getOpcode() != Opcodes.INVOKEVIRTUAL) {
            return Optional.empty();
        }
        String descriptor = "(L" + receiver + ";" + parameters.substring(1, parameters.length() - 1) + "L"
                + AbiNames.MACHINE + ";)" + AbiNames.OBJECT_DESCRIPTOR;
        MethodInsnNode entering =
                new MethodInsnNode(Opcodes.INVOKESTATIC, AbiNames.SYNC + "Entries", call.name, descriptor);
        return Optional.of(new FusedCall(call, entering, FusedCall.Passes.MACHINE));
    }
}
