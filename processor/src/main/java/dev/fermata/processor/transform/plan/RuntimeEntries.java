package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private static final String ENTRIES = AbiNames.SYNC + "Entries";

    /** By what a call of the function looks like. */
    private static final Map<String, Entry> ENTRIES_OF = Map.of(
            QUEUE + ".get()", new Entry(ENTRIES, "get", QUEUE),
            QUEUE + ".put(Ljava/lang/Object;)", new Entry(ENTRIES, "put", QUEUE),
            LOCK + ".acquire()", new Entry(ENTRIES, "acquire", LOCK),
            SEMAPHORE + ".acquire()", new Entry(ENTRIES, "acquire", SEMAPHORE),
            BOUNDED_SEMAPHORE + ".acquire()", new Entry(ENTRIES, "acquire", SEMAPHORE),
            EVENT + ".waitFor()", new Entry(ENTRIES, "waitFor", EVENT),
            AbiNames.ASYNCIO + ".sleep(Ljava/time/Duration;)", new Entry(AbiNames.SLEEP, "enter", null));

    private RuntimeEntries() {}

    /** The call that an await of what {@code call} returns makes in its place. */
    static Optional<FusedCall> of(MethodInsnNode call) {
        String parameters = call.desc.substring(1, call.desc.indexOf(')'));
        Entry entry = ENTRIES_OF.get(call.owner + "." + call.name + "(" + parameters + ")");
        if (entry == null || call.getOpcode() != entry.opcode()) {
            return Optional.empty();
        }
        String receiver = entry.receiver() == null ? "" : "L" + entry.receiver() + ";";
        String descriptor = "(" + receiver + parameters + "L" + AbiNames.MACHINE + ";)" + AbiNames.OBJECT_DESCRIPTOR;
        MethodInsnNode entering = new MethodInsnNode(Opcodes.INVOKESTATIC, entry.owner(), entry.name(), descriptor);
        return Optional.of(new FusedCall(call, entering, FusedCall.Passes.MACHINE, Optional.empty()));
    }

    /**
     * An entry.
     *
     * @param owner the class that has it
     * @param name its name
     * @param receiver the class that has the function, which the entry takes; null of a static function
     */
    private record Entry(
            String owner, String name, @Nullable String receiver) {
        int opcode() {
            return receiver == null ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
        }
    }
}
