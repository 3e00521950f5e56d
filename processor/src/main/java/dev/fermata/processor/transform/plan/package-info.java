/**
 * Decides what is emitted, before anything is: names, fields of the generated class, what each suspension point spills and
 * where to, the slots of the body. Immutable records.
 *
 * <p>May touch: {@code analysis}. Must not touch: {@code emit} and what lies above it, javac, I/O.
 */
@NullMarked
package dev.fermata.processor.transform.plan;

import org.jspecify.annotations.NullMarked;
