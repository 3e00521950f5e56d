package dev.fermata.processor.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the programs of one side are compiled against and run with: the tape, the stage, and the oracle's language. */
final class Kit {
    private static final List<String> SHARED = List.of(
            "catalogue/kit/shapes/kit/Mishap.java",
            "catalogue/kit/shapes/kit/CheckedMishap.java",
            "catalogue/kit/shapes/kit/FatalMishap.java");

    private final Side side;
    private final Path classes;
    private final ClassLoader loader;

    Kit(Side side, Path classes) {
        this.side = side;
        this.classes = classes;
        List<Path> files = new ArrayList<>(sources("fuzz/kit"));
        files.addAll(sources("fuzz/" + side.name().toLowerCase(Locale.ROOT)));
        SHARED.forEach(file -> files.addAll(sources(file)));
        if (side == Side.ORACLE) {
            files.addAll(sources("catalogue/oracle/dev"));
        }
        compile(files);
        loader = load(classes, side == Side.ORACLE ? ClassLoader.getPlatformClassLoader() : Kit.class.getClassLoader());
    }

    Side side() {
        return side;
    }

    /** The class path of the programs. */
    String classPath() {
        return side == Side.ORACLE ? classes.toString() : classes + File.pathSeparator + runtime();
    }

    /** A loader without history for programs that were compiled to a folder. */
    ClassLoader load(Path folder) {
        return load(folder, loader);
    }

    Class<?> stage() throws ClassNotFoundException {
        return loader.loadClass("fuzz.kit.Stage");
    }

    private static ClassLoader load(Path folder, ClassLoader parent) {
        try {
            ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent);
            loader.setDefaultAssertionStatus(true);
            return loader;
        } catch (java.net.MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = new ArrayList<>(side.options(Flavour.of(0)));
        options.addAll(List.of("-Xlint:none", "-d", classes.toString(), "-classpath", classPath()));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            JavaCompiler.CompilationTask task =
                    compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
            if (side == Side.WOVEN) {
                task.setProcessors(side.processors());
            }
            if (!task.call()) {
                throw new IllegalStateException("the kit of " + side + " does not compile: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(String resource) {
        URL root = Kit.class.getResource("/" + resource);
        if (root == null) {
            throw new IllegalStateException("no test resource " + resource);
        }
        try (Stream<Path> files = Files.walk(Path.of(root.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path runtime() {
        try {
            return Path.of(dev.fermata.Coroutine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
