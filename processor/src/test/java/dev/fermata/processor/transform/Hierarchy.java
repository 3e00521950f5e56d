package dev.fermata.processor.transform;

import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * Knows supertypes: of compiled classes from their bytes, of the runtime's by reflection.
 *
 * @param classes class files by internal name
 */
record Hierarchy(Map<String, byte[]> classes) implements ClassLookup {
    @Override
    public boolean isAsyncInterface(String interfaceName) {
        return Lookups.RUNTIME.isAsyncInterface(interfaceName);
    }

    @Override
    public boolean isAsyncMethod(String owner, String name, String descriptor) {
        return false;
    }

    @Override
    public boolean isSubclass(String name, String base) {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return isSubclassInTheRuntime(name.replace('/', '.'), base.replace('/', '.'));
        }
        ClassReader reader = new ClassReader(bytes);
        return name.equals(base)
                || Stream.concat(Stream.of(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                        .anyMatch(it -> isSubclass(it, base));
    }

    private static boolean isSubclassInTheRuntime(String name, String base) {
        try {
            ClassLoader loader = Hierarchy.class.getClassLoader();
            return Class.forName(base, false, loader).isAssignableFrom(Class.forName(name, false, loader));
        } catch (ClassNotFoundException unknown) {
            return false;
        }
    }
}
