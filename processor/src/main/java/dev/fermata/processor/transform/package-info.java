/**
 * The entry of the transform: a pure function from the bytes of one class file, and what must be known about other classes,
 * to an {@link dev.fermata.processor.transform.Outcome}.
 *
 * <p>May touch: {@code analysis}, {@code plan}, {@code emit} below it, and ASM. Must not touch: javac, files, clocks, logs, static state.
 */
@NullMarked
package dev.fermata.processor.transform;

import org.jspecify.annotations.NullMarked;
