package dev.fermata.asyncio.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests of any kind what {@link AsyncTest} gives to its own: all those of a class and its nested ones, or one method that is
 * a {@code @ParameterizedTest} or the like.
 *
 * <pre>{@code
 * @AsyncTests
 * @ParameterizedTest
 * @ValueSource(ints = {1, 3})
 * void fetch_triesAsOftenAsItIsTold(int times, Runner runner) { ... }
 * }</pre>
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AsyncTestExtension.class)
public @interface AsyncTests {
    /**
     * Tells by what time they run.
     *
     * @return the clock
     */
    TestClock clock() default TestClock.INFERRED;
}
