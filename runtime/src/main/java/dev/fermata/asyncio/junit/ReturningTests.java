package dev.fermata.asyncio.junit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Test methods that return coroutines. JUnit Jupiter passes over test methods that return anything, with no more than a line in
 * its log, and no extension can change that: they are sorted out before there is one.
 */
final class ReturningTests {
    private ReturningTests() {}

    /** Fails a test whose class has others that would seem to pass. */
    static void refuse(Class<?> testClass) {
        List<Method> returning =
                AnnotationSupport.findAnnotatedMethods(testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .filter(method -> isAsynchronous(method.getReturnType()))
                        .toList();
        if (!returning.isEmpty()) {
            Method first = returning.get(0);
            throw new ExtensionConfigurationException("JUnit does not execute test methods that return something, so "
                    + first.getDeclaringClass().getName() + "." + first.getName()
                    + " never runs; make it void, give it a parameter of type Runner, and write runner.run(() -> ...)");
        }
    }

    private static boolean isAsynchronous(Class<?> type) {
        return Awaitable.class.isAssignableFrom(type)
                || CompletionStage.class.isAssignableFrom(type)
                || AsyncGenerator.class.isAssignableFrom(type);
    }
}
