package dev.fermata.processor.transform.plan;

import java.util.Optional;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call that stands right before the await of what it returns, or before the return of that, and enters the callee's body instead: no coroutine is made,
 * and a frame only if the body suspends.
 *
 * @param call the call, as the compiler wrote it
 * @param entering the call that takes its place: of the callee's body, of the method of its generated class that calls it, or
 *     of an entry of the runtime
 * @param passes what that is given besides the arguments
 * @param primitive what a body hands over, if that is a primitive
 */
public record FusedCall(MethodInsnNode call, MethodInsnNode entering, Passes passes, Optional<Primitive> primitive) {
    /** The last parameters of what is entered. */
    public enum Passes {
        /** A null for the frame, the machine, the depth: a body. */
        FRAME_MACHINE_DEPTH,
        /** The machine and the depth: the method of a generator's class. */
        MACHINE_DEPTH,
        /** The machine: an entry of the runtime, which enters nothing further. */
        MACHINE
    }
}
