/**
 * Rewrites the class files of one nest, for every door alike: {@link dev.fermata.processor.weave.Rewriting} computes what
 * is to be written and said, {@link dev.fermata.processor.weave.Disk} writes it.
 *
 * <p>May touch: {@code transform}, {@code classfile}, {@code diagnostic}, and files through {@code Disk} alone. Must not touch:
 * compilers, class loaders, and the doors ({@code javac}, {@code command}, {@code agent}) that stand above it.
 */
@NullMarked
package dev.fermata.processor.weave;

import org.jspecify.annotations.NullMarked;
