package dev.fermata.processor.command;

import dev.fermata.processor.classfile.ClassSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders and jars of a class path, and behind them the running JDK: class files to be read, none is ever loaded. */
final class ClassPath implements ClassSource, AutoCloseable {
    private final List<FileSystem> jars = new ArrayList<>();
    private final List<Path> roots = new ArrayList<>();
    private final FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));

    /**
     * Opens it. What does not exist is passed over, as java and javac do.
     *
     * @param classPath as java takes it; {@code folder/*} stands for the jars in a folder
     */
    ClassPath(String classPath) throws IOException {
        for (String entry : classPath.split(File.pathSeparator)) {
            if (entry.equals("*") || entry.endsWith("/*") || entry.endsWith(File.separator + "*")) {
                addJarsIn(Path.of(entry.substring(0, entry.length() - 1)));
            } else if (!entry.isEmpty()) {
                add(Path.of(entry));
            }
        }
    }

    private void addJarsIn(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> found;
            try (Stream<Path> files = Files.list(folder)) {
                found = files.filter(ClassPath::isJar).sorted().toList();
            }
            for (Path jar : found) {
                add(jar);
            }
        }
    }

    private void add(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            roots.add(entry);
        } else if (Files.isRegularFile(entry)) {
            roots.add(open(entry));
        }
    }

    /** Opens a jar, to be closed with this class path; returns its root. */
    Path open(Path jar) throws IOException {
        FileSystem opened;
        try {
            opened = FileSystems.newFileSystem(jar, (ClassLoader) null);
        } catch (RuntimeException noProvider) {
            throw new IOException(jar + " is no jar", noProvider);
        }
        jars.add(opened);
        return opened.getPath("/");
    }

    static boolean isJar(Path file) {
        return Files.isRegularFile(file) && file.toString().matches("(?i).*\\.(jar|war|zip)");
    }

    @Override
    public byte @Nullable [] find(String internalName) {
        try {
            for (Path root : roots) {
                Path file = root.resolve(internalName + ".class");
                if (Files.isRegularFile(file)) {
                    return Files.readAllBytes(file);
                }
            }
            return findInJdk(internalName);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte @Nullable [] findInJdk(String internalName) throws IOException {
        int slash = internalName.lastIndexOf('/');
        Path modules = jdk.getPath(
                "/packages", slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.'));
        if (slash < 0 || !Files.isDirectory(modules)) {
            return null;
        }
        List<Path> candidates;
        try (Stream<Path> links = Files.list(modules)) {
            candidates = links.toList();
        }
        for (Path module : candidates) {
            Path file = jdk.getPath("/modules", String.valueOf(module.getFileName()), internalName + ".class");
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        for (FileSystem jar : jars) {
            jar.close();
        }
    }
}
