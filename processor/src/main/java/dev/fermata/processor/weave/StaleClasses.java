package dev.fermata.processor.weave;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.classfile.WovenClass;
import dev.fermata.processor.transform.GeneratedClass;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The generated classes that an earlier compile left on disk. Each folder is listed once: what comes into it later is of this
 * compile, and a folder of a thousand classes would else be read for each of them.
 *
 * <p>Mutable; one thread's.
 */
public final class StaleClasses {
    private static final String CLASS = ".class";

    private final Map<Path, List<Path>> generated = new HashMap<>();

    /** Makes one that has seen no folder. */
    public StaleClasses() {}

    /**
     * Deletes the classes that an earlier compile generated for a top-level class and this one did not: they would be shipped, and
     * could not be told from living ones.
     *
     * @param host the class file of the top-level class
     * @param nestHost its internal name
     * @param living the names of the files that stay
     * @see GeneratedClass
     */
    public void delete(Path host, String nestHost, Set<String> living) throws IOException {
        Path folder = host.resolveSibling("");
        List<Path> files = generated.get(folder);
        if (files == null) {
            files = list(folder);
            generated.put(folder, files);
        }
        String prefix = simpleName(host) + "$";
        for (Path file : files) {
            if (simpleName(file).startsWith(prefix)
                    && !living.contains(file.getFileName().toString())
                    && isGeneratedFor(nestHost, file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> generated = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*$*" + CLASS)) {
            for (Path file : files) {
                if (WovenClass.isGeneratedName(simpleName(file))) {
                    generated.add(file);
                }
            }
        }
        return generated;
    }

    private static String simpleName(Path classFile) {
        String name = classFile.getFileName().toString();
        return name.substring(0, name.length() - CLASS.length());
    }

    /** A user may call a class of his so: his has no mark, or another host. */
    private static boolean isGeneratedFor(String nestHost, Path file) throws IOException {
        try {
            ClassFileFacts facts = ClassFileFacts.of(Files.readAllBytes(file));
            return facts.format().isPresent() && facts.nestHost().equals(nestHost);
        } catch (NoSuchFileException | RuntimeException deletedOrUnreadable) {
            return false;
        }
    }
}
