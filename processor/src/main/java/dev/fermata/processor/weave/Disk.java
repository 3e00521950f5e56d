package dev.fermata.processor.weave;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.classfile.WovenClass;
import dev.fermata.processor.transform.GeneratedClass;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/** Class files on disk. */
public final class Disk {
    private static final String CLASS = ".class";

    private Disk() {}

    /** Writes all of a file or nothing of it. */
    public static void write(Path file, byte[] bytes) throws IOException {
        // Not Files.createTempFile, whose files only their owner may read.
        Path beside = file.resolveSibling(file.getFileName() + ".fermata");
        try {
            Files.write(beside, bytes);
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException unknownToThisFileSystem) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Deletes the classes that an earlier compile generated for a top-level class and this one did not: they would be shipped, and
     * could not be told from living ones.
     *
     * @param host the class file of the top-level class
     * @param nestHost its internal name
     * @param living the names of the files that stay
     * @see GeneratedClass
     */
    public static void deleteGenerated(Path host, String nestHost, Set<String> living) throws IOException {
        String hostFile = host.getFileName().toString();
        String prefix = simpleName(hostFile) + "$";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(host.resolveSibling(""), file -> {
            String name = file.getFileName().toString();
            return name.startsWith(prefix)
                    && name.endsWith(CLASS)
                    && WovenClass.isGeneratedName(simpleName(name))
                    && !living.contains(name);
        })) {
            for (Path file : files) {
                if (isGeneratedFor(nestHost, file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String simpleName(String file) {
        return file.substring(0, file.length() - CLASS.length());
    }

    /** A user may call a class of his so: his has no mark, or another host. */
    private static boolean isGeneratedFor(String nestHost, Path file) throws IOException {
        try {
            ClassFileFacts facts = ClassFileFacts.of(Files.readAllBytes(file));
            return facts.format().isPresent() && facts.nestHost().equals(nestHost);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
