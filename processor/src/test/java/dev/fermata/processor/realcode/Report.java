package dev.fermata.processor.realcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the build was asked for, and where it finds the figures of the long mode. */
final class Report {
    /** Whether all code is asked for. */
    static final boolean LONG = "long".equals(System.getProperty("realcode"));

    private static final String ONLY = System.getProperty("realcode.only", "");

    private Report() {}

    /** Whether a corpus is asked for: its name contains what {@code realcode.only} says, if that says anything. */
    static boolean isWanted(Corpus corpus) {
        return corpus.name().contains(ONLY);
    }

    static boolean isOfAll() {
        return ONLY.isEmpty();
    }

    /** The folder to which the long mode has fetched its jars. */
    static Path jars() {
        return Path.of(System.getProperty("realcode.jars"));
    }

    /** Adds a line, in the long mode only. */
    static void line(String line) {
        if (LONG) {
            try {
                Path report = jars().resolve("report.txt");
                Files.writeString(report, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
