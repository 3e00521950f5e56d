package dev.fermata.processor.javac;

import dev.fermata.processor.weave.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of the source file: there javac writes without {@code -d}, and the Filer does not know it. */
record SourceFolder(Path directory) implements OutputFolder {
    @Override
    public Optional<Path> path(String file) {
        return Optional.of(directory.resolve(file));
    }

    @Override
    public byte[] read(String file) throws IOException {
        return Files.readAllBytes(directory.resolve(file));
    }

    @Override
    public void replace(String file, byte[] bytes) throws IOException {
        Disk.write(directory.resolve(file), bytes);
    }

    @Override
    public void create(String file, byte[] bytes) throws IOException {
        Disk.write(directory.resolve(file), bytes);
    }
}
