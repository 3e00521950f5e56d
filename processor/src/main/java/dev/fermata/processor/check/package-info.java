/**
 * The checks of the source. One scan of the attributed trees of a top-level class gives a model of it: its contexts (see
 * {@link dev.fermata.processor.check.Context}) and what is remarkable in them. Each check is a small function over that model,
 * and so are the facts that the transform needs.
 *
 * <p>May touch: {@code com.sun.source}, {@code javax.lang.model}, {@code diagnostic}. Must not touch: {@code
 * javax.annotation.processing}, files, {@code transform}. Thread rule: javac's one thread. Main types:
 * {@link dev.fermata.processor.check.Checks}, {@link dev.fermata.processor.check.AsyncFacts}.
 */
@NullMarked
package dev.fermata.processor.check;

import org.jspecify.annotations.NullMarked;
