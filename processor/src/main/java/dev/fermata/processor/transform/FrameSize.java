package dev.fermata.processor.transform;

import dev.fermata.processor.transform.analysis.FunctionKind;
import java.util.List;

/**
 * The size of a frame as HotSpot lays objects out by default on 64 bits: a header of 12 bytes, references of 4, each field as
 * large as its type, all of it rounded up to 8. An estimate: a heap of 32 GB or more has larger references, compact headers (JEP
 * 450) are smaller, and padding within is not counted, which HotSpot mostly fills.
 */
final class FrameSize {
    private static final int HEADER = 12;
    private static final int ALIGNMENT = 8;
    private static final int REFERENCE = 4;

    /** The state, and who awaits. */
    private static final int FRAME = 4 + REFERENCE;

    private FrameSize() {}

    static int of(FunctionKind kind, List<String> descriptors) {
        int bytes = HEADER + inherited(kind);
        for (String descriptor : descriptors) {
            bytes += bytes(descriptor);
        }
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The fields of the runtime's class that the generated one extends. The runtime is not linked to; a test counts them. */
    static int inherited(FunctionKind kind) {
        return switch (kind) {
            case COROUTINE, FUTURE, STAGE -> FRAME;
            case GENERATOR -> FRAME + 2 * REFERENCE;
            case ASYNC_GENERATOR -> FRAME + 2 * REFERENCE + 3;
        };
    }

    private static int bytes(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'Z', 'B' -> 1;
            case 'C', 'S' -> 2;
            case 'J', 'D' -> 8;
            case 'I', 'F' -> 4;
            default -> REFERENCE;
        };
    }
}
