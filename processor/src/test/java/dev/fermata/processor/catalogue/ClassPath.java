package dev.fermata.processor.catalogue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Class paths for the compilers of the catalogue. */
final class ClassPath {
    private ClassPath() {}

    /** Where the named classes come from. */
    static String of(String... classes) {
        return Stream.of(classes).map(ClassPath::origin).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    /** That of this test, without entries that do not exist: -Xlint complains of those. */
    static String ofThisTest() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty() && new File(entry).exists())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(String name) {
        try {
            Class<?> type = Class.forName(name, false, ClassPath.class.getClassLoader());
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("the test class path lacks " + name, e);
        }
    }
}
