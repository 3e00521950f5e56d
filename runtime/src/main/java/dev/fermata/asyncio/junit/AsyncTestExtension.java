package dev.fermata.asyncio.junit;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.testing.ManualClock;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link AsyncTest} and {@link AsyncTests} bring along. Public because JUnit makes it by reflection.
 *
 * <pre>
 *   JUnit's order             here
 *   the constructor           no runner yet
 *   beforeEach of extensions  makes the runner
 *   &#64;BeforeEach, test,        get it
 *   &#64;AfterEach
 *   afterEach of extensions   closes it, and fails for what was reported
 * </pre>
 */
public final class AsyncTestExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(AsyncTestExtension.class);

    /** For JUnit. */
    public AsyncTestExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        ReturningTests.refuse(context.getRequiredTestClass());
        context.getStore(NAMESPACE).put(AsyncTestRun.class, AsyncTestRun.begin(clock(context)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        AsyncTestRun run = context.getStore(NAMESPACE).remove(AsyncTestRun.class, AsyncTestRun.class);
        if (run != null) {
            run.end();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Runner.class || type == EventLoop.class || type == ManualClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        AsyncTestRun run = context.getStore(NAMESPACE).get(AsyncTestRun.class, AsyncTestRun.class);
        if (run == null) {
            throw new ParameterResolutionException("no " + type.getSimpleName() + " for "
                    + parameter.getDeclaringExecutable().toGenericString()
                    + ": each test has its own; take it as a parameter of the test, of @BeforeEach or @AfterEach");
        }
        if (type == Runner.class) {
            return run.runner();
        }
        return type == EventLoop.class ? run.runner().loop() : run.manualClock();
    }

    /** That of the method, of its class, or of one around that; the nearest one that says something. */
    private static TestClock clock(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            TestClock named = named(at.get().getElement().orElse(null));
            if (named != TestClock.INFERRED) {
                return named;
            }
        }
        return TestClock.MANUAL;
    }

    private static TestClock named(@Nullable AnnotatedElement element) {
        TestClock ofTest = AnnotationSupport.findAnnotation(element, AsyncTest.class)
                .map(AsyncTest::clock)
                .orElse(TestClock.INFERRED);
        return ofTest != TestClock.INFERRED
                ? ofTest
                : AnnotationSupport.findAnnotation(element, AsyncTests.class)
                        .map(AsyncTests::clock)
                        .orElse(TestClock.INFERRED);
    }
}
