/**
 * The command line of the jar: {@code weave} rewrites folders of class files that another compiler than javac wrote, {@code verify}
 * looks whether anything was left. Parses arguments, walks folders and jars, prints; what is rewritten is decided in {@code
 * transform}.
 *
 * <p>May touch: files, the streams of the process, and {@code weave}, {@code classfile}, {@code transform}. Must not touch: compilers, class
 * loaders, the other doors. One thread; nothing static but constants. Main type: {@link dev.fermata.processor.command.Main}.
 */
@NullMarked
package dev.fermata.processor.command;

import org.jspecify.annotations.NullMarked;
