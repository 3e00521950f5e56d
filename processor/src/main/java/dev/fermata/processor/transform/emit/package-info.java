/**
 * Writes what was planned: the body, the stub, the generated class, the host.
 *
 * <p>The steps that make a body of a function each change one thing and run in the order that {@code BodyEmitter} lists.
 *
 * <p>May touch: {@code plan} and {@code analysis}; it changes the instructions of the method nodes that they were made from.
 * Must not touch: javac, I/O.
 */
@NullMarked
package dev.fermata.processor.transform.emit;

import org.jspecify.annotations.NullMarked;
