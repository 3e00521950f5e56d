/**
 * The room where Fermata meets javac: two annotation processors, the listener that they hang into the compile, a plugin
 * that misses them where they do not run, and the class files that are read and written. Thin: what is checked is decided in {@code check}, what is rewritten in {@code transform}.
 *
 * <p>May touch: {@code javax.annotation.processing}, {@code com.sun.source}, {@code javax.tools}, files, the clock, and all
 * other rooms. Must not touch: {@code com.sun.tools} and any other inside of a compiler. Thread rule: all of it runs on javac's
 * one thread of a compile; several compiles may run in one virtual machine, so nothing is static but constants. Main types:
 * {@link dev.fermata.processor.javac.FermataProcessor}, {@link dev.fermata.processor.javac.Compilation},
 * {@link dev.fermata.processor.javac.GroupWriter}, {@link dev.fermata.processor.javac.OutputFolder}.
 */
@NullMarked
package dev.fermata.processor.javac;

import org.jspecify.annotations.NullMarked;
