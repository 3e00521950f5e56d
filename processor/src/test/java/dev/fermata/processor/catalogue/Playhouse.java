package dev.fermata.processor.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** The compiled classes of one side, and what of the catalogue did not compile. */
final class Playhouse {
    private final Side side;
    private final Path classes;
    private final List<Path> shapes;
    private final Map<String, String> refused = new TreeMap<>();
    private final ClassLoader shared;

    /** Compiles the whole catalogue for one side, into an empty folder. */
    Playhouse(Side side, Path classes) {
        this(side, classes, Sources.shapes());
    }

    /** Compiles some shapes. */
    Playhouse(Side side, Path classes, List<Path> shapes) {
        this.side = side;
        this.classes = classes;
        this.shapes = shapes;
        Javac javac = new Javac(side, classes);
        String said = javac.compile(
                Stream.concat(side.kit().stream(), shapes.stream()).toList());
        if (!said.isEmpty()) {
            compileEach(javac);
        }
        shared = side.load(classes);
    }

    /** One bad shape must not hide the others: file by file, then. */
    private void compileEach(Javac javac) {
        empty();
        String said = javac.compile(side.kit());
        if (!said.isEmpty()) {
            throw new IllegalStateException("the kit of " + side + " does not compile: " + said);
        }
        for (Path file : shapes) {
            said = javac.compile(List.of(file));
            if (!said.isEmpty()) {
                refused.put(themeOf(file), said);
            }
        }
    }

    private static String themeOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** The themes whose file this side's compiler refused, and what it said. */
    Map<String, String> refused() {
        return refused;
    }

    /** The class files. */
    List<Path> classFiles() {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The loader that all performances share, unless they ask for a fresh one. */
    ClassLoader loader() {
        return shared;
    }

    /** Plays a shape in several modes, on one thread that it has for itself, and gives the traces. */
    List<List<String>> play(ShapeName shape, List<IntUnaryOperator> fates) {
        return Performance.of(side, shape + " on the side of " + side, () -> {
            List<List<String>> traces = new ArrayList<>();
            for (IntUnaryOperator each : fates) {
                traces.add(play(shape, each));
            }
            return traces;
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> play(ShapeName shape, IntUnaryOperator fates) throws ReflectiveOperationException {
        ClassLoader loader = shape.fresh() ? side.load(classes) : shared;
        Class<?> stage = loader.loadClass("shapes.kit.Stage");
        Method play = stage.getMethod("play", Method.class, IntUnaryOperator.class);
        return (List<String>) play.invoke(null, shape.in(loader), fates);
    }

    /** Plays a shape on the rewritten side, watched. */
    void watch(ShapeName shape, IntUnaryOperator fates, Consumer<Object> watcher) {
        Performance.of(side, shape + ", watched", () -> {
            ClassLoader loader = shape.fresh() ? side.load(classes) : shared;
            loader.loadClass("shapes.kit.Stage")
                    .getMethod("play", Method.class, IntUnaryOperator.class, Consumer.class)
                    .invoke(null, shape.in(loader), fates, watcher);
            return shape;
        });
    }

    private void empty() {
        try {
            Files.walkFileTree(classes, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
