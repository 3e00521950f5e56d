package dev.fermata.asyncio.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs coroutines, on a loop of its own: unittest's IsolatedAsyncioTestCase. It is a {@code @Test} that may have a
 * {@link dev.fermata.asyncio.Runner} as a parameter, and its {@link dev.fermata.asyncio.EventLoop} and
 * {@link dev.fermata.asyncio.testing.ManualClock}.
 *
 * <pre>{@code
 * @AsyncTest
 * void fetch_triesAgain(Runner runner, ManualClock clock) {
 *     String page = runner.run(() -> fetchWithRetries(3));
 *
 *     assertThat(page).isEqualTo("page");
 *     assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(1 + 2));
 * }
 * }</pre>
 *
 * <p>Test methods are void, in Jupiter as here, so the coroutine is run and not returned. {@code @BeforeEach} and {@code @AfterEach}
 * methods get the same runner by the same parameters; all runs share a loop and a {@link dev.fermata.asyncio.Context}.
 *
 * <p><b>The end.</b> After the {@code @AfterEach} methods, tasks that are left are cancelled and run to their end, and the loop is
 * closed. The test fails then, if it has not failed before, for each failure that nobody has retrieved, each callback that has
 * thrown, and each coroutine that was made in the thread of the test and never begun. A test that expects such a thing sets an
 * exception handler of its own, {@code loop.setExceptionHandler(..)}, or closes the coroutine. Deadlocks end the run, see
 * {@link dev.fermata.asyncio.testing.ManualClock}. The loop is in debug mode.
 *
 * <p>For parameterized and repeated tests, or all tests of a class: {@link AsyncTests}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(AsyncTestExtension.class)
public @interface AsyncTest {
    /**
     * Tells by what time it runs.
     *
     * @return the clock
     */
    TestClock clock() default TestClock.INFERRED;
}
