package dev.fermata.processor.javac;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;

/** The way in which IntelliJ wraps environments, in a class loader of its own. What is wrapped only its own unwrap finds. */
final class JetBrains implements AutoCloseable, UnaryOperator<ProcessingEnvironment> {
    private static final String WRAPPERS = """
            package org.jetbrains.jps.javac;
            public final class APIWrappers {
                private static final ThreadLocal<Object> HIDDEN = new ThreadLocal<>();
                public static Object wrap(Class<?> type, Object hidden) {
                    HIDDEN.set(hidden);
                    return java.lang.reflect.Proxy.newProxyInstance(APIWrappers.class.getClassLoader(),
                            new Class<?>[] { type, Marked.class }, (self, method, args) -> method.invoke(HIDDEN.get(), args));
                }
                public static <T> T unwrap(Class<? extends T> type, T wrapper) {
                    return type.cast(HIDDEN.get());
                }
                interface Marked {}
            }
            """;

    private final URLClassLoader loader;
    private final Method wrap;

    JetBrains(Path folder) throws IOException, ReflectiveOperationException {
        Project project = new Project(folder).source("org/jetbrains/jps/javac/APIWrappers.java", WRAPPERS);
        project.javacWith(List.of("-d", project.classes().toString()));
        loader = new URLClassLoader(new URL[] {project.classes().toUri().toURL()}, JetBrains.class.getClassLoader());
        wrap = loader.loadClass("org.jetbrains.jps.javac.APIWrappers").getMethod("wrap", Class.class, Object.class);
    }

    @Override
    public ProcessingEnvironment apply(ProcessingEnvironment environment) {
        try {
            return (ProcessingEnvironment) wrap.invoke(null, ProcessingEnvironment.class, environment);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
