/**
 * Reads class files that are not being rewritten: what they say of themselves, of their place in the hierarchy, and of what was
 * rewritten before. Bytes in, records out; no class is ever loaded.
 *
 * <p>May touch: ASM, the entry of {@code transform} and {@code analysis}. Must not touch: files, class loaders, compilers. Where
 * bytes come from is told by a {@link dev.fermata.processor.classfile.ClassSource}.
 */
@NullMarked
package dev.fermata.processor.classfile;

import org.jspecify.annotations.NullMarked;
