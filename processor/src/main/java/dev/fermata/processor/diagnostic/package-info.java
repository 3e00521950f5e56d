/**
 * What a diagnostic is: its id, its severity, its two lines of text, and the options and annotations that change or silence it.
 *
 * <p>May touch: {@code java.base}. Must not touch: javac, {@code javax.lang.model}, any other room. Thread rule: everything is
 * immutable. Main types: {@link dev.fermata.processor.diagnostic.DiagnosticId},
 * {@link dev.fermata.processor.diagnostic.CheckOptions}.
 */
@NullMarked
package dev.fermata.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
