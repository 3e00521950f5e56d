package dev.fermata.processor.javac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Where the class files of one top-level class lie: the folder of its package in the output of the compile. */
sealed interface OutputFolder permits FilerFolder, SourceFolder {
    /** Returns the path of a file, whether it exists or not; nothing if the compile does not write to disk. */
    Optional<Path> path(String file) throws IOException;

    /** Reads a class file. */
    byte[] read(String file) throws IOException;

    /** Writes over a class file that javac wrote in this compile. */
    void replace(String file, byte[] bytes) throws IOException;

    /** Writes a class file that javac did not write in this compile. */
    void create(String file, byte[] bytes) throws IOException;

    /**
     * Returns when a file was written; nothing if there is none. A file that is not on disk has no time that means anything, and
     * counts as written just now.
     */
    default Optional<FileTime> written(String file) {
        try {
            Optional<Path> path = path(file);
            if (path.isPresent()) {
                return Optional.of(Files.getLastModifiedTime(path.get()));
            }
            read(file);
            return Optional.of(FileTime.fromMillis(Long.MAX_VALUE));
        } catch (IOException | RuntimeException absent) {
            // File managers of others throw what they like where they have no file.
            return Optional.empty();
        }
    }
}
