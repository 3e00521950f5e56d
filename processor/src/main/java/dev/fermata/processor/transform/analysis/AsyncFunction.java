package dev.fermata.processor.transform.analysis;

import org.objectweb.asm.tree.MethodNode;

/**
 * A method that is to be rewritten.
 *
 * @param method the method
 * @param kind what it is
 */
public record AsyncFunction(MethodNode method, FunctionKind kind) {}
