package dev.fermata.processor.transform.analysis;

import org.objectweb.asm.tree.MethodNode;

/**
 * A method that is to be rewritten.
 *
 * @param method the method
 * @param kind what it is
 * @param shared whether it is the body of a plain lambda as well: javac merges equal bodies when it writes no debug information
 */
public record AsyncFunction(MethodNode method, FunctionKind kind, boolean shared) {}
