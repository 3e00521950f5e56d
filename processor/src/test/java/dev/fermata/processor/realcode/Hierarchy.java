package dev.fermata.processor.realcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Who extends whom, read from class files: no class is loaded, let alone initialized, to know it. A class that is nowhere (an
 * optional dependency) is taken for an interface, which the verifier treats as it treats Object.
 */
final class Hierarchy {
    private record Shape(String superName, boolean isInterface, List<String> interfaces) {}

    private final Function<String, byte[]> classFiles;
    private final Map<String, Optional<Shape>> shapes = new HashMap<>();
    private final Map<String, Set<String>> aboves = new HashMap<>();

    /** With a function from internal names to class files, null for those that it does not have. */
    Hierarchy(Function<String, byte[]> classFiles) {
        this.classFiles = classFiles;
    }

    boolean isInterface(String name) {
        return shape(name).map(Shape::isInterface).orElse(true);
    }

    String superName(String name) {
        return shape(name).map(Shape::superName).orElse("java/lang/Object");
    }

    /** Whether one is the other or below it, as a class or as an interface. */
    boolean isBelow(String name, String upper) {
        return upper.equals("java/lang/Object") || above(name).contains(upper);
    }

    /** The class that two have in common, as frames have it that are computed; interfaces count as Object. */
    String common(String one, String other) {
        if (isInterface(one) || isInterface(other)) {
            return "java/lang/Object";
        }
        String name = one;
        while (name != null && !isBelow(other, name)) {
            name = superName(name);
        }
        return name == null ? "java/lang/Object" : name;
    }

    /** All classes and interfaces above one, itself included, as far as they are known. */
    Set<String> above(String name) {
        Set<String> above = aboves.get(name);
        if (above == null) {
            above = new HashSet<>();
            collect(name, above);
            aboves.put(name, above);
        }
        return above;
    }

    private void collect(String name, Set<String> above) {
        if (name != null && above.add(name)) {
            shape(name).ifPresent(shape -> {
                collect(shape.superName(), above);
                shape.interfaces().forEach(it -> collect(it, above));
            });
        }
    }

    private Optional<Shape> shape(String name) {
        Optional<Shape> known = shapes.get(name);
        if (known == null) {
            known = read(name);
            shapes.put(name, known);
        }
        return known;
    }

    private Optional<Shape> read(String name) {
        byte[] bytes = classFiles.apply(name);
        if (bytes == null) {
            bytes = resource(name);
        }
        if (bytes == null) {
            return Optional.empty();
        }
        ClassReader reader = new ClassReader(bytes);
        boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
        return Optional.of(new Shape(reader.getSuperName(), isInterface, List.of(reader.getInterfaces())));
    }

    /** Of the JDK and of the runtime; of nothing else, since the rest of the class path is no part of what is proved. */
    private static byte[] resource(String name) {
        ClassLoader loader = name.startsWith("dev/fermata/")
                ? Hierarchy.class.getClassLoader()
                : ClassLoader.getPlatformClassLoader();
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
