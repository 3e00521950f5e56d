package dev.fermata.processor.command;

import dev.fermata.processor.classfile.ClassFileFacts;
import dev.fermata.processor.classfile.ClassSource;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.RewritingTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class files of one root, where packages begin. A folder or jar may hold several: {@code BOOT-INF/classes}, {@code
 * META-INF/versions/21}, the outputs of several compilers side by side.
 *
 * @param classes what is there, by internal name
 */
record ClassTree(Map<String, Entry> classes) implements ClassSource {
    private static final String CLASS = ".class";

    /**
     * A class file.
     *
     * @param path where it lies
     * @param facts what it says of itself
     */
    record Entry(Path path, ClassFileFacts facts) {
        byte[] read() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /**
     * Finds the roots under a folder.
     *
     * @param folder a folder, or the root of a jar
     * @param problems takes what cannot be read
     */
    static List<ClassTree> under(Path folder, List<Problem> problems) throws IOException {
        Map<Path, ClassTree> trees = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(it -> it.toString().endsWith(CLASS) && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            ClassFileFacts facts = factsOf(file);
            if (facts == null) {
                problems.add(RewritingTexts.unreadable(file.toString()));
            } else if (!isDescriptor(facts.name())) {
                Path root = rootOf(file, facts.name());
                if (root == null) {
                    problems.add(RewritingTexts.otherClass(simpleName(file), facts.name()));
                } else {
                    trees.computeIfAbsent(root, it -> new ClassTree(new TreeMap<>()))
                            .classes
                            .put(facts.name(), new Entry(file, facts));
                }
            }
        }
        return new ArrayList<>(trees.values());
    }

    /** Looks in a root first, then in the others that were named, then on the class path. */
    static ClassSource lookup(ClassTree tree, List<ClassTree> all, ClassSource classPath) {
        return name -> Stream.concat(Stream.of(tree), Stream.concat(all.stream(), Stream.of(classPath)))
                .map(it -> it.find(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ClassFileFacts factsOf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return ClassFileFacts.of(bytes);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private static boolean isDescriptor(String name) {
        return name.equals("module-info") || name.endsWith("package-info");
    }

    /** Goes up from the file by the packages of the class; null if the two do not match. */
    private static @Nullable Path rootOf(Path file, String internalName) {
        String[] segments = (internalName + CLASS).split("/");
        @Nullable Path path = file.toAbsolutePath();
        for (int i = segments.length - 1; i >= 0; i--) {
            if (path == null || !path.endsWith(segments[i])) {
                return null;
            }
            path = path.getParent();
        }
        return path;
    }

    private static String simpleName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - CLASS.length());
    }

    @Override
    public byte @Nullable [] find(String internalName) {
        Entry entry = classes.get(internalName);
        return entry == null ? null : entry.read();
    }
}
