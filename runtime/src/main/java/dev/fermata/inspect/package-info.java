/**
 * Reflection over the language: what is a coroutine function, what is a coroutine, and how far has it come. Python's
 * {@code inspect}.
 *
 * <p>May touch: every other room. Must not touch: nothing is out of bounds, but no other room may depend on this one. Thread
 * rule: what looks at methods may be called from any thread; what looks at a coroutine or generator belongs on the thread
 * that it belongs to, and gives a guess elsewhere. Main type: {@link dev.fermata.inspect.Inspect}.
 */
@NullMarked
package dev.fermata.inspect;

import org.jspecify.annotations.NullMarked;
