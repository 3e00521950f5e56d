/**
 * The door for code that no build touches: a {@code -javaagent} that rewrites classes as they are loaded.
 *
 * <p>May touch: {@code java.lang.instrument}, class loaders and their resources, and {@code classfile}, {@code transform}. Must not
 * touch: compilers, the other doors. Thread rule: all threads of the program come through here, some while they hold the locks of
 * class loading; so nothing is shared but the one door that opens {@code ClassLoader.defineClass}, and no lock is taken. Why it is
 * built so: docs/adr/0005. Main types: {@link dev.fermata.processor.agent.Agent},
 * {@link dev.fermata.processor.agent.LoadTimeTransformer}.
 */
@NullMarked
package dev.fermata.processor.agent;

import org.jspecify.annotations.NullMarked;
