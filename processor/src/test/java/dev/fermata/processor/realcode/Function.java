package dev.fermata.processor.realcode;

import org.objectweb.asm.tree.MethodNode;

/**
 * A method that has a suspending copy beside it.
 *
 * @param original the method, which stays
 * @param copy the name of the copy, which no other method of the class has
 * @param points how many suspension points the copy has
 */
record Function(MethodNode original, String copy, int points) {}
