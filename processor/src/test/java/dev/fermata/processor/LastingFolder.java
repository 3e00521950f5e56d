package dev.fermata.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A temporary folder for what all test classes share, as compiled classes are: JUnit's {@code @TempDir} goes with the test class that
 * made it. Deleted with all that is in it when the virtual machine ends, which {@code File.deleteOnExit} does to empty folders only.
 */
public final class LastingFolder {
    private LastingFolder() {}

    /** Makes one. */
    public static Path create(String prefix) {
        try {
            Path folder = Files.createTempDirectory("fermata-" + prefix);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
