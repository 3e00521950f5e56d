/**
 * The guard: a plugin that javac starts by itself where the runtime is on the path that it searches for processors, and that fails the compile
 * if coroutine functions are compiled and the processor does not run.
 *
 * <p>May touch: {@code com.sun.source} and {@code javax.lang.model}, which are here at compile time of users only. Must not
 * touch: any other package of the runtime, and nothing of the runtime may touch it. Thread rule: javac's one thread of a
 * compile. Not exported: javac finds {@link dev.fermata.guard.Guard} as a service.
 */
@NullMarked
package dev.fermata.guard;

import org.jspecify.annotations.NullMarked;
