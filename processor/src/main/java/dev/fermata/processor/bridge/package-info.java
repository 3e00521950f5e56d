/**
 * The companions that {@code @Bridge} asks for, as source text. A type comes in as javac's model of it, and out comes what to
 * write, what is wrong with it, or that it is not complete yet. JavaPoet is known here and nowhere else.
 *
 * <p>May touch: {@code javax.lang.model}, JavaPoet, {@code names}, {@code diagnostic}. Must not touch: {@code
 * javax.annotation.processing}, {@code com.sun.source}, files. Thread rule: javac's one thread. Main types:
 * {@link dev.fermata.processor.bridge.Bridges}, {@link dev.fermata.processor.bridge.BridgeOutcome}.
 */
@NullMarked
package dev.fermata.processor.bridge;

import org.jspecify.annotations.NullMarked;
