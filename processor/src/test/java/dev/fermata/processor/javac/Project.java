package dev.fermata.processor.javac;

import dev.fermata.processor.classfile.ClassFileFacts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A folder of sources, and the javac of this virtual machine. */
final class Project {
    private final Path root;
    private final List<Path> sources = new ArrayList<>();
    private final List<Processor> processors = new ArrayList<>();

    Project(Path root) {
        this.root = root;
    }

    /** The runtime, with jspecify. */
    static final String RUNTIME = origins("dev.fermata.Async", "org.jspecify.annotations.Nullable");

    /** The processor and what it needs, unrelocated. */
    static final String PROCESSOR = origins(
            "dev.fermata.processor.javac.FermataProcessor",
            "com.palantir.javapoet.JavaFile",
            "org.objectweb.asm.ClassReader",
            "org.objectweb.asm.tree.ClassNode",
            "org.objectweb.asm.tree.analysis.Analyzer");

    Project source(String path, String text) {
        Path file = root.resolve("src").resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!sources.contains(file)) {
            sources.add(file);
        }
        return this;
    }

    /** A source that is found on the source path only. */
    Project implicitSource(String path, String text) {
        source(path, text);
        sources.remove(sources.size() - 1);
        return this;
    }

    Project processors(Processor... instances) {
        processors.clear();
        processors.addAll(List.of(instances));
        return this;
    }

    /** The processor with another transform. */
    Project transform(ClassTransform transform) {
        return processors(new FermataOptions(), new FermataProcessor(transform));
    }

    Path classes() {
        return root.resolve("classes");
    }

    Path sourceFolder() {
        return root.resolve("src");
    }

    /** Compiles into {@link #classes()}, against the runtime. */
    Compiled javac(String... options) {
        List<String> all = new ArrayList<>(List.of("-d", classes().toString(), "-cp", RUNTIME));
        all.addAll(List.of(options));
        return javacWith(all);
    }

    Compiled javacWith(List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collected = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(collected, null, null)) {
            Files.createDirectories(classes());
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, manager, collected, options, null, manager.getJavaFileObjectsFromPaths(sources));
            if (!processors.isEmpty()) {
                // They must be fresh for each compile, and tests that compile twice say so.
                task.setProcessors(processors);
            }
            return new Compiled(task.call(), collected.getDiagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What javac had to say. */
    record Compiled(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        /** Leaves out that coroutine functions do not suspend: most of those that are compiled for what becomes of them do not. */
        Compiled {
            diagnostics = diagnostics.stream()
                    .<Diagnostic<? extends JavaFileObject>>map(it -> it)
                    .filter(it -> !it.getMessage(null).startsWith("[AsyncWithoutAwait]"))
                    .toList();
        }

        /** All messages, as they are shown. */
        String text() {
            return diagnostics.stream()
                    .map(it -> it.getKind() + " "
                            + (it.getSource() == null
                                    ? "-"
                                    : Path.of(it.getSource().toUri()).getFileName())
                            + ":" + it.getLineNumber() + " " + it.getMessage(null))
                    .collect(Collectors.joining("\n"));
        }

        List<String> errors() {
            return diagnostics.stream()
                    .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                    .map(it -> it.getMessage(null))
                    .toList();
        }
    }

    /** The names of all files in a folder, sorted, with their bytes. */
    static TreeMap<String, byte[]> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            TreeMap<String, byte[]> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClassFileFacts facts(String file) {
        return facts(classes().resolve(file));
    }

    static ClassFileFacts facts(Path file) {
        try {
            return ClassFileFacts.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a static method of a compiled class that takes nothing. */
    Object run(String type, String method) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes().toUri().toURL()}, Project.class.getClassLoader())) {
            return loader.loadClass(type).getMethod(method).invoke(null);
        }
    }

    static String path(String... entries) {
        return Arrays.stream(entries).collect(Collectors.joining(File.pathSeparator));
    }

    private static String origins(String... types) {
        return Arrays.stream(types).map(Project::origin).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(String type) {
        try {
            return Path.of(Class.forName(type, false, Project.class.getClassLoader())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("the test class path lacks " + type, e);
        }
    }
}
