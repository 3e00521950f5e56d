package dev.fermata.processor.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that once showed a fault, as a file that is run in every build.
 *
 * @param newer whether it needs Java 21
 */
record Case(Program program, boolean newer) {
    private static final String NEWER = ", Java 21";

    /** Those that are kept. */
    static List<Case> all() {
        URL folder = Case.class.getResource("/fuzz/cases");
        if (folder == null) {
            throw new IllegalStateException("no test resource fuzz/cases");
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Case::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes what is left of a program when it has been shrunk, ready to be kept. */
    static Path write(Fault fault, Program small, Path folder) {
        Path file = folder.resolve(small.name() + ".java");
        String header = "// Seed " + fault.program().seed() + (fault.newer() ? NEWER : "") + ", " + fault.flavour()
                + "\n// " + fault.kind() + ": "
                + fault.detail().lines().findFirst().orElse("") + "\n";
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, header + small.source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Path file) {
        try {
            String source = Files.readString(file);
            String name = file.getFileName().toString().replace(".java", "");
            boolean newer = source.lines().limit(1).anyMatch(line -> line.contains(NEWER));
            return new Case(new Program(0, name, List.of(new Text(source))), newer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
