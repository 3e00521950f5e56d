package dev.fermata.processor.transform.plan;

import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call that stands right before the await of what it returns, or before the return of that, and enters the callee's body instead: no coroutine is made,
 * and a frame only if the body suspends.
 *
 * @param call the call, as the compiler wrote it
 * @param entering the call that takes its place: of the callee's body, or of the method of its generated class that calls it
 * @param passesFrame whether that has a parameter for the frame, which is null
 */
public record FusedCall(MethodInsnNode call, MethodInsnNode entering, boolean passesFrame) {}
