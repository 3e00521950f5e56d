package dev.fermata.processor.weave;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Class files on disk. */
public final class Disk {
    private Disk() {}

    /** Writes all of a file or nothing of it. */
    public static void write(Path file, byte[] bytes) throws IOException {
        // Not Files.createTempFile, whose files only their owner may read.
        Path beside = file.resolveSibling(file.getFileName() + ".fermata");
        boolean moved = false;
        try {
            Files.write(beside, bytes);
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException unknownToThisFileSystem) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(beside);
            }
        }
    }
}
