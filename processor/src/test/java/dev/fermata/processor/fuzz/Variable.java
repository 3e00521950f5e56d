package dev.fermata.processor.fuzz;

/**
 * A local variable or parameter.
 *
 * @param fixed whether it is never assigned again, so that lambdas may capture it
 */
record Variable(String name, Type type, boolean fixed) {}
