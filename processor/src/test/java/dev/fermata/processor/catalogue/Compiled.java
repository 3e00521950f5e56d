package dev.fermata.processor.catalogue;

import dev.fermata.processor.LastingFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The catalogue before and after it was rewritten: compiled once for all tests that compare the two. */
final class Compiled {
    private static final Path ROOT = LastingFolder.create("catalogue");
    private static final Path PLAIN_CLASSES = ROOT.resolve("plain");
    private static final Path WOVEN_CLASSES = ROOT.resolve("woven");

    static final Playhouse PLAIN = compile(Side.PLAIN, PLAIN_CLASSES);
    static final Playhouse WOVEN = compile(Side.WOVEN, WOVEN_CLASSES);

    private Compiled() {}

    private static Playhouse compile(Side side, Path classes) {
        Playhouse playhouse = new Playhouse(side, classes);
        if (!playhouse.refused().isEmpty()) {
            throw new AssertionError(playhouse.refused().values());
        }
        return playhouse;
    }

    /** The names of the classes that javac wrote, by which both sides have them. */
    static List<String> names() {
        return PLAIN.classFiles().stream().map(it -> name(PLAIN_CLASSES, it)).toList();
    }

    /** The names of all classes on the rewritten side, internal ones. */
    static List<String> wovenNames() {
        return WOVEN.classFiles().stream()
                .map(it -> name(WOVEN_CLASSES, it).replace('.', '/'))
                .toList();
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace(".class", "").replace(File.separatorChar, '.');
    }

    /** A class file as javac wrote it. */
    static byte[] plain(String name) {
        return read(PLAIN_CLASSES, name);
    }

    /** The same class file rewritten, or one that is new. */
    static byte[] woven(String name) {
        return read(WOVEN_CLASSES, name);
    }

    private static byte[] read(Path folder, String name) {
        try {
            return Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
