package dev.fermata.processor.classfile;

import dev.fermata.processor.classfile.ClassHeader.Method;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Which {@code @Async} methods are inherited, by the rules that the checks apply to source. Class files know erased types only:
 * that a method overrides another whose erasure differs is told by the bridge that the compiler made, and where it makes none,
 * between abstract methods of interfaces, by their being the one method of a functional interface.
 */
final class AsyncInheritance {
    private final Hierarchy hierarchy;

    AsyncInheritance(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** Whether the functional method of an interface, declared or inherited, carries {@code @Async}. */
    boolean isAsyncInterface(String name) {
        Map<String, ClassHeader> types = hierarchy.closure(name).types();
        return types.values().stream()
                .anyMatch(type -> type.methods().stream()
                        .anyMatch(method -> method.isAbstract()
                                && method.async()
                                && types.values().stream().noneMatch(other -> isOverridden(method, type, other))));
    }

    private boolean isOverridden(Method method, ClassHeader type, ClassHeader by) {
        return !by.name().equals(type.name())
                && hierarchy.isSubtype(by.name(), type.name())
                && by.methods().stream()
                        .anyMatch(other -> other.name().equals(method.name())
                                && (other.descriptor().equals(method.descriptor())
                                        || other.isAbstract() && arity(other) == arity(method)));
    }

    private static int arity(Method method) {
        return Type.getArgumentTypes(method.descriptor()).length;
    }

    /** Whether the nearest methods that a method of a class overrides include one that carries {@code @Async}. */
    boolean overridesAsync(ClassHeader owner, String name, String descriptor) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        Set<String> descriptors = new HashSet<>(Set.of(descriptor));
        addBridges(owner, name, descriptors);
        for (String supertype : Hierarchy.supertypes(owner)) {
            search(supertype, name, descriptors, found);
        }
        return found.entrySet().stream()
                .anyMatch(it -> it.getValue()
                        && found.keySet().stream()
                                .noneMatch(other ->
                                        !other.equals(it.getKey()) && hierarchy.isSubtype(other, it.getKey())));
    }

    private void search(String type, String name, Set<String> descriptors, Map<String, Boolean> found) {
        ClassHeader header = hierarchy.find(type).orElse(null);
        if (header == null) {
            return;
        }
        for (Method method : header.methods()) {
            if (method.name().equals(name) && method.bridgesTo() == null && descriptors.contains(method.descriptor())) {
                found.put(type, method.async());
                return;
            }
        }
        Set<String> above = new HashSet<>(descriptors);
        addBridges(header, name, above);
        Hierarchy.supertypes(header).forEach(it -> search(it, name, above, found));
    }

    private static void addBridges(ClassHeader header, String name, Set<String> descriptors) {
        for (Method method : header.methods()) {
            if (method.name().equals(name) && method.bridgesTo() != null && descriptors.contains(method.bridgesTo())) {
                descriptors.add(method.descriptor());
            }
        }
    }
}
