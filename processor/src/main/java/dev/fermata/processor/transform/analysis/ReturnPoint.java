package dev.fermata.processor.transform.analysis;

import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A return instruction.
 *
 * @param insn the instruction
 * @param leavesRange whether it lies in a protected range, which what it returns must not be run in, and can be moved out of
 *     it since it finds nothing else on the operand stack
 * @param line its line, or 0
 */
public record ReturnPoint(AbstractInsnNode insn, boolean leavesRange, int line) {}
