/**
 * Reads one method: its suspension points, the types of locals and operands there, what is live, which objects are under
 * construction, which monitors are held. ASM trees in, immutable results out.
 *
 * <p>May touch: ASM's tree and analysis. Must not touch: {@code plan} and what lies above it, javac, I/O. It changes no
 * instruction.
 */
@NullMarked
package dev.fermata.processor.transform.analysis;

import org.jspecify.annotations.NullMarked;
