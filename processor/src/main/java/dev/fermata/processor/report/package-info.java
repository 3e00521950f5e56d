/**
 * The report on a module: every coroutine and generator function with its state machine, its frame and its findings, as a page to
 * look at or as data. What the source says comes from {@code check}, what became of it from {@code transform}; here the two
 * are joined and written down. Nothing is derived again.
 *
 * <p>May touch: {@code diagnostic}, the records that {@code check} and {@code transform} hand out. Must not touch: compilers,
 * ASM, files, clocks: the same input gives the same text. Main types: {@link dev.fermata.processor.report.Report},
 * {@link dev.fermata.processor.report.ReportFormat}.
 */
@NullMarked
package dev.fermata.processor.report;

import org.jspecify.annotations.NullMarked;
