package dev.fermata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a generator function (PEP 255, PEP 342).
 *
 * <p>The method returns {@link Generator}. Calling it runs nothing of its body; each element that is asked for runs it to
 * the next {@link Generator#yield}. It ends with {@code return Generator.end();} or {@code return Generator.end(value);}.
 *
 * <pre>{@code
 * @Yields
 * static Generator<Integer> evenNumbers(int below) {
 *     for (int i = 0; i < below; i += 2) {
 *         Generator.yield(i);
 *     }
 *     return Generator.end();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Yields {}
