package dev.fermata.processor.check;

import com.sun.source.tree.MethodTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * What the transform must know about a top-level class and cannot see in its class files. Names of types are internal names
 * of the virtual machine, with slashes.
 *
 * @param lambdaInterfaces the functional interfaces of the lambdas that are async code: their functional method, declared or
 *     inherited, carries {@code @Async}
 * @param anonymousMethods the methods of anonymous classes that are async code without carrying {@code @Async} themselves
 * @param methods the methods with a body that carry {@code @Async} or {@code @Yields}
 * @param types the class itself and all classes in it; a local or anonymous one has no name to ask javac for it by
 * @param touchesLanguage whether there is anything to rewrite: an async lambda or method, or any call of await, suspend or
 *     a yield
 */
public record AsyncFacts(
        Set<String> lambdaInterfaces,
        List<Method> anonymousMethods,
        List<Method> methods,
        Map<String, TypeElement> types,
        boolean touchesLanguage) {
    /** Those of a class in which there is nothing to rewrite. */
    public static final AsyncFacts NONE = new AsyncFacts(Set.of(), List.of(), List.of(), Map.of(), false);

    /** Copies the collections. */
    public AsyncFacts {
        lambdaInterfaces = Set.copyOf(lambdaInterfaces);
        anonymousMethods = List.copyOf(anonymousMethods);
        methods = List.copyOf(methods);
        types = Map.copyOf(types);
    }

    /** What a method is rewritten into. */
    public enum Kind {
        /** A coroutine function. */
        COROUTINE,
        /** A generator function. */
        GENERATOR,
        /** An async generator function. */
        ASYNC_GENERATOR,
        /** A coroutine function that starts at the call and returns a future. */
        FUTURE
    }

    /**
     * A method.
     *
     * @param className the internal name of its class
     * @param name its name
     * @param descriptor its erased descriptor
     * @param kind what it is rewritten into
     * @param tree its tree, for positions
     */
    public record Method(String className, String name, String descriptor, Kind kind, MethodTree tree) {}
}
