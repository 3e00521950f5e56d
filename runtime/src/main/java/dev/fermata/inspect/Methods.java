package dev.fermata.inspect;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks methods up as javac does: those of a class in any visibility, then those that it inherits. */
final class Methods {
    private Methods() {}

    /** Finds a method with exactly these parameters; never a bridge where there is the method that it leads to. */
    static Optional<Method> find(Class<?> type, String name, Class<?>... parameters) {
        return candidates(type, name)
                .filter(it -> Arrays.equals(it.getParameterTypes(), parameters))
                .findFirst();
    }

    /** As {@link #find}; a method that is not there is the caller's mistake. */
    static Method require(Class<?> type, String name, Class<?>... parameters) {
        return find(type, name, parameters)
                .orElseThrow(() -> new IllegalArgumentException("there is no method " + type.getName() + "." + name
                        + list(parameters) + "; " + alternatives(type, name)));
    }

    private static String alternatives(Class<?> type, String name) {
        String others = candidates(type, name)
                .map(it -> name + list(it.getParameterTypes()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "neither it nor what it inherits has a method of that name"
                : "give exactly the parameter types of one of: " + others;
    }

    private static String list(Class<?>... parameters) {
        return Stream.of(parameters).map(Class::getTypeName).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The nearest first: the class, its superclasses, then interfaces, where getMethods() knows who overrides whom. */
    private static Stream<Method> candidates(Class<?> type, String name) {
        Stream<Method> declared = Stream.<Class<?>>iterate(type, it -> it != null, Class::getSuperclass)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods())
                        .filter(it -> owner == type || !Modifier.isPrivate(it.getModifiers()))
                        .sorted(Comparator.comparing(Method::isBridge)));
        Stream<Method> inherited = Arrays.stream(type.getMethods())
                .filter(it -> it.getDeclaringClass().isInterface())
                .sorted(Comparator.comparing(Method::isBridge));
        return Stream.concat(declared, inherited).filter(it -> it.getName().equals(name));
    }
}
