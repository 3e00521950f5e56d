package dev.fermata.processor.javac;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The compile that an environment belongs to. {@link JavacTask#instance} takes javac's own environment only, while Gradle and
 * IntelliJ hand processors one of theirs with javac's inside. That is looked for by reflection, a bounded number of objects
 * deep; the wrappers live in unnamed modules, so nothing needs to be opened, and javac's own insides are never entered.
 *
 * @param task the task
 * @param writesElsewhere whether the compiler may hand class files over instead of writing them, as IntelliJ's build does
 *     when it runs javac in a process of its own; they then appear later
 */
record CompilerTask(JavacTask task, boolean writesElsewhere) {
    private static final int MOST_OBJECTS = 64;

    /** JetBrains' own way for processors; a comment in its source promises to keep the signature. */
    private static final String JETBRAINS_WRAPPERS = "org.jetbrains.jps.javac.APIWrappers";

    /** Finds it. */
    static Optional<CompilerTask> of(ProcessingEnvironment environment) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> queue = new ArrayDeque<>(List.of(environment));
        boolean jetBrains = false;
        while (!queue.isEmpty() && seen.size() < MOST_OBJECTS) {
            Object candidate = queue.remove();
            if (!seen.add(candidate)) {
                continue;
            }
            if (candidate instanceof ProcessingEnvironment inner) {
                Optional<JavacTask> task = instance(inner);
                if (task.isPresent()) {
                    return Optional.of(new CompilerTask(task.get(), jetBrains));
                }
                Optional<Object> unwrapped = unwrappedByJetBrains(inner);
                jetBrains |= unwrapped.isPresent();
                unwrapped.ifPresent(queue::addFirst);
            }
            queue.addAll(wrapped(candidate));
        }
        return Optional.empty();
    }

    private static Optional<JavacTask> instance(ProcessingEnvironment environment) {
        try {
            return Optional.ofNullable(JavacTask.instance(environment));
        } catch (IllegalArgumentException | ClassCastException | LinkageError notJavac) {
            // The first from other environments, the others from a second javac on the path.
            return Optional.empty();
        }
    }

    private static Optional<Object> unwrappedByJetBrains(ProcessingEnvironment environment) {
        ClassLoader loader = environment.getClass().getClassLoader();
        if (loader == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(loader.loadClass(JETBRAINS_WRAPPERS)
                    .getMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notJetBrains) {
            return Optional.empty();
        }
    }

    /** What an object may be wrapped around: environments, and the handlers and captured variables that lead to them. */
    private static List<Object> wrapped(Object wrapper) {
        List<Object> found = new ArrayList<>();
        if (Proxy.isProxyClass(wrapper.getClass())) {
            found.add(Proxy.getInvocationHandler(wrapper));
        }
        for (Class<?> type = wrapper.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = Modifier.isStatic(field.getModifiers()) ? null : read(field, wrapper);
                if (value instanceof ProcessingEnvironment || value instanceof InvocationHandler) {
                    found.add(value);
                } else if (value != null && mayHide(field)) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    /** Captured variables, and fields that tell nothing of what they hold. */
    private static boolean mayHide(Field field) {
        return field.getType() == Object.class || field.getName().startsWith("val$");
    }

    private static @Nullable Object read(Field field, Object owner) {
        if (field.getType().isPrimitive()) {
            return null;
        }
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            // A class of a module that is not opened to us, which javac's own are: nothing of theirs is wanted.
            return null;
        }
    }
}
