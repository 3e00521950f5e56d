package dev.fermata.processor.realcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * Class files that nobody here wrote.
 *
 * @param name what reports call it
 * @param classes its class files by internal name
 */
record Corpus(String name, SortedMap<String, byte[]> classes) {
    /** All classes of a module of the running JDK. */
    static Corpus ofModule(String module) {
        return read(module, FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/" + module));
    }

    /** All classes of a jar, but not those that it has for particular releases of Java. */
    static Corpus ofJar(Path jar) {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return read(name, files.getPath("/"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The jar that a class of this test's class path is from. */
    static Corpus ofJarWith(Class<?> type) {
        try {
            return ofJar(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Corpus read(String name, Path root) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = root.relativize(file).toString();
                if (path.endsWith(".class") && !path.endsWith("-info.class") && !path.startsWith("META-INF")) {
                    byte[] bytes = Files.readAllBytes(file);
                    classes.put(new ClassReader(bytes).getClassName(), bytes);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Corpus(name, classes);
    }

    /** Every so-many-th of its classes. */
    Corpus every(int step) {
        SortedMap<String, byte[]> some = new TreeMap<>();
        int index = 0;
        for (String each : classes.keySet()) {
            if (index++ % step == 0) {
                some.put(each, classes.get(each));
            }
        }
        return new Corpus(name, some);
    }

    /** Those of its classes whose class file is no larger than this. */
    Corpus upTo(int size) {
        SortedMap<String, byte[]> some = new TreeMap<>(classes);
        some.values().removeIf(it -> it.length > size);
        return new Corpus(name, some);
    }

    /** Those of its classes whose name is wanted. */
    Corpus only(Predicate<String> wanted) {
        SortedMap<String, byte[]> some = new TreeMap<>(classes);
        some.keySet().removeIf(wanted.negate());
        return new Corpus(name, some);
    }
}
